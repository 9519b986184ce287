#pragma once

#include "core/base/cancel.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

namespace wb::checkpoint {

// Reads a record of this source once, front to back, and holds it against its CRC-32, when it has one. Throws CrcMismatch (file, part,
// offset, expected, found).
void requireRecordCrc(const io::ByteSource& source, const tensor::Record& record, const CancelToken& cancel);

}  // namespace wb::checkpoint
