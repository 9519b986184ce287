#include "ui/speed_history.h"

#include <algorithm>

namespace wb::ui {

namespace {

constexpr int64_t stepMilliseconds = 1000;
constexpr int64_t longestMilliseconds = 30 * 60 * stepMilliseconds;
constexpr int64_t longestGap = 5 * stepMilliseconds;

double speedOf(uint64_t from, uint64_t to, int64_t milliseconds)
{
    return to <= from ? 0.0 : static_cast<double>(to - from) * 1000.0 / static_cast<double>(milliseconds);
}

}  // namespace

bool SpeedHistory::add(int64_t milliseconds, uint64_t read, uint64_t written)
{
    if (!m_samples.empty() && milliseconds - m_samples.back().milliseconds < stepMilliseconds) {
        return false;
    }
    if (!m_samples.empty() && milliseconds - m_samples.back().milliseconds > longestGap) {
        m_samples.push_back({milliseconds - stepMilliseconds, read, written});  // what came meanwhile was not the job's
    }
    m_samples.push_back({milliseconds, read, written});
    while (milliseconds - m_samples.front().milliseconds > longestMilliseconds) {
        m_samples.pop_front();
    }
    return true;
}

std::vector<SpeedHistory::Point> SpeedHistory::points(int minutes, size_t most) const
{
    std::vector<Point> points;
    if (isEmpty()) {
        return points;
    }
    const int64_t now = m_samples.back().milliseconds;
    const int64_t span = int64_t{60} * minutes * stepMilliseconds;
    const int64_t step = std::max<int64_t>(stepMilliseconds, span / static_cast<int64_t>(most));
    const Sample* before = nullptr;
    for (const Sample& sample : m_samples) {
        const bool isOld = now - sample.milliseconds >= span;
        const bool isLast = &sample == &m_samples.back();
        if (before == nullptr || isOld) {
            before = &sample;
            continue;
        }
        const int64_t length = sample.milliseconds - before->milliseconds;
        if (length < step && !isLast) {
            continue;
        }
        const bool isGap = length > std::max(longestGap, 2 * step);
        const double middle = static_cast<double>(now - before->milliseconds - length / 2) / 1000.0;
        points.push_back(
            {middle, isGap ? 0.0 : speedOf(before->read, sample.read, length), isGap ? 0.0 : speedOf(before->written, sample.written, length)});
        before = &sample;
    }
    return points;
}

}  // namespace wb::ui
