#pragma once

#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <utility>

namespace wb::io {

// Owner of one file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) noexcept : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    int get() const noexcept { return m_fd; }
    explicit operator bool() const noexcept { return m_fd >= 0; }

private:
    int m_fd = -1;
};

// Calls again as long as a signal interrupted the call.
template <typename Call> auto retryInterrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) {
        result = call();
    }
    return result;
}

// Since the epoch, of a time in a file's facts.
inline int64_t nanosecondsOf(const struct timespec& time) noexcept
{
    constexpr int64_t nanosecondsPerSecond = 1'000'000'000;
    return static_cast<int64_t>(time.tv_sec) * nanosecondsPerSecond + time.tv_nsec;
}

}  // namespace wb::io
