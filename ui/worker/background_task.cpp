#include "ui/worker/background_task.h"

#include "ui/worker/core_call.h"

#include <utility>

namespace wb::ui {

namespace {

constexpr int sampleMilliseconds = 100;
constexpr unsigned long stopMilliseconds = 1000;

}  // namespace

struct BackgroundTask::Running {
    CancelToken cancel;
    Progress progress;
    Log log;
    Done done;
};

BackgroundTask::BackgroundTask(QObject* parent) : QObject(parent), m_thread(std::make_unique<QThread>()), m_worker(new QObject)
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_sampler.setInterval(sampleMilliseconds);
    connect(&m_sampler, &QTimer::timeout, this, [this] {
        if (m_running) {
            Q_EMIT sampled(m_running->progress.snapshot());
        }
    });
}

BackgroundTask::~BackgroundTask()
{
    cancel();
    if (!m_thread->isRunning()) {
        delete m_worker;
        return;
    }
    m_thread->quit();
    if (!m_thread->wait(stopMilliseconds)) {
        static_cast<void>(m_thread.release());
    }
}

void BackgroundTask::start(Work work, Done done)
{
    cancel();
    if (!m_thread->isRunning()) {
        m_thread->start(QThread::LowPriority);
    }
    auto task = std::make_shared<Running>();
    task->done = std::move(done);
    m_running = task;
    m_sampler.start();
    QMetaObject::invokeMethod(m_worker, [this, task, work = std::move(work)] {
        JobContext job{task->cancel, task->progress, task->log};
        const CoreEnd end = endOf([&] {
            job.cancel.throwIfCancelled();
            work(job);
        });
        if (!end.isCancelled && !task->cancel.isCancelled()) {
            QMetaObject::invokeMethod(
                this, [this, task, error = end.error] { finish(task, error); }, Qt::QueuedConnection);
        }
    });
}

void BackgroundTask::cancel()
{
    if (m_running) {
        m_running->cancel.cancel();
        m_running.reset();
    }
    m_sampler.stop();
}

void BackgroundTask::finish(const std::shared_ptr<Running>& task, const std::optional<Error>& error)
{
    if (task != m_running) {
        return;
    }
    m_running.reset();
    m_sampler.stop();
    task->done(error);
}

}  // namespace wb::ui
