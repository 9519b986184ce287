#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/inspect/tensor_statistics.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <optional>

namespace wb::inspect {

// A tensor of an index whose files are open. Refers to all three.
struct TensorAt {
    const checkpoint::SourceFiles& files;
    const tensor::TensorIndex& index;
    const tensor::TensorInfo& tensor;
};

// How two tensors of one number of elements differ, value by value.
struct TensorDifference {
    uint64_t elements = 0;
    // Of one type: values whose bytes differ. Of two types: those that are not the same number (all NaN are one number).
    uint64_t changed = 0;
    std::optional<uint64_t> firstChanged;  // number of the element, row-major
    double largest = 0;                    // max |a - b| where both are finite; 0 for complex types of one kind, which are compared by bytes alone
    uint64_t overflowed = 0;               // finite in the first, infinite in the second
    uint64_t vanished = 0;                 // not zero in the first, zero in the second

    bool isEqual() const noexcept { return changed == 0; }
};

// Reads both from front to back, in step, in constant memory. Advances the progress by the bytes read of both. Throws Internal where their shapes
// have not one number of elements, TensorDType for two types of which one is complex, read errors, Cancelled.
TensorDifference tensorDifference(const TensorAt& first, const TensorAt& second, JobContext& job);

// The same with the statistics of both, in one reading.
struct PairStatistics {
    TensorStatistics first;
    TensorStatistics second;
    TensorDifference difference;
};
PairStatistics pairStatistics(const TensorAt& first, const TensorAt& second, JobContext& job);

}  // namespace wb::inspect
