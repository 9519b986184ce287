#pragma once

#include "ui/queue/job_queue.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace wb::ui {

// Keeps the queue over restarts: gives it what an earlier run left, standing paused, and writes it to a file whenever something of it changes.
// Many changes in a short time are written together, on a thread of its own. A file that cannot be read, or is of a newer version, is kept beside
// under another name. Where another program holds the file, or it cannot be written, the queue lives as long as the program. The queue outlives it.
class QueueStore : public QObject {
    Q_OBJECT

public:
    QueueStore(JobQueue& queue, const QString& file, QObject* parent = nullptr);
    // Writes what is not written yet.
    ~QueueStore() override;

    // What the user has to know of the file; empty: nothing.
    QString note() const { return m_note; }

private:
    void load();
    void saveSoon();
    void save();

    JobQueue& m_queue;
    QString m_file;
    QTimer m_soon;
    QThreadPool m_writer;
    QLockFile m_lock;
    QString m_note;
    bool m_isChanged = false;
};

// The file's text. Addresses that may hold a signature are left out.
QByteArray queueToJson(const std::vector<QueueEntry>& entries);
// What may be gone on with is paused, whatever it was. Empty where the text is none of this version's.
std::optional<std::vector<QueueEntry>> queueFromJson(const QByteArray& text);

}  // namespace wb::ui
