#pragma once

#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>

namespace wb::checkpoint {

// Offset of a record's first byte of data. Where what stands before it was left unread, reads it, forwards and once as a rule, and holds it against
// the index: throws what inspecting a local file would throw (requireLocalHeader's errors for a zip member, LegacyStorage "size" for a storage).
uint64_t firstByteOf(const io::ByteSource& source, const tensor::Record& record);

// What firstByteOf reads of an unread record before the data: the fewest bytes from the record's offset to the data, and how far the read may reach.
struct HeaderBytes {
    uint64_t least = 0;
    uint64_t read = 0;
};
HeaderBytes headerBytesOf(const tensor::Record& record) noexcept;

}  // namespace wb::checkpoint
