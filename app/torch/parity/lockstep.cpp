#include "app/torch/parity/lockstep.h"

namespace wb::parity {

void Lockstep::meet(Side side, const Visit& visit)
{
    std::unique_lock lock(m_mutex);
    if (m_ended) {
        throw Ended{};
    }
    const auto mine = static_cast<size_t>(side);
    m_visits[mine] = &visit;
    if (m_visits[1 - mine] == nullptr) {
        const uint64_t meeting = m_meetings;
        m_changed.wait(lock, [&] { return m_meetings != meeting || m_ended; });
        if (m_meetings == meeting) {
            m_visits[mine] = nullptr;
            throw Ended{};
        }
        return;
    }
    // The other side stands still until m_meetings changes.
    m_compare(*m_visits[static_cast<size_t>(Side::Source)], *m_visits[static_cast<size_t>(Side::Result)]);
    m_visits = {};
    ++m_meetings;
    m_changed.notify_one();
}

void Lockstep::leave()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_one();
}

}  // namespace wb::parity
