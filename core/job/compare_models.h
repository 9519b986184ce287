#pragma once

#include "core/base/job_context.h"
#include "core/inspect/compare.h"
#include "core/job/remote_source.h"
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

// Opens two files or folders of any container, as job::inspect does, and compares them. Of a published one all that is compared is read at its
// server, and nothing is stored. Constant memory. Throws what inspect, lookInside and comparePairs throw.
ComparedModels compareModels(const Source& first, const Source& second, const net::Settings& settings, JobContext& job);

}  // namespace wb::job
