#pragma once

#include "core/base/cancel.h"

#include <cstdint>
#include <vector>

namespace wb::checkpoint {

// Where one changed byte would explain a wrong CRC-32 of a record of `bytes` bytes: offsets within it, ascending. When just one byte is wrong,
// its offset is among them; about bytes / 16.8 million others are too. Empty when the two are equal. Reads nothing: some seconds for a record of
// a gigabyte. Throws Cancelled.
std::vector<uint64_t> flippedByteCandidates(uint32_t expected, uint32_t found, uint64_t bytes, const CancelToken& cancel);

}  // namespace wb::checkpoint
