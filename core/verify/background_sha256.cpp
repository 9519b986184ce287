#include "core/verify/background_sha256.h"

#include <algorithm>

namespace wb::verify {

BackgroundSha256::BackgroundSha256(uint64_t totalBytes)
{
    for (std::vector<std::byte>& buffer : m_buffers) {
        buffer.resize(static_cast<size_t>(std::clamp<uint64_t>(totalBytes, 1, bufferBytes)));
    }
    m_thread = std::thread([this] { run(); });
}

BackgroundSha256::~BackgroundSha256()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_abandoned = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::span<std::byte> BackgroundSha256::buffer()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_submitted - m_hashed < bufferCount; });
    return m_buffers[m_submitted % bufferCount];
}

void BackgroundSha256::submit(size_t bytes)
{
    {
        const std::lock_guard lock(m_mutex);
        m_used[m_submitted % bufferCount] = bytes;
        ++m_submitted;
    }
    m_changed.notify_all();
}

std::string BackgroundSha256::finishHex()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    m_thread.join();
    return m_sha256.finishHex();
}

void BackgroundSha256::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ended || m_hashed < m_submitted; });
        if (m_abandoned || m_hashed == m_submitted) {
            return;
        }
        const size_t at = m_hashed % bufferCount;
        const size_t bytes = m_used[at];
        lock.unlock();
        m_sha256.update(std::span(m_buffers[at]).first(bytes));
        lock.lock();
        ++m_hashed;
        m_changed.notify_all();
    }
}

}  // namespace wb::verify
