#pragma once

#include "core/mapping/family.h"
#include "core/mapping/key_map.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::plan {

enum class Format { Safetensors, Pth, Both };
std::string_view formatName(Format format) noexcept;
// A type that Options may ask for, as the command line names it: "f32", "f16", "bf16".
std::string_view dtypeOption(tensor::DType dtype) noexcept;
std::optional<Format> formatFromName(std::string_view name) noexcept;

// How much of a result lies on disk at a time: all of it, or two weight files at most.
enum class Keeping { All, TwoFiles };

// What the user asks for.
struct Options {
    std::string outputFolder;  // DIR
    std::string variant;       // named by the user, or empty
    Format format = Format::Safetensors;
    std::optional<tensor::DType> dtype;   // F32, F16 or BF16; absent: keep
    uint64_t shardBytes = 5'000'000'000;  // 0: one file
    std::vector<std::string> labels;      // empty: the family's
    std::vector<mapping::KeyEdit> edits;
};

// One tensor of the result. The plan's tensors are in writing order: the source's byte order, save that one waiting for an aligned place comes later.
struct PlannedTensor {
    std::string destination;
    uint32_t source = 0;                       // index into source.tensors
    tensor::DType dtype = tensor::DType::F32;  // written
    std::vector<uint64_t> shape;
    uint64_t bytes = 0;  // written
};

// One weight file. The bytes of its tensors [firstTensor, firstTensor + tensorCount) of Plan::tensors lie at `offsets`; what lies
// before, between and after them is the writer's (convert/), of `head` or derived from it.
struct PlannedFile {
    Format format = Format::Safetensors;  // Safetensors or Pth, never Both
    std::string name;                     // "model-00001-of-00008.safetensors"; for .pth the file name beside the folder
    uint64_t bytes = 0;
    std::string head;  // bytes that come first: safetensors header, or data.pkl of a .pth
    uint32_t firstTensor = 0;
    uint32_t tensorCount = 0;
    std::vector<uint64_t> offsets;        // first byte of each tensor
    std::vector<uint64_t> headerOffsets;  // .pth only: first byte of each tensor's local header
};

struct Forecast {
    uint64_t diskNeeded = 0;  // bytes of everything that will be written
    uint64_t diskFree = 0;    // on the output's file system, now
    uint64_t memoryNeeded = 0;
    uint64_t memoryFree = 0;
    uint64_t downloadBytes = 0;  // 0 for a local source
    uint64_t fileSystem = 0;     // of the output, as io::DiskSpace has it
    bool enough() const noexcept { return diskNeeded <= diskFree && memoryNeeded <= memoryFree; }
};

// Everything that will happen. Plain values; after it no choice is made. Made by planner.h.
struct Plan {
    Options options;
    tensor::TensorIndex source;
    mapping::Detection detection;
    mapping::KeyMap map;
    std::vector<PlannedTensor> tensors;
    std::vector<PlannedFile> weightFiles;      // safetensors shards in order, then the .pth
    std::vector<mapping::TextFile> textFiles;  // config.json, preprocessor_config.json, README.md, model.safetensors.index.json
    std::vector<std::string> warnings;
    Forecast forecast;
    uint64_t totalBytes = 0;  // tensor bytes written to one format
    uint64_t totalParameters = 0;
    std::string fingerprint;  // SHA-256 of all that decides the bytes (source contents as far as metadata tell, map, options); not of paths

    // Absolute path of a weight file.
    std::string pathOf(const PlannedFile& file) const;
};

}  // namespace wb::plan
