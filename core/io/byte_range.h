#pragma once

#include <cstdint>
#include <vector>

namespace wb::io {

// Half-open run of bytes of a file.
struct ByteRange {
    uint64_t begin = 0;
    uint64_t end = 0;
    uint64_t size() const noexcept { return end - begin; }
    bool operator==(const ByteRange&) const = default;
};

// Sorted by where they begin, and those made one between which fewer than `gap` bytes lie.
std::vector<ByteRange> joined(std::vector<ByteRange> ranges, uint64_t gap);

}  // namespace wb::io
