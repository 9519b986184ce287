#pragma once

#include "core/base/job_context.h"
#include "core/inspect/statistics_cache.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <optional>
#include <string>

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

}  // namespace wb::job
