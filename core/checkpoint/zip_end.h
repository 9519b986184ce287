#pragma once

#include "core/io/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace wb::checkpoint {

// Where the central directory of a zip archive lies, as its end records say and the file bears out.
struct ZipEnd {
    uint64_t entries = 0;          // no more than directoryBytes can hold
    uint64_t directoryOffset = 0;  // from the start of the file
    uint64_t directoryBytes = 0;
    uint64_t prefixBytes = 0;  // bytes before the archive, which the offsets in it do not count
};

// Reads the last 64 KiB, and the zip64 records where there are some. Throws ZipTruncated (no end record), ZipEndRecord, Zip64,
// ZipEntryCount. Two end records that both reach the end of the file are refused: readers would differ about which one counts.
// Source: PKWARE APPNOTE 6.3, sections 4.3.14 to 4.3.16.
ZipEnd readZipEnd(const io::ByteSource& source);

// True when these bytes, the last of a file, hold an end record whose comment ends with them.
bool endsAsZip(std::span<const std::byte> tail);

}  // namespace wb::checkpoint
