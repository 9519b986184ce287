#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace wb::plan {

// Pieces of a zip archive of stored members as torch's writer lays them down (PKWARE APPNOTE 6.3; caffe2/serialize/inline_container.cc, getPadding):
// data at 64-byte alignment through an extra field "FB", sizes and CRC-32 in a data descriptor behind it, zip64 where 4 GiB are reached.

struct StoredMember {
    std::string name;
    uint64_t headerOffset = 0;  // of its local header, from the start of the file
    uint64_t bytes = 0;
    uint32_t crc32 = 0;  // not needed for the local header
};

std::string zipLocalHeader(const StoredMember& member);
// Behind the member's bytes: 16 bytes, 24 with zip64, none for a member without bytes.
std::string zipDescriptor(const StoredMember& member);
uint64_t zipDescriptorBytes(const StoredMember& member) noexcept;
// First byte of the member's data; it ends at the next member's header when zipDescriptorBytes are added.
uint64_t zipDataOffset(const StoredMember& member);

// Entry of the central directory.
std::string zipDirectoryEntry(const StoredMember& member);
// What ends the archive: zip64 end record and locator, end record.
std::string zipEnd(uint64_t members, uint64_t directoryOffset, uint64_t directoryBytes);

}  // namespace wb::plan
