#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace wb::io {

// A file being written under its working name, front to back; it gets its final name only by publish().
// Owns the descriptor. Not thread-safe. Errors: DiskFull (ENOSPC, EDQUOT), FileTooLarge (EFBIG), ReadOnly, PermissionDenied, WriteFailed.
class OutputFile {
public:
    // Opens or makes `workingPath` (never through a link: O_NOFOLLOW) and cuts it to `keepBytes`, where writing goes on.
    OutputFile(std::string workingPath, uint64_t keepBytes);
    ~OutputFile();
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;

    // Asks the file system to set the bytes aside; throws DiskFull when it cannot, does nothing where it has no such call.
    void reserve(uint64_t bytes);
    void write(std::span<const std::byte> bytes);
    uint64_t position() const noexcept { return m_position; }
    // Starts write-back of what was written and lets the cache drop what is on disk: keeps dirty pages bounded.
    void flushBehind();
    // fdatasync and close.
    void finish();
    const std::string& path() const noexcept { return m_path; }

private:
    void close() noexcept;

    std::string m_path;
    int m_fd = -1;
    uint64_t m_position = 0;
    uint64_t m_flushed = 0;
    uint64_t m_dropped = 0;
};

// rename(2) and fsync of the folder.
void publish(const std::string& workingPath, const std::string& finalPath);
// Whole text written beside, synced and renamed over `path`.
void writeFileAtomically(const std::string& path, std::string_view text);
// The same without waiting for the disk, for what can be had again: after a power cut the file may be empty.
void writeFileUnsynced(const std::string& path, std::string_view text);

}  // namespace wb::io
