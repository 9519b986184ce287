#include "core/net/frontier_hash.h"

#include "core/base/error.h"
#include "core/io/posix_file.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace wb::net {

namespace {

constexpr uint64_t blockBytes = 256 << 10;

}  // namespace

FrontierHash::FrontierHash(int descriptor, std::string path) : m_descriptor(descriptor), m_path(std::move(path))
{
    m_thread = std::thread([this] { hashUntilStopped(); });
}

FrontierHash::~FrontierHash()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void FrontierHash::advance(uint64_t frontier)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_frontier = std::max(m_frontier, frontier);
    }
    m_wake.notify_one();
}

FrontierHash::Digests FrontierHash::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_finishing = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
    return {m_hash.finishHex(), std::move(m_blocks)};
}

void FrontierHash::hashUntilStopped()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        m_wake.wait(lock, [this] { return m_stopped || m_finishing || m_frontier > m_hashed; });
        if (m_frontier == m_hashed && m_finishing) {
            return;
        }
        const uint64_t end = m_frontier;
        lock.unlock();
        try {
            hashUpTo(end);
        } catch (...) {
            m_failure = std::current_exception();
            return;
        }
        lock.lock();
    }
}

void FrontierHash::hashUpTo(uint64_t end)
{
    std::vector<std::byte> buffer(blockBytes);
    while (m_hashed < end) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopped) {
                return;
            }
        }
        const auto wanted = static_cast<size_t>(std::min(blockBytes, end - m_hashed));
        const ssize_t got = io::retryInterrupted([&] { return ::pread(m_descriptor, buffer.data(), wanted, static_cast<off_t>(m_hashed)); });
        if (got < 0) {
            throw systemError(errno, m_path, ErrorCode::ReadFailed).with("offset", m_hashed);
        }
        if (got == 0) {
            throw Error(ErrorCode::SourceTruncated).file(m_path).offset(m_hashed);
        }
        const auto bytes = std::span(buffer).first(static_cast<size_t>(got));
        m_hash.update(bytes);
        m_blocks.update(bytes);
        m_hashed += static_cast<uint64_t>(got);
    }
}

}  // namespace wb::net
