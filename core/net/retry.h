#pragma once

#include "core/net/http_client.h"
#include "core/net/settings.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>

namespace wb::net {

using Clock = std::chrono::steady_clock;

// How long a server asks to be left alone: Retry-After in seconds or as a date, else RateLimit ("r=0;t=55"). A limit of another kind than the
// counted one answers 429 with r > 0 and no Retry-After: then a minute. Empty when it asks for nothing, or for what makes no sense (negative).
// `now`: seconds since the epoch, for dates.
std::optional<std::chrono::seconds> askedToWait(const Head& head, int64_t now);

// Waits before new tries: full jitter, doubling from firstBackoff to longestBackoff (Brooker, "Exponential Backoff And Jitter", 2015).
class Backoff {
public:
    Backoff(const Settings& settings, uint64_t seed) : m_first(settings.firstBackoff), m_longest(settings.longestBackoff), m_random(seed) {}

    // After a failure that followed on `failuresBefore` others without a byte between them: nothing for the first.
    std::chrono::milliseconds next(uint32_t failuresBefore);

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    std::minstd_rand m_random;
};

}  // namespace wb::net
