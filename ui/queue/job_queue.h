#pragma once

#include "ui/queue/queue_entry.h"
#include "ui/queue/queue_worker.h"
#include "ui/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <vector>

namespace wb::ui {

// Sources that are converted one after another beside the session, in this order, whatever becomes of each. Lives on the window's thread and owns the
// worker's.
class JobQueue : public QObject {
    Q_OBJECT

public:
    using State = QueueEntry::State;

    JobQueue(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent = nullptr);
    // Stops the worker, waiting at most a second; one that does not end is left to itself (the result stays resumable).
    ~JobQueue() override;

    const std::vector<QueueEntry>& entries() const { return m_entries; }
    const QueueEntry* entry(quint64 id) const;
    bool isRunning() const { return m_job != nullptr; }
    quint64 runningId() const { return m_job ? m_job->ticket : 0; }
    // Pause or cancel was asked for and the worker has not come to it yet.
    bool isStopping() const { return m_job && m_job->cancel.isCancelled(); }
    const JobSample& sample() const { return m_sample; }  // of the running one
    bool canMove(quint64 id, int by) const;
    bool canResumeAll() const;

    // Puts them at the end. Those that stand as Queued are begun in their turn.
    void add(std::vector<QueueEntry> entries);
    // Each is ignored where the entry's state does not allow it.
    void pause(quint64 id);
    void cancel(quint64 id);
    // Goes on with what is paused, cancelled or failed, in its turn.
    void resume(quint64 id);
    void resumeAll();
    // A running one is stopped first, and goes once it has. Files stay as they are.
    void remove(quint64 id);
    // So many places later; negative: sooner.
    void move(quint64 id, int by);
    void tryNow();
    // Pauses what runs and begins nothing more; stopped() follows within a second.
    void shutDown();

Q_SIGNALS:
    void aboutToInsert(int first, int last);
    void inserted();
    void aboutToRemove(int row);
    void removed();
    void aboutToMove(int from, int to);
    void moved();
    void changed(int row);
    void sampled();
    // Something of what a later run of the program has to know is another: entries, their order or their states.
    void stored();
    // The entry has been done, has failed, or has stopped.
    void ended(quint64 id);
    void stopped();

private:
    int rowOf(quint64 id) const;
    void setState(int row, State state);
    void startNext();
    void start(int row);
    void stop(State afterwards);
    void takeSample();
    void takeResult(const JobResult& result);

    std::vector<QueueEntry> m_entries;
    quint64 m_lastId = 0;
    std::unique_ptr<QThread> m_thread;
    QueueWorker* m_worker = nullptr;  // lives on m_thread and goes with it
    JobHandle m_job;
    State m_afterStop = State::Paused;
    bool m_removeAfterStop = false;
    bool m_shuttingDown = false;

    QTimer m_sampler;
    QElapsedTimer m_clock;
    SpeedMeter m_meter;
    JobSample m_sample;
};

}  // namespace wb::ui
