#pragma once

#include "app/torch/network/network.h"
#include "app/torch/parity/recorded.h"
#include "app/torch/parity/weights.h"

#include "core/base/job_context.h"
#include "core/verify/parity_report.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wb::parity {

// One of the two networks with its weights. Refers to the index.
struct SideOfParity {
    network::Network network;
    const tensor::TensorIndex* index = nullptr;
    TensorNumbers numbers;
    tensor::DType dtype = tensor::DType::F32;  // of its floating weights
};

struct ParityRun {
    SideOfParity source;
    SideOfParity result;
    at::Tensor pixels;
    std::map<uint64_t, std::string> labels;  // of the classes
    std::optional<double> tolerance;         // given by the user
    bool keepsOutputs = false;
};

struct ParityResult {
    verify::ParityReport report;    // without what is known of the input
    std::vector<Recorded> outputs;  // of the converted network, where they are kept: "hidden_state.0" …, "logits" or "pooler_output"
};

// Runs both networks at once, module by module, each on a thread of its own with half of the processors, and compares what they compute. Memory: the
// activations of one layer on each side and a few MiB of weights. Throws NotEnoughMemory beforehand, TracePair, read errors, SourceChanged,
// Cancelled.
ParityResult runParity(const ParityRun& run, JobContext& job);

}  // namespace wb::parity
