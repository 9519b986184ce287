#pragma once

#include "core/io/line_journal.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace wb::convert {

struct TensorRecord {
    std::string xxh3;  // of the bytes that went out
    uint64_t overflowed = 0;
};

struct FileRecord {
    uint64_t bytes = 0;
    std::string sha256;
};

// All that a journal tells: what an interrupted run had done.
struct JournalState {
    std::string fingerprint;                   // of the plan
    uint32_t foldersMade = 0;                  // how many folders from DIR upwards did not exist before
    std::map<uint32_t, TensorRecord> tensors;  // by number in the plan; the data may still be missing on disk
    std::map<uint32_t, FileRecord> files;      // weight files, by number in the plan, that are whole and synced
    std::set<uint32_t> away;                   // of those: they are at their place in a sink, and no longer here
    bool publishing = false;                   // every file was whole; final names are being given
    uint64_t goodBytes = 0;                    // length of the readable part of the journal
};

// Reads a journal up to its first line that is torn or not of this format. Empty when there is none or its first line is unreadable.
std::optional<JournalState> readJournal(const std::string& path, uint64_t maxBytes);

// A line journal of JSON objects. Errors as io::OutputFile. Used by one thread at a time.
class Journal {
public:
    // Begins a new journal; it is on disk, whole, when this returns.
    static Journal create(const std::string& path, const std::string& fingerprint, uint32_t foldersMade);
    // Goes on after the readable part.
    Journal(const std::string& path, JournalState state) : m_state(std::move(state)), m_lines(path, m_state.goodBytes) {}

    const JournalState& state() const noexcept { return m_state; }

    // Kept in memory until flush().
    void tensorDone(uint32_t tensor, const TensorRecord& record);
    void flush() { m_lines.flush(); }
    // On disk when they return.
    void fileDone(uint32_t file, const FileRecord& record);
    void fileAway(uint32_t file);
    void fileLost(uint32_t file);  // the sink has it no longer: it is to be made again
    void publishing();

private:
    Journal(io::LineJournal lines, JournalState state) : m_state(std::move(state)), m_lines(std::move(lines)) {}

    JournalState m_state;
    io::LineJournal m_lines;
};

}  // namespace wb::convert
