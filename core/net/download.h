#pragma once

#include "core/net/frontier_hash.h"
#include "core/net/part_file.h"
#include "core/net/remote_reader.h"
#include "core/net/settings.h"

#include <memory>
#include <optional>
#include <string>

namespace wb::net {

// One file on its way from a server to `path`: fetched as path.part, mended where it proves to be damaged, renamed when its user finds it right.
// In order: open(), fetch(), then reading, sha256() and refetch() as wanted, publish(). All block on the caller's thread. Errors of the network and
// of the disk leave the part, and tell it: facts "kept" and "path". Progress: stage Download.
class Download {
public:
    Download(Url url, std::string path, const Settings& settings, JobContext& job);
    ~Download();

    // What the server says of the file.
    const RemoteFile& open();
    // Until every byte is there.
    void fetch();
    // Of the bytes on disk.
    std::string sha256();
    uint32_t crc32Of(ByteRange range);
    // Asks for these bytes again and writes what differs, once it has come the same twice; returns how many bytes the pieces (of at most 1 MiB) have
    // that did. Not all servers can: NoRange.
    uint64_t refetch(ByteRange range);
    // Gives the file its name.
    void publish();
    void discard();

    const RemoteFile& file() const { return m_reader.file(); }
    PartFile& part() { return *m_part; }

private:
    void fetchParts();
    std::vector<std::byte> agreedBytes(ByteRange piece);
    template <typename Work> void keeping(Work work);
    void finishHash();
    BlockChecksums::ReadAt reading() const;

    std::string m_path;
    Settings m_settings;
    JobContext& m_job;
    RemoteReader m_reader;
    std::unique_ptr<PartFile> m_part;
    std::unique_ptr<FrontierHash> m_hash;
    std::string m_sha256;  // of the bytes on disk; empty: not known (any more)
    std::optional<BlockChecksums> m_blocks;
};

}  // namespace wb::net
