#pragma once

#include "core/base/cancel.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>

namespace wb::checkpoint {

// Reads a record of this source once, front to back from its first byte `begin`, and holds it against its CRC-32, when it has one. Throws
// CrcMismatch (file, part, offset, expected, found).
void requireRecordCrc(const io::ByteSource& source, const tensor::Record& record, uint64_t begin, const CancelToken& cancel);

}  // namespace wb::checkpoint
