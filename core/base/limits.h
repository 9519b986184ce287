#pragma once

#include <cstdint>

namespace wb {

// Bounds on what a foreign file may make us hold. Bytes unless said. Generous for every known checkpoint, small against memory.
struct Limits {
    uint64_t zipEntries = 250'000;
    uint64_t zipDirectoryBytes = 64ULL << 20;
    uint64_t zipNameBytes = 1024;
    uint64_t pickleBytes = 64ULL << 20;        // one pickle stream
    uint64_t pickleStringBytes = 16ULL << 20;  // one string or bytes value
    uint64_t pickleNodes = 2'000'000;          // values in one tree
    uint64_t pickleMemo = 2'000'000;
    uint32_t pickleDepth = 500;                     // nesting of containers and of marks
    uint64_t safetensorsHeaderBytes = 100'000'000;  // as the safetensors library
    uint64_t tensors = 250'000;
    uint64_t keyBytes = 4096;
    uint64_t jsonBytes = 64ULL << 20;  // key-map, index and label files
    uint32_t jsonDepth = 64;
    uint32_t tensorDimensions = 64;
};

}  // namespace wb
