#pragma once

#include "core/tensor/dtype.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace wb::safetensors {

// A tensor to be written.
struct OutputTensor {
    std::string key;
    tensor::DType dtype = tensor::DType::F32;
    std::vector<uint64_t> shape;
    uint64_t bytes = 0;
};

// Where the tensors of one file go. Offsets are from the start of the file.
struct Layout {
    std::string head;               // the 8-byte length and the JSON header, padded with spaces to 8 bytes
    std::vector<size_t> order;      // indices into the tensors given, in byte order of the file
    std::vector<uint64_t> offsets;  // for each of `order`: its first byte
    uint64_t fileBytes = 0;
};

// Lays tensors out in the order given, without holes, header metadata {"format": "pt"}. A tensor that would start unaligned to its item
// size waits for the next aligned place; one that still waits at the end goes to the last aligned place of the file. Deterministic.
Layout layoutFile(const std::vector<OutputTensor>& tensors);

// Cuts tensors, in order, into shards of at most shardBytes of tensor data (one larger tensor makes a shard of its own).
// shardBytes 0: one file. Returns the number of tensors of each shard. Never an empty shard, except one for no tensors at all.
std::vector<size_t> cutShards(const std::vector<OutputTensor>& tensors, uint64_t shardBytes);

// "model.safetensors" for one shard, else "model-00001-of-00008.safetensors" (number from 0).
std::string shardName(size_t shard, size_t count);

// model.safetensors.index.json as transformers writes it: 2 spaces, sorted weight_map, newline at the end.
std::string indexJson(const std::map<std::string, std::string>& weightMap, uint64_t totalParameters, uint64_t totalBytes);

}  // namespace wb::safetensors
