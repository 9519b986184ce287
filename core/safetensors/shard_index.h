#pragma once

#include "core/base/job_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::safetensors {

// What a model.safetensors.index.json says, not yet held against the shards.
struct ShardIndexFile {
    std::vector<std::string> shards;                          // names as written, sorted
    std::vector<std::pair<std::string, uint32_t>> weightMap;  // tensor -> index into shards, sorted by tensor
    std::optional<uint64_t> totalBytes;                       // metadata.total_size
};

// Reads the JSON by events: weight_map is required, metadata.total_size is taken, all other fields are passed over. Names may be anything yet.
// Throws ShardIndex (`file`, offset, problem), LimitExceeded.
ShardIndexFile parseShardIndex(std::string_view text, const std::string& file, const JobContext& job);

}  // namespace wb::safetensors
