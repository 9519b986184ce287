#pragma once

#include <atomic>

namespace wb {

// Thrown when work stops because the user asked: not an error. Work already on disk stays resumable.
struct Cancelled {};

// A flag that one thread (or a signal handler) raises and working threads look at. Lock-free.
class CancelToken {
public:
    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }
    void reset() noexcept { m_cancelled.store(false, std::memory_order_relaxed); }
    bool isCancelled() const noexcept { return m_cancelled.load(std::memory_order_relaxed); }
    void throwIfCancelled() const
    {
        if (isCancelled()) {
            throw Cancelled{};
        }
    }

private:
    std::atomic<bool> m_cancelled{false};
    static_assert(std::atomic<bool>::is_always_lock_free);
};

// Asks a transfer that waits for its next try to try at once. Raised by one thread, taken by another.
class TryNow {
public:
    void ask() noexcept { m_asked.store(true, std::memory_order_relaxed); }
    bool take() noexcept { return m_asked.exchange(false, std::memory_order_relaxed); }

private:
    std::atomic<bool> m_asked{false};
};

}  // namespace wb
