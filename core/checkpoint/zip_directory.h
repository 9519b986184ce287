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
    std::string name;             // UTF-8, no "..", not absolute, no NUL or backslash: safe to show
    uint64_t localHeader = 0;     // offset of its local header
    uint64_t bytes = 0;           // stored, so both sizes are one
    std::optional<uint32_t> crc32;  // absent: 0 with bytes > 0, "not computed"
};

// Central directory of a zip or zip64 archive whose members are all stored (PKWARE APPNOTE 6.3, as torch writes it).
// Proved: end records agree with the file, every entry inside it and before the directory, none overlap, no two of one name, no encryption
// or compression. Sorted by name. Independent of torch.
class ZipDirectory {
public:
    // Reads from the end of the source. Throws Zip… errors and LimitExceeded; looks at job.cancel.
    static ZipDirectory read(const io::ByteSource& source, JobContext& job);

    const std::vector<ZipEntry>& entries() const noexcept { return m_entries; }
    const ZipEntry* find(std::string_view name) const noexcept;
    // Reads the local header, holds it against the central one (ZipHeadersDiffer) and returns the offset of the first data byte.
    uint64_t dataOffset(const io::ByteSource& source, const ZipEntry& entry) const;

private:
    std::vector<ZipEntry> m_entries;
    uint64_t m_directoryOffset = 0;
    uint64_t m_prefixBytes = 0;  // junk before the archive that offsets do not count
};

}  // namespace wb::checkpoint
