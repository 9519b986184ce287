#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

// One stored member of a zip archive, as the central directory has it.
struct ZipEntry {
    std::string name;               // UTF-8, no "..", not absolute, no NUL or backslash
    uint64_t localHeader = 0;       // offset of its local header, from the start of the file
    uint64_t bytes = 0;             // stored, so both sizes are one
    std::optional<uint32_t> crc32;  // absent: 0 with bytes > 0, "not computed"
    uint16_t version = 0;           // needed to extract; this and the next two as written: the local header repeats them
    uint16_t flags = 0;
    uint32_t modified = 0;  // MS-DOS time, and date above it
};

// Central directory of a zip or zip64 archive whose members are all stored (PKWARE APPNOTE 6.3, as torch writes it).
// Proved: end records agree with the file, every entry inside it and before the directory, none overlap, no two of one name, no encryption
// or compression, no links. Sorted by name; folders are apart. Independent of torch.
class ZipDirectory {
public:
    // Reads from the end of the source. Throws Zip… errors and LimitExceeded; looks at job.cancel.
    static ZipDirectory read(const io::ByteSource& source, JobContext& job);

    const std::vector<ZipEntry>& entries() const noexcept { return m_entries; }
    const std::vector<ZipEntry>& folders() const noexcept { return m_folders; }  // names that end in "/", by place; no bytes
    uint64_t offset() const noexcept { return m_directoryOffset; }               // of the directory, from the start of the file
    const ZipEntry* find(std::string_view name) const noexcept;
    // Reads the local header, holds it against the central one (ZipHeadersDiffer, ZipOverlap) and returns the offset of the first data byte.
    uint64_t dataOffset(const io::ByteSource& source, const ZipEntry& entry) const;
    // Where the next member, or the directory, begins.
    uint64_t endOfRoom(const ZipEntry& entry) const;

private:
    void requireApart(const io::ByteSource& source);
    void sortByName(const io::ByteSource& source);

    std::vector<ZipEntry> m_entries;
    std::vector<ZipEntry> m_folders;
    std::vector<uint64_t> m_headers;  // offsets of all local headers, ascending
    uint64_t m_directoryOffset = 0;
};

}  // namespace wb::checkpoint
