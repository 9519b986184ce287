#pragma once

#include "core/base/job_context.h"
#include "core/mapping/family.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace wb::parity {

inline constexpr const char* inputName = "input";

// A tensor of a .safetensors file by its name.
struct Recorded {
    std::string name;
    at::Tensor values;  // float32
};

// All tensors of a small .safetensors file (at most 1 GB), "input" among them, which must be a picture for the architecture. Throws the errors of the
// safetensors reader; SafetensorsTensor (part, problem "missing" or "recorded-shape").
std::vector<Recorded> readRecorded(const std::string& path, const mapping::Architecture& architecture, JobContext& job);
// Writes such a file; nothing else than an earlier one is replaced. Throws WouldOverwrite and the write errors.
void writeRecorded(const std::string& path, const std::vector<Recorded>& tensors, JobContext& job);

// The tensor of that name; undefined where there is none.
at::Tensor find(const std::vector<Recorded>& tensors, std::string_view name);

}  // namespace wb::parity
