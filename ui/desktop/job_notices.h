#pragma once

#include "ui/desktop/notifier.h"
#include "ui/queue/job_queue.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace wb::ui {

// Which ends of jobs are worth a notification: of long work, or of any while the window is not the active one; of short work in the queue only the
// last. Session and queue outlive it.
class JobNotices : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 longMilliseconds = 10'000;

    JobNotices(const Session& session, const JobQueue& queue, std::function<bool()> isWindowActive, QObject* parent = nullptr);

    static QString sessionJob() { return QStringLiteral("window"); }
    // Empty: not of the queue.
    static std::optional<quint64> entryOf(const QString& job);

Q_SIGNALS:
    void due(const wb::ui::Notification& notification);

private:
    void takeSession();
    void takeEntry(quint64 id);
    bool isWorthIt(const QElapsedTimer& since) const;
    void tell(const QString& job, const QString& name, const std::optional<Error>& error, const QString& done, bool hasFolder);

    const Session& m_session;
    const JobQueue& m_queue;
    std::function<bool()> m_isWindowActive;
    QElapsedTimer m_sessionSince;  // invalid: its work has not begun, or its end was told
    QElapsedTimer m_entrySince;
};

}  // namespace wb::ui
