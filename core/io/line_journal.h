#pragma once

#include "core/io/posix_file.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace wb::io {

// Append-only text file, one record a line: CRC-32 of the record in 8 hex digits, a space, the record (text without line ends, at most
// 4 KiB). A torn last line is known by its sum. Used by one thread at a time. Errors as OutputFile.
class LineJournal {
public:
    // Calls `take` with each record from the front, until it returns false or a line is torn or not of this form. Returns the length of what was
    // taken. 0 when there is no such file. Throws LimitExceeded for one of more than maxBytes.
    static uint64_t read(const std::string& path, uint64_t maxBytes, const std::function<bool(std::string_view record)>& take);
    // Begins a new journal with its first record; it is on disk, whole, when this returns.
    static LineJournal create(const std::string& path, std::string_view firstRecord);
    // Goes on after the readable part.
    LineJournal(std::string path, uint64_t keepBytes);

    // For its owner's eyes only.
    void keepPrivate();
    // Kept in memory until flush().
    void append(std::string_view record);
    void flush();
    // Flushed, and on disk when it returns.
    void sync();

private:
    std::string m_path;
    std::string m_pending;
    Descriptor m_file;
};

}  // namespace wb::io
