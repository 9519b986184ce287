#pragma once

#include "core/net/retry.h"
#include "core/net/settings.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace wb::net {

// How many connections a transfer may have at once: fewer after a server has shown that it does not like so many, one more again after a while of
// peace; longer each time when that was not welcome.
class ConnectionLimit {
public:
    explicit ConnectionLimit(const Settings& settings)
        : m_most(std::clamp(settings.connections, 1U, 8U)), m_now(m_most), m_leastWait(settings.firstBackoff * regainBackoffs), m_wait(m_leastWait),
          m_changed(Clock::now())
    {}

    uint32_t now() const noexcept { return m_now; }
    uint32_t most() const noexcept { return m_most; }

    void less()
    {
        m_now = std::max<uint32_t>(1, m_now - 1);
        m_changed = Clock::now();
        if (m_hasRegained) {
            m_wait = std::min(m_wait * 2, m_leastWait * longestFactor);
            m_hasRegained = false;
        }
    }
    // To be called now and then.
    void regain()
    {
        if (m_now < m_most && Clock::now() - m_changed > m_wait) {
            if (m_hasRegained) {  // and the last one was welcome
                m_wait = m_leastWait;
            }
            ++m_now;
            m_hasRegained = true;
            m_changed = Clock::now();
        }
    }

private:
    static constexpr int regainBackoffs = 15;  // of Settings::firstBackoff, before one more is tried
    static constexpr int longestFactor = 16;

    uint32_t m_most;
    uint32_t m_now;
    std::chrono::milliseconds m_leastWait;
    std::chrono::milliseconds m_wait;  // of peace
    Clock::time_point m_changed;
    bool m_hasRegained = false;
};

}  // namespace wb::net
