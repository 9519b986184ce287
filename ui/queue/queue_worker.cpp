#include "ui/queue/queue_worker.h"

#include "ui/queue/run_entry.h"

#include <utility>

namespace wb::ui {

QueueWorker::QueueWorker(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log)
    : m_pipeline(std::move(pipeline)), m_log(std::move(log))
{}

void QueueWorker::run(const JobHandle& job, const QueueEntry& entry)
{
    const std::shared_ptr<Log> log = m_log->forJob(entry.name().toStdString());
    JobContext context{job->cancel, job->progress, *log, {}, &job->tryNow};
    JobResult result;
    log->info("begins: " + entry.shown.toStdString());
    result.ticket = entry.id;
    result.takeEnd(endOf([&] {
        job->cancel.throwIfCancelled();
        result.outcome = runEntry(entry, *m_pipeline, context);
        log->info("done: " + result.outcome->converted.folder);
    }));
    if (result.end == JobResult::End::Cancelled) {
        log->info("stopped");
    } else if (result.error) {
        log->error(result.error->what());
    }
    Q_EMIT ended(result);
}

}  // namespace wb::ui
