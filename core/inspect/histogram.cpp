#include "core/inspect/histogram.h"

#include <algorithm>
#include <cmath>

namespace wb::inspect {

namespace {

constexpr int leastExponent = -1000;  // 2^1000 is a number
constexpr int exactBits = 51;         // of a bin's number, which is held exactly in a double
constexpr int bitsOfBins = 7;         // mostBins is 2^7

// As floor(), which the oldest machines of this kind have no instruction for.
int64_t floorOf(double value) noexcept
{
    const auto truncated = static_cast<int64_t>(value);
    return truncated - (value < static_cast<double>(truncated) ? 1 : 0);
}

int64_t binsOf(double min, double max, int exponent) noexcept
{
    const double scale = std::ldexp(1.0, -exponent);
    return floorOf(max * scale) - floorOf(min * scale) + 1;
}

int exponentFor(double min, double max) noexcept
{
    const double largest = std::max(std::fabs(min), std::fabs(max));
    int exponent = leastExponent;
    if (largest > 0) {
        exponent = std::max(exponent, std::ilogb(largest) - exactBits);
    }
    if (max > min) {
        const double half = max / 2 - min / 2;  // the whole may be no number
        exponent = std::max(exponent, half > 0 ? std::ilogb(half) + 1 - bitsOfBins : leastExponent);
    }
    while (binsOf(min, max, exponent) > static_cast<int64_t>(mostBins)) {
        ++exponent;
    }
    return exponent;
}

// Of a bin among those 2^steps times as wide.
int64_t widerBin(int64_t bin, int steps) noexcept
{
    return bin >> std::min(steps, 63);
}

}  // namespace

double Histogram::width() const noexcept
{
    return std::ldexp(1.0, exponent);
}

double Histogram::begin(size_t bin) const noexcept
{
    return std::ldexp(static_cast<double>(first + static_cast<int64_t>(bin)), exponent);
}

Histogram coarsened(const Histogram& histogram, int exponent)
{
    const int steps = exponent - histogram.exponent;
    if (steps == 0 || histogram.counts.empty()) {
        return histogram;
    }
    Histogram wider;
    wider.exponent = exponent;
    wider.first = widerBin(histogram.first, steps);
    const int64_t last = widerBin(histogram.first + static_cast<int64_t>(histogram.counts.size()) - 1, steps);
    wider.counts.resize(static_cast<size_t>(last - wider.first + 1));
    for (size_t i = 0; i < histogram.counts.size(); ++i) {
        const int64_t bin = widerBin(histogram.first + static_cast<int64_t>(i), steps);
        wider.counts[static_cast<size_t>(bin - wider.first)] += histogram.counts[i];
    }
    return wider;
}

void HistogramBuilder::extend(double min, double max)
{
    const bool isFirst = m_histogram.counts.empty();
    if (!isFirst && min >= m_min && max <= m_max) {
        return;
    }
    m_min = isFirst ? min : std::min(min, m_min);
    m_max = isFirst ? max : std::max(max, m_max);
    const int exponent = exponentFor(m_min, m_max);
    m_scale = std::ldexp(1.0, -exponent);
    const Histogram before = coarsened(m_histogram, exponent);
    m_histogram.exponent = exponent;
    m_histogram.first = floorOf(m_min * m_scale);
    m_histogram.counts.assign(static_cast<size_t>(floorOf(m_max * m_scale) - m_histogram.first + 1), 0);
    const auto shift = static_cast<std::ptrdiff_t>(before.first - m_histogram.first);
    if (!isFirst) {
        std::copy(before.counts.begin(), before.counts.end(), m_histogram.counts.begin() + shift);
    }
}

void HistogramBuilder::add(std::span<const double> values) noexcept
{
    uint64_t* const counts = m_histogram.counts.data();
    const int64_t first = m_histogram.first;
    const double scale = m_scale;
    for (const double value : values) {
        ++counts[floorOf(value * scale) - first];
    }
}

}  // namespace wb::inspect
