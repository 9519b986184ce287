#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace wb::net {

// Bytes that may still come so that a limit is kept, over all transfers together.
class Throttle {
public:
    using Clock = std::chrono::steady_clock;

    explicit Throttle(uint64_t bytesPerSecond) : m_perSecond(static_cast<double>(bytesPerSecond)) {}  // 0: no limit

    bool isLimited() const noexcept { return m_perSecond > 0; }
    // Bytes have come; false: no more for now.
    bool spend(uint64_t bytes) noexcept
    {
        m_budget -= static_cast<double>(bytes);
        return !isLimited() || m_budget > 0;
    }
    // Whether any may move now.
    bool isOpen() const noexcept { return !isLimited() || m_budget > 0; }
    // How long until more may come; 0: now.
    std::chrono::milliseconds wait(Clock::time_point now) noexcept
    {
        const std::chrono::duration<double> passed = now - m_filled;
        m_filled = now;
        m_budget = std::min(m_budget + passed.count() * m_perSecond, m_perSecond * mostSaved);
        const double missing = isLimited() && m_budget < 0 ? -m_budget / m_perSecond : 0;
        return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(missing));
    }

private:
    static constexpr double mostSaved = 0.25;  // seconds of unused time

    double m_perSecond;
    double m_budget = 0;
    Clock::time_point m_filled = Clock::now();
};

}  // namespace wb::net
