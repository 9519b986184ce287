#pragma once

#include "core/base/job_context.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::verify {

// Reads a safetensors file of a plan from disk and proves that it is what was planned and copied: layout, key, dtype, shape and place of every
// tensor, its XXH3-128, and the file's SHA-256. `xxh3`: of the file's tensors, in the plan's order. Constant memory. Throws VerificationFailed (part:
// the tensor or the file; name: the check; reason), read errors, Cancelled.
void requireShard(const plan::Plan& plan, uint32_t file, const std::string& path, const std::string& sha256, const std::vector<std::string>& xxh3,
                  JobContext& job);

}  // namespace wb::verify
