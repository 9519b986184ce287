#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/inspect/histogram.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wb::inspect {

inline constexpr size_t shownValues = 64;

// What a tensor's values are, as numpy tells it: deviation is that of the population (ddof 0), NaN and infinities stand beside the other numbers.
// Integers beyond 2^53 are rounded. Where a float64's sum is no number, mean and deviation are none either.
struct TensorStatistics {
    uint64_t elements = 0;
    uint64_t finite = 0;  // min, max, mean and deviation are those of these; 0 for none
    uint64_t zeros = 0;   // of either sign
    uint64_t nan = 0;
    uint64_t positiveInfinity = 0;
    uint64_t negativeInfinity = 0;
    double min = 0;
    double max = 0;
    double mean = 0;
    double deviation = 0;
    Histogram histogram;         // of the finite values
    std::vector<double> values;  // the first shownValues, row-major
};

// Takes values as they come, in constant memory.
class StatisticsBuilder {
public:
    void add(std::span<const double> values);
    TensorStatistics take();

private:
    void addBlock(std::span<const double> values);
    void addFinite(std::span<const double> values);
    std::span<const double> finiteOf(std::span<const double> values);

    TensorStatistics m_statistics;
    double m_squares = 0;  // of the distances from the mean, summed
    HistogramBuilder m_histogram;
    std::vector<double> m_kept;
};

// Reads a tensor of an index from front to back, at most 1 MiB at a time. Advances the progress by the bytes read. Throws TensorDType (key) for a
// complex type, read errors, Cancelled.
TensorStatistics tensorStatistics(const checkpoint::SourceFiles& files, const tensor::TensorIndex& index, const tensor::TensorInfo& tensor,
                                  JobContext& job);

}  // namespace wb::inspect
