#pragma once

#include "core/base/job_context.h"
#include "core/verify/model_folder.h"
#include "core/verify/verify.h"

#include <vector>

namespace wb::verify {

// Reads every byte of the weights once. With a report: each tensor's XXH3-128 ("tensor-hashes") and each file's SHA-256 ("file-hashes", small files
// too) are the recorded ones. Where the container has CRC-32s: each tensor's is right ("record-crcs").
std::vector<Check> checkContent(const ModelFolder& model, JobContext& job);

// Bytes that checkContent reads of the weights.
uint64_t contentBytes(const ModelFolder& model);

}  // namespace wb::verify
