#pragma once

#include "core/checkpoint/zip_directory.h"
#include "core/io/byte_source.h"

#include <cstdint>

namespace wb::checkpoint {

inline constexpr unsigned zipDescriptorFlag = 0x0008;  // CRC-32 and sizes may stand behind the data
inline constexpr uint64_t zipUsualExtraBytes = 96;     // zip64 field and padding to 64 bytes: read with the header, so as to read once

// Reads a member's local header, holds it against the central entry and returns the offset of the first data byte. Sizes and CRC-32 may be
// left to a data descriptor (flag 8 with zeros, as torch writes), and extra fields other than zip64's are padding.
// `endOfRoom`: where the next member begins. Throws ZipHeadersDiffer (problem, expected, found), ZipEncrypted, ZipOverlap.
// Source: PKWARE APPNOTE 6.3, section 4.3.7.
uint64_t requireLocalHeader(const io::ByteSource& source, const ZipEntry& entry, uint64_t endOfRoom);

}  // namespace wb::checkpoint
