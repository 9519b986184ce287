#pragma once

#include "core/base/hash.h"
#include "core/net/block_checksums.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <string>
#include <thread>

namespace wb::net {

// SHA-256 and block checksums of a file that grows from the front, read behind the writer by a thread of its own while the bytes are still in the
// page cache.
class FrontierHash {
public:
    // `descriptor` must stay open; `path` is for errors.
    FrontierHash(int descriptor, std::string path);
    ~FrontierHash();
    FrontierHash(const FrontierHash&) = delete;
    FrontierHash& operator=(const FrontierHash&) = delete;

    // The bytes before `frontier` are there for good. Never backwards.
    void advance(uint64_t frontier);
    struct Digests {
        std::string sha256;
        BlockChecksums blocks;
    };
    // Of the bytes before the frontier, when all of them are hashed. Once. Throws ReadFailed, SourceTruncated.
    Digests finish();

private:
    void hashUntilStopped();
    void hashUpTo(uint64_t end);

    int m_descriptor;
    std::string m_path;
    Sha256 m_hash;
    BlockChecksums m_blocks;
    uint64_t m_hashed = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    uint64_t m_frontier = 0;
    bool m_finishing = false;
    bool m_stopped = false;
    std::exception_ptr m_failure;
    std::thread m_thread;
};

}  // namespace wb::net
