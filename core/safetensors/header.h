#pragma once

#include "core/base/job_context.h"
#include "core/tensor/dtype.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::safetensors {

inline constexpr uint64_t lengthFieldBytes = 8;  // before the header, little-endian

// One tensor as the header has it. Offsets are from the start of the data, and not yet held against anything.
struct HeaderEntry {
    std::string key;
    tensor::DType dtype = tensor::DType::F32;
    std::vector<uint64_t> shape;
    uint64_t begin = 0;
    uint64_t end = 0;
    uint64_t position = 0;  // of the key in the file: for errors
};

// What stands under "__metadata__", in the order of the file.
using Metadata = std::vector<std::pair<std::string, std::string>>;

// Reads the JSON of a header. Every entry has dtype, shape and two offsets, once each, and nothing else; names may still repeat.
// Throws SafetensorsHeader, SafetensorsTensor, SafetensorsDuplicate, TensorKey, TensorDType, LimitExceeded with `file`, part and offset.
// `metadata`: filled where it is not null.
std::vector<HeaderEntry> parseHeader(std::string_view header, const std::string& file, const JobContext& job, Metadata* metadata = nullptr);

}  // namespace wb::safetensors
