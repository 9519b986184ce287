#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace wb::ui {

// Reads for one part of the window, on a thread of its own: beside the conversion, and one task at a time. Lives on the window's thread. A new task
// cancels the one before, of which nothing more is heard.
class BackgroundTask : public QObject {
    Q_OBJECT

public:
    // Runs on the other thread; may throw what core throws, and std::exception. Must refer to nothing that the window may drop.
    using Work = std::function<void(JobContext&)>;
    // Called on the window's thread at the end: why it failed, empty where it did not. Not called for a task that was cancelled.
    using Done = std::function<void(const std::optional<Error>&)>;

    explicit BackgroundTask(QObject* parent = nullptr);
    // Cancels, and waits a second at most; a thread that still reads is left to itself.
    ~BackgroundTask() override;

    void start(Work work, Done done);
    void cancel();
    bool isRunning() const { return m_running != nullptr; }

Q_SIGNALS:
    // Ten times a second while a task runs.
    void sampled(const wb::Progress::Snapshot& progress);

private:
    struct Running;
    void finish(const std::shared_ptr<Running>& task, const std::optional<Error>& error);

    std::unique_ptr<QThread> m_thread;
    QObject* m_worker;  // lives on m_thread and goes with it
    QTimer m_sampler;
    std::shared_ptr<Running> m_running;
};

}  // namespace wb::ui
