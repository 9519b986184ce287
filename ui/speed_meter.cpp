#include "ui/speed_meter.h"

namespace wb::ui {

namespace {

constexpr int64_t windowMilliseconds = 5000;
constexpr int64_t leastMilliseconds = 500;

}  // namespace

void SpeedMeter::add(int64_t milliseconds, uint64_t bytes)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes) {
        m_samples.clear();
    }
    m_samples.push_back({milliseconds, bytes});
    while (m_samples.size() > 2 && milliseconds - m_samples.front().milliseconds > windowMilliseconds) {
        m_samples.pop_front();
    }
}

std::optional<double> SpeedMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2 || m_samples.back().milliseconds - m_samples.front().milliseconds < leastMilliseconds) {
        return std::nullopt;
    }
    const auto bytes = static_cast<double>(m_samples.back().bytes - m_samples.front().bytes);
    return bytes * 1000.0 / static_cast<double>(m_samples.back().milliseconds - m_samples.front().milliseconds);
}

std::optional<double> SpeedMeter::secondsFor(uint64_t bytes) const
{
    const std::optional<double> speed = bytesPerSecond();
    if (!speed || *speed < 1.0) {
        return std::nullopt;
    }
    return static_cast<double>(bytes) / *speed;
}

}  // namespace wb::ui
