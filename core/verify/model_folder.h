#pragma once

#include "core/base/job_context.h"
#include "core/plan/conversion_report.h"
#include "core/plan/plan.h"
#include "core/tensor/tensor_index.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::verify {

// The weights of a folder in one format, headers read.
struct WeightSet {
    plan::Format format = plan::Format::Safetensors;  // or Pth
    bool sharded = false;
    tensor::TensorIndex index;
};

struct Failure {
    std::string part;
    std::string problem;
};

// What stands on disk as a result, before anything is proved.
struct ModelFolder {
    std::string path;  // absolute
    std::optional<plan::ConversionReport> report;
    std::optional<Failure> reportFailure;  // it is there and cannot be read
    std::vector<WeightSet> weights;
    std::vector<Failure> layoutFailures;  // weights that are there and cannot be read, files too many
};

// Looks for model.safetensors.index.json or model.safetensors in the folder, and for DIR.pth beside it when the report tells of a .pth or there is no
// report. Weights that the report tells of and that are not there are layout failures. Throws NotFound (no such folder, or neither weights nor a
// report), NotAFolder, Cancelled.
ModelFolder openModelFolder(const std::string& folder, JobContext& job);

// DIR.pth: the folder and its .pth may have been renamed since the report was written.
std::string pthNameOf(const ModelFolder& model);

}  // namespace wb::verify
