#pragma once

#include "core/io/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wb::checkpoint {

// Extent of one dimension of a view: how many, and how far apart in the source and in the row-major result. Elements.
struct StridedDimension {
    uint64_t size = 1;
    uint64_t stride = 0;
    uint64_t step = 0;
};

// Gathers a view of any strides in row-major order. The result is made in boxes (some range of one dimension, with all of the dimensions
// inside it) of at most 1 MiB; for each, the source is read forwards in runs of at most 1 MiB. The source must outlive it.
class StridedReader {
public:
    // `begin`: byte offset of element 0. Every element lies inside the source.
    StridedReader(const io::ByteSource& source, uint64_t begin, uint64_t itemBytes, const std::vector<uint64_t>& shape,
                  const std::vector<uint64_t>& strides);

    // The next values; as many bytes as are asked for must be left.
    void read(std::span<std::byte> into);

private:
    void nextBox();
    void gather(const std::vector<StridedDimension>& box, uint64_t from);

    const io::ByteSource& m_source;
    uint64_t m_begin;
    uint64_t m_itemBytes;
    std::vector<StridedDimension> m_dimensions;  // as shape, those of size 1 left out, joined where one continues another
    size_t m_split = 0;                          // a box holds a range of this dimension and all inside it
    uint64_t m_rowElements = 1;                  // inside one index of the split dimension
    uint64_t m_boxRows = 1;                      // most indices of the split dimension in a box
    std::vector<uint64_t> m_at;                  // of the next box: indices up to the split dimension
    std::vector<std::byte> m_box;
    std::span<const std::byte> m_left;  // of the box, not yet given out
    std::vector<std::byte> m_window;
};

}  // namespace wb::checkpoint
