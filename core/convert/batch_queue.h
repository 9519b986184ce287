#pragma once

#include "core/base/cancel.h"
#include "core/convert/batch.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace wb::convert {

// Thrown to a thread that waits for a batch when another thread has failed.
struct Stopped {};

// Hands batches from one thread to the next, in order. Holds no more than there are batches, so it needs no bound. Thread-safe.
class BatchQueue {
public:
    explicit BatchQueue(const CancelToken& cancel) : m_cancel(cancel) {}

    void push(Batch& batch);
    // Waits for the next; null when closed and empty. Throws Stopped after stop(), Cancelled when the token is raised.
    Batch* pop();
    // Nothing more will be pushed.
    void close();
    // Wakes who waits, with Stopped.
    void stop();

private:
    const CancelToken& m_cancel;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch*> m_batches;
    bool m_closed = false;
    bool m_stopped = false;
};

}  // namespace wb::convert
