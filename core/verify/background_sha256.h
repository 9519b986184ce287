#pragma once

#include "core/base/hash.h"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace wb::verify {

// SHA-256 on a thread of its own, fed through a ring of buffers. Used by one thread.
class BackgroundSha256 {
public:
    // `totalBytes`: how much is going to be hashed, so that little takes small buffers.
    explicit BackgroundSha256(uint64_t totalBytes);
    ~BackgroundSha256();  // gives up what is not hashed yet
    BackgroundSha256(const BackgroundSha256&) = delete;
    BackgroundSha256& operator=(const BackgroundSha256&) = delete;

    // The next free buffer; waits until there is one. Valid until submit.
    std::span<std::byte> buffer();
    // Its first `bytes` are to be hashed.
    void submit(size_t bytes);
    // Waits for all that was submitted. Once.
    std::string finishHex();

private:
    static constexpr size_t bufferCount = 3;
    static constexpr uint64_t bufferBytes = 4 << 20;

    void run();

    std::array<std::vector<std::byte>, bufferCount> m_buffers;
    std::array<size_t, bufferCount> m_used{};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    uint64_t m_submitted = 0;  // buffers so far
    uint64_t m_hashed = 0;
    bool m_ended = false;  // no more will be submitted
    bool m_abandoned = false;
    Sha256 m_sha256;
    std::thread m_thread;  // last: the others exist when it starts
};

}  // namespace wb::verify
