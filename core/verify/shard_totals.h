#pragma once

#include "core/base/limits.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wb::verify {

// The sums in the "metadata" of a model.safetensors.index.json.
struct ShardTotals {
    std::optional<uint64_t> bytes;       // total_size
    std::optional<uint64_t> parameters;  // total_parameters
};

// Throws ShardIndex (problem, offset) for what is no JSON, or where a sum is no whole number.
ShardTotals readShardTotals(std::string_view json, const Limits& limits);

}  // namespace wb::verify
