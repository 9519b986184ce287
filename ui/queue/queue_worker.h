#pragma once

#include "ui/queue/queue_entry.h"
#include "ui/worker/job_worker.h"

#include <QObject>

namespace wb::ui {

// Carries entries out on a thread of its own, one after another. run() blocks: call it through the event loop of that thread.
class QueueWorker : public QObject {
    Q_OBJECT

public:
    QueueWorker(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log);

    void run(const JobHandle& job, const QueueEntry& entry);

Q_SIGNALS:
    // Its ticket is the entry's id.
    void ended(const wb::ui::JobResult& result);

private:
    std::shared_ptr<ConversionPipeline> m_pipeline;
    std::shared_ptr<Log> m_log;
};

}  // namespace wb::ui
