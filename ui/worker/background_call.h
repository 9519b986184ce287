#pragma once

#include "core/base/job_context.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace wb::ui {

// One question beside the worker's acts: runs on a thread of its own, and what it leaves is carried out on the window's thread. Asking again, or
// destroying it, cancels the one before, whose answer is then dropped.
class BackgroundCall : public QObject {
    Q_OBJECT

public:
    // What the thread leaves to be done on the window's.
    using Answer = std::function<void()>;
    // Blocks; must not touch anything of the window's. What it throws besides Cancelled is its own affair: it has to catch it.
    using Question = std::function<Answer(JobContext& job)>;

    explicit BackgroundCall(QObject* parent = nullptr);
    ~BackgroundCall() override;

    void ask(Question question);
    void cancel();
    bool isRunning() const { return m_state != nullptr; }

private:
    struct State;

    void take();

    std::shared_ptr<State> m_state;  // shared with the thread, which may outlive this
    QTimer m_poll;
};

}  // namespace wb::ui
