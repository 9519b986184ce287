#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wb::inspect {

inline constexpr size_t mostBins = 128;

// How many values lie in each bin. Bins are as wide as a power of two and begin at its whole multiples, so that two histograms can be laid over each
// other, and a wider bin is exactly the sum of two narrower ones. Empty without a finite value.
struct Histogram {
    int exponent = 0;   // bins are 2^exponent wide
    int64_t first = 0;  // the first bin begins at first × 2^exponent
    std::vector<uint64_t> counts;

    double width() const noexcept;
    double begin(size_t bin) const noexcept;
    bool operator==(const Histogram&) const = default;
};

// The same values in bins of 2^exponent, which must not be narrower.
Histogram coarsened(const Histogram& histogram, int exponent);

// Counts values in one pass, with the narrowest bins of which the range seen takes at most mostBins (and no narrower than 2^-51 of the largest value,
// nor than 2^-1000). As bins only ever join, the result is that of two passes, in whatever order the values come.
class HistogramBuilder {
public:
    // The values to come lie in [min, max]; both finite.
    void extend(double min, double max);
    // Each lies in the range told.
    void add(std::span<const double> values) noexcept;
    const Histogram& histogram() const noexcept { return m_histogram; }

private:
    double m_min = 0;
    double m_max = 0;
    double m_scale = 1;  // 2^-exponent
    Histogram m_histogram;
};

}  // namespace wb::inspect
