#include "ui/queue/job_queue.h"

#include "ui/worker/behind_the_window.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleMilliseconds = 100;
constexpr int stopMilliseconds = 1000;

bool canGoOn(QueueEntry::State state)
{
    return state == QueueEntry::State::Paused || state == QueueEntry::State::Failed || state == QueueEntry::State::Cancelled;
}

}  // namespace

JobQueue::JobQueue(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent)
    : QObject(parent), m_thread(std::make_unique<QThread>()), m_worker(new QueueWorker(std::move(pipeline), std::move(log)))
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &QueueWorker::ended, this, &JobQueue::takeResult, Qt::QueuedConnection);
    m_thread->setObjectName(u"queue"_s);
    connect(m_thread.get(), &QThread::started, m_worker, &goBehindTheWindow);
    m_thread->start();
    m_clock.start();
    m_sampler.setInterval(sampleMilliseconds);
    connect(&m_sampler, &QTimer::timeout, this, &JobQueue::takeSample);
}

JobQueue::~JobQueue()
{
    m_worker->disconnect(this);
    if (m_job) {
        m_job->cancel.cancel();
    }
    m_thread->quit();
    if (!m_thread->wait(stopMilliseconds)) {
        static_cast<void>(m_thread.release());
    }
}

int JobQueue::rowOf(quint64 id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [id](const QueueEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

const QueueEntry* JobQueue::entry(quint64 id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_entries[static_cast<size_t>(row)];
}

bool JobQueue::canMove(quint64 id, int by) const
{
    const int row = rowOf(id);
    return row >= 0 && row + by >= 0 && row + by < static_cast<int>(m_entries.size());
}

bool JobQueue::canResumeAll() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const QueueEntry& entry) { return entry.state == State::Paused; });
}

void JobQueue::add(std::vector<QueueEntry> entries)
{
    if (entries.empty() || m_shuttingDown) {
        return;
    }
    const auto first = static_cast<int>(m_entries.size());
    Q_EMIT aboutToInsert(first, first + static_cast<int>(entries.size()) - 1);
    for (QueueEntry& entry : entries) {
        entry.id = ++m_lastId;
        m_entries.push_back(std::move(entry));
    }
    Q_EMIT inserted();
    Q_EMIT stored();
    startNext();
}

void JobQueue::pause(quint64 id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    if (id == runningId()) {
        stop(State::Paused);
    } else if (m_entries[static_cast<size_t>(row)].state == State::Queued) {
        setState(row, State::Paused);
    }
}

void JobQueue::cancel(quint64 id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    const State state = m_entries[static_cast<size_t>(row)].state;
    if (id == runningId()) {
        stop(State::Cancelled);
    } else if (state == State::Queued || state == State::Paused) {
        setState(row, State::Cancelled);
    }
}

void JobQueue::resume(quint64 id)
{
    const int row = rowOf(id);
    if (row >= 0 && canGoOn(m_entries[static_cast<size_t>(row)].state)) {
        QueueEntry& entry = m_entries[static_cast<size_t>(row)];
        if (entry.error && entry.error->code() == ErrorCode::SourceChanged) {
            entry.fingerprint.clear();  // the user has it tried as it is now
        }
        entry.error.reset();
        setState(row, State::Queued);
        startNext();
    }
}

void JobQueue::resumeAll()
{
    for (size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].state == State::Paused) {
            m_entries[row].state = State::Queued;
            Q_EMIT changed(static_cast<int>(row));
        }
    }
    Q_EMIT stored();
    startNext();
}

void JobQueue::remove(quint64 id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    if (id == runningId()) {
        stop(State::Cancelled);
        m_removeAfterStop = true;
        return;
    }
    Q_EMIT aboutToRemove(row);
    m_entries.erase(m_entries.begin() + row);
    Q_EMIT removed();
    Q_EMIT stored();
}

void JobQueue::move(quint64 id, int by)
{
    if (by == 0 || !canMove(id, by)) {
        return;
    }
    const int from = rowOf(id);
    const int to = from + by;
    Q_EMIT aboutToMove(from, to);
    QueueEntry entry = std::move(m_entries[static_cast<size_t>(from)]);
    m_entries.erase(m_entries.begin() + from);
    m_entries.insert(m_entries.begin() + to, std::move(entry));
    Q_EMIT moved();
    Q_EMIT stored();
}

void JobQueue::tryNow()
{
    if (m_job) {
        m_job->tryNow.ask();
    }
}

void JobQueue::shutDown()
{
    if (std::exchange(m_shuttingDown, true)) {
        return;
    }
    if (m_job) {
        stop(State::Paused);
    }
    QTimer::singleShot(m_job ? stopMilliseconds : 0, this, &JobQueue::stopped);
}

void JobQueue::setState(int row, State state)
{
    m_entries[static_cast<size_t>(row)].state = state;
    Q_EMIT changed(row);
    Q_EMIT stored();
}

void JobQueue::startNext()
{
    if (m_job || m_shuttingDown) {
        return;
    }
    const auto next = std::find_if(m_entries.begin(), m_entries.end(), [](const QueueEntry& entry) { return entry.state == State::Queued; });
    if (next != m_entries.end()) {
        start(static_cast<int>(next - m_entries.begin()));
    }
}

void JobQueue::start(int row)
{
    m_job = std::make_shared<JobControl>();
    m_job->ticket = m_entries[static_cast<size_t>(row)].id;
    m_sample = {};
    m_meter.reset();
    m_removeAfterStop = false;
    setState(row, State::Running);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = m_job, entry = m_entries[static_cast<size_t>(row)]] { worker->run(job, entry); }, Qt::QueuedConnection);
    m_sampler.start();
}

void JobQueue::stop(State afterwards)
{
    m_afterStop = afterwards;
    m_job->cancel.cancel();
    Q_EMIT changed(rowOf(runningId()));
}

void JobQueue::takeSample()
{
    takeProgress(m_job->progress.snapshot(), m_clock.elapsed(), m_meter, m_sample);
    Q_EMIT changed(rowOf(runningId()));
    Q_EMIT sampled();
}

void JobQueue::takeResult(const JobResult& result)
{
    takeSample();
    m_sampler.stop();
    m_job.reset();
    const int row = rowOf(result.ticket);
    QueueEntry& entry = m_entries[static_cast<size_t>(row)];
    const Progress::Snapshot& last = m_sample.progress;
    entry.bytesDone = last.bytesDone;
    entry.bytesTotal = last.bytesTotal;
    entry.error = result.error;
    entry.outcome = result.outcome;
    const State ends[]{State::Done, m_afterStop, State::Failed};
    setState(row, ends[static_cast<size_t>(result.end)]);
    Q_EMIT ended(result.ticket);
    if (m_removeAfterStop) {
        remove(result.ticket);
    }
    if (m_shuttingDown) {
        Q_EMIT stopped();
    }
    startNext();
}

}  // namespace wb::ui
