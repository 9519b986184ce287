#pragma once

#include "core/base/job_context.h"
#include "core/inspect/statistics_cache.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wb::job {

// A tensor of a checkpoint, and the one that it became in a model folder, where there is one.
struct ValuesQuestion {
    uint32_t tensor = 0;      // index into TensorIndex::tensors
    std::string folder;       // of the result; empty: none
    std::string destination;  // key in it
};

// What the tensors hold: from the cache, or read from both files, in step, and kept there. A result that is gone or has no such tensor is left out.
// Where more than mostBytes would have to be read nothing is, and the answer is empty. Throws what the readers throw, TensorDType for complex types.
std::optional<inspect::FoundValues> lookAtValues(const tensor::TensorIndex& source, const ValuesQuestion& question, uint64_t mostBytes,
                                                 inspect::StatisticsCache& cache, JobContext& job);

// What each of these tensors (indices into TensorIndex::tensors) holds, one after the other: from the cache, or read and kept there; with
// `cachedOnly` nothing is read. `found` is called on this thread for each that is known, not for those of a complex type. Throws what the readers
// throw.
using TakeStatistics = std::function<void(uint32_t tensor, const inspect::TensorStatistics& statistics)>;
void lookAtAll(const tensor::TensorIndex& source, const std::vector<uint32_t>& tensors, bool cachedOnly, inspect::StatisticsCache& cache,
               JobContext& job, const TakeStatistics& found);
// Both were read from the same file, which has not changed between, as far as path, size, time and number of tensors tell. Neither is without files.
bool isSameSource(const tensor::TensorIndex& a, const tensor::TensorIndex& b);
// All tensors of the index, in the order in which they lie in its files.
std::vector<uint32_t> tensorsInFileOrder(const tensor::TensorIndex& index);

}  // namespace wb::job
