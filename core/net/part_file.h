#pragma once

#include "core/base/hash.h"
#include "core/base/job_context.h"
#include "core/io/line_journal.h"
#include "core/io/posix_file.h"
#include "core/net/range_fetcher.h"
#include "core/net/remote_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wb::net {

// NAME.part: a file on its way, with NAME.part.journal that tells which of its chunks (1 MiB) are there and their XXH3-128. Chunks come in any order.
// Locked against a second process. Used by one thread. Errors as io::OutputFile, and FolderBusy, NotEnoughSpace, WouldOverwrite (problem "link",
// "folder", "file": not one of ours; "other-download": the part of another address).
class PartFile final : public FetchTarget {
public:
    static constexpr uint64_t chunkBytes = 1 << 20;

    static std::string partPath(const std::string& finalPath) { return finalPath + ".part"; }
    static std::string journalPath(const std::string& finalPath) { return finalPath + ".part.journal"; }
    // What a journal says is there, without looking at the bytes.
    static uint64_t journalledBytes(const std::string& finalPath);

    // Opens or begins the part of `file` (its size is known) and sets its room aside. What an earlier run left is kept as far as each chunk still has
    // its hash, when the remote file is still the same; of another state nothing is kept. Progress: bytes kept, as resumed.
    PartFile(std::string finalPath, const RemoteFile& file, JobContext& job);
    ~PartFile() override;

    std::optional<ByteRange> take(uint64_t mostBytes) override;
    uint64_t untaken() const override { return m_untaken; }
    bool isDone() const override { return m_bytesDone == m_bytes; }
    void write(uint64_t offset, std::span<const std::byte> bytes) override;

    // Bytes of a chunk that is there, fetched anew: written where they differ. True when they did. Not across chunks.
    bool mend(uint64_t offset, std::span<const std::byte> bytes);
    // So many bytes came that were there already.
    void countAgain(uint64_t bytes) noexcept
    {
        m_bytesFetched += bytes;
        m_bytesTwice += bytes;
    }
    void readAt(uint64_t offset, std::span<std::byte> into) const;
    // Bytes from the front that are there without a hole.
    uint64_t frontier() const noexcept { return m_frontier; }

    uint64_t bytes() const noexcept { return m_bytes; }
    uint64_t bytesDone() const noexcept { return m_bytesDone; }
    uint64_t bytesResumed() const noexcept { return m_bytesResumed; }
    uint64_t bytesFetched() const noexcept { return m_bytesFetched; }
    uint64_t bytesTwice() const noexcept { return m_bytesTwice; }
    bool beganAnew() const noexcept { return m_beganAnew; }  // the part of another state of the file was thrown away
    const std::string& path() const noexcept { return m_partPath; }
    int descriptor() const noexcept { return m_file.get(); }

    // Everything is there and right: synced, renamed, the journal removed.
    void publish();
    // Takes part and journal away.
    void discard();

private:
    enum class Chunk : uint8_t { Missing, Taken, Done };
    struct Open {  // a chunk that has come in part
        TensorHash hash;
        uint64_t filled = 0;
    };

    void open();
    void readJournal(const RemoteFile& file);
    void beginJournal(const RemoteFile& file);
    void keepChunks(const std::map<uint64_t, std::string>& hashes);
    void requireRoom() const;
    void reserve() const;
    void cutTo(uint64_t bytes) const;
    void moveFrontier() noexcept;
    uint64_t sizeOf(uint64_t chunk) const noexcept;
    void writeInto(uint64_t chunk, uint64_t offset, std::span<const std::byte> bytes);
    void finishChunk(uint64_t chunk, const std::string& hash);
    void writeAt(uint64_t offset, std::span<const std::byte> bytes) const;
    void report();

    JobContext& m_job;
    std::string m_finalPath;
    std::string m_partPath;
    uint64_t m_bytes = 0;
    io::Descriptor m_file;  // holds the lock
    std::optional<io::LineJournal> m_journal;
    std::vector<Chunk> m_chunks;
    std::map<uint64_t, Open> m_open;
    uint64_t m_nextMissing = 0;  // no missing chunk before
    uint64_t m_frontier = 0;
    uint64_t m_untaken = 0;
    uint64_t m_bytesDone = 0;  // of whole chunks
    uint64_t m_bytesResumed = 0;
    uint64_t m_bytesFetched = 0;
    uint64_t m_bytesTwice = 0;
    bool m_beganAnew = false;
    Clock::time_point m_reported;
};

}  // namespace wb::net
