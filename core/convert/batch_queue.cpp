#include "core/convert/batch_queue.h"

#include <chrono>

namespace wb::convert {

namespace {

// A raised token wakes nobody: waiting threads look at it this often.
constexpr std::chrono::milliseconds cancelInterval{50};

}  // namespace

void BatchQueue::push(Batch& batch)
{
    const std::scoped_lock lock(m_mutex);
    m_batches.push_back(&batch);
    m_changed.notify_one();
}

Batch* BatchQueue::pop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_stopped) {
            throw Stopped{};
        }
        m_cancel.throwIfCancelled();
        if (!m_batches.empty()) {
            Batch* const batch = m_batches.front();
            m_batches.pop_front();
            return batch;
        }
        if (m_closed) {
            return nullptr;
        }
        m_changed.wait_for(lock, cancelInterval);
    }
}

void BatchQueue::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

void BatchQueue::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

}  // namespace wb::convert
