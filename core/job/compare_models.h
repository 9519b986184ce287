#pragma once

#include "core/base/job_context.h"
#include "core/inspect/compare.h"
#include "core/tensor/tensor_index.h"

#include <string>
#include <vector>

namespace wb::job {

struct ComparedModels {
    tensor::TensorIndex first;
    tensor::TensorIndex second;
    inspect::Comparison comparison;
};

// Which tensors belong together: by the report of a model folder that was made from the other; else by their keys; else, where no key is in both
// and one has Hugging Face's names, by the rules of the family. The paths are those that the indices were made from.
std::vector<inspect::TensorPair> pairTensors(const std::string& firstPath, const tensor::TensorIndex& first, const std::string& secondPath,
                                             const tensor::TensorIndex& second, const JobContext& job, bool& byMap);

// Opens two files or folders of any container, as job::inspect does, and compares them. Constant memory. Throws what inspect and comparePairs throw.
ComparedModels compareModels(const std::string& firstPath, const std::string& secondPath, JobContext& job);

}  // namespace wb::job
