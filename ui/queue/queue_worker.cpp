#include "ui/queue/queue_worker.h"

#include "ui/queue/run_entry.h"

#include <exception>
#include <new>
#include <utility>

namespace wb::ui {

namespace {

JobResult failure(Error error)
{
    JobResult result;
    result.end = JobResult::End::Failed;
    result.error = std::move(error);
    return result;
}

}  // namespace

QueueWorker::QueueWorker(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log)
    : m_pipeline(std::move(pipeline)), m_log(std::move(log))
{}

void QueueWorker::run(const JobHandle& job, const QueueEntry& entry)
{
    const std::shared_ptr<Log> log = m_log->forJob(entry.name().toStdString());
    JobContext context{job->cancel, job->progress, *log, {}, &job->tryNow};
    JobResult result;
    log->info("begins: " + entry.shown.toStdString());
    try {
        job->cancel.throwIfCancelled();
        result.outcome = runEntry(entry, *m_pipeline, context);
        log->info("done: " + result.outcome->converted.folder);
    } catch (const Cancelled&) {
        result.end = JobResult::End::Cancelled;
        log->info("stopped");
    } catch (const Error& error) {
        result = failure(error);
    } catch (const std::bad_alloc&) {
        result = failure(Error(ErrorCode::OutOfMemory));
    } catch (const std::exception& error) {
        result = failure(Error(ErrorCode::Internal).with("reason", error.what()));
    }
    if (result.error) {
        log->error(result.error->what());
    }
    result.ticket = entry.id;
    Q_EMIT ended(result);
}

}  // namespace wb::ui
