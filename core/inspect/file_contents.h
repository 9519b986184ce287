#pragma once

#include "core/base/job_context.h"
#include "core/safetensors/header.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::inspect {

inline constexpr uint64_t mostTextBytes = 1ULL << 20;

// What a file of a model folder is for, by its name alone.
enum class FileRole { Weights, ShardIndex, Configuration, Processor, Card, Report, Licence, Text, Other };
FileRole roleOf(std::string_view name) noexcept;

// One shard of an index, and how many tensors it is to hold.
struct ShardSummary {
    std::string name;
    uint64_t tensors = 0;
};

// What can be shown of a file without reading a value.
struct FileContents {
    FileRole role = FileRole::Other;
    std::optional<std::string> text;          // UTF-8; absent: not text
    bool isCut = false;                       // there is more of the text
    std::vector<tensor::TensorInfo> tensors;  // of a .safetensors
    safetensors::Metadata metadata;
    std::vector<ShardSummary> shards;  // of an index
    std::optional<uint64_t> totalBytes;
};

// Reads a file inside the folder; a link is refused. Throws UnsafePath, NotFound, NotARegularFile, and what the readers of weights and indices throw.
FileContents readContents(const std::string& folder, const std::string& name, JobContext& job);

}  // namespace wb::inspect
