#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"
#include "core/safetensors/header.h"
#include "core/tensor/tensor_index.h"

#include <string>

namespace wb::safetensors {

// Reads the header of a .safetensors file and proves its layout: offsets without hole or overlap, shape × dtype equal to the bytes, nothing
// after the last tensor, no name twice, text UTF-8. Each tensor is a record of its own, contiguous, without CRC.
// Throws Safetensors… errors with file, part (tensor name) and offset. Source: safetensors 0.5 README "Format" and its validate().
tensor::TensorIndex readSafetensors(const io::ByteSource& source, JobContext& job);

// Text entries of the header's "__metadata__"; nothing is proved of the tensors. Throws Safetensors… errors.
Metadata readMetadata(const io::ByteSource& source, JobContext& job);

// Reads a sharded model through its `model.safetensors.index.json` (path of the JSON file): every shard inside the same folder, every tensor
// of weight_map in the shard it names and nowhere else. Throws ShardIndex (part: the shard or key, problem) and what readSafetensors throws.
tensor::TensorIndex readSharded(const std::string& indexPath, JobContext& job);

}  // namespace wb::safetensors
