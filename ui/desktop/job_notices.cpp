#include "ui/desktop/job_notices.h"

#include "ui/error_sentences.h"
#include "ui/format.h"

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

const QString entryPrefix = u"queue/"_s;

}  // namespace

JobNotices::JobNotices(const Session& session, const JobQueue& queue, std::function<bool()> isWindowActive, QObject* parent)
    : QObject(parent), m_session(session), m_queue(queue), m_isWindowActive(std::move(isWindowActive))
{
    connect(&session, &Session::stateChanged, this, &JobNotices::takeSession);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (m_queue.isRunning() && !m_entrySince.isValid()) {
            m_entrySince.start();
        }
    });
    connect(&queue, &JobQueue::ended, this, &JobNotices::takeEntry);
}

std::optional<quint64> JobNotices::entryOf(const QString& job)
{
    return job.startsWith(entryPrefix) ? std::optional(job.mid(entryPrefix.size()).toULongLong()) : std::nullopt;
}

bool JobNotices::isWorthIt(const QElapsedTimer& since) const
{
    return since.isValid() && (since.hasExpired(longMilliseconds) || !m_isWindowActive());
}

// A file that was fetched is looked at again before it is converted: that is no end.
void JobNotices::takeSession()
{
    if (m_session.isRunning()) {
        if (!m_sessionSince.isValid()) {
            m_sessionSince.start();
        }
        return;
    }
    if (m_session.state() == State::Inspecting || !m_sessionSince.isValid()) {
        return;
    }
    const bool isWorth = isWorthIt(m_sessionSince);
    m_sessionSince.invalidate();
    const bool isStopped = m_session.isShuttingDown() || m_session.state() == State::Paused || m_session.state() == State::Cancelled ||
                           m_session.state() == State::Empty || m_session.publishing().isPaused || m_session.publishing().isCancelled;
    if (!isWorth || isStopped) {
        return;
    }
    const std::optional<Error>& error = m_session.publishing().error ? m_session.publishing().error : m_session.error();
    QString done = tr("It is done.");
    if (m_session.state() == State::Planned) {
        done = tr("The file is here. Look at its keys, then convert it.");
    } else if (m_session.publishing().publication) {
        done = tr("It is published.");
    } else if (m_session.outcome()) {
        done = tr("It is converted and proved.");
    }
    tell(sessionJob(), shown(m_session.fileName().toStdString()), error, done, m_session.outcome().has_value());
}

void JobNotices::takeEntry(quint64 id)
{
    const bool isLong = m_entrySince.isValid() && m_entrySince.hasExpired(longMilliseconds);
    const bool isWorth = isWorthIt(m_entrySince);
    m_entrySince.invalidate();
    const auto& entries = m_queue.entries();
    const bool isLast =
        std::none_of(entries.begin(), entries.end(), [](const QueueEntry& entry) { return entry.state == QueueEntry::State::Queued; });
    const QueueEntry* entry = m_queue.entry(id);
    const bool hasEnded = entry != nullptr && (entry->state == QueueEntry::State::Done || entry->state == QueueEntry::State::Failed);
    if (isWorth && hasEnded && (isLong || isLast)) {
        tell(entryPrefix + QString::number(id), entry->name(), entry->error, tr("It is converted and proved."), true);
    }
}

void JobNotices::tell(const QString& job, const QString& name, const std::optional<Error>& error, const QString& done, bool hasFolder)
{
    Notification notice;
    notice.job = job;
    notice.isUrgent = error.has_value();
    notice.text = done;
    if (!error) {
        notice.title = tr("%1 is finished").arg(name);
        if (hasFolder) {
            notice.actions.append({u"folder"_s, tr("Open folder")});
        }
    } else {
        const bool isDecision = error->code() == ErrorCode::MapIncomplete || error->exitCode() == ExitCode::NoSpace;
        notice.title = isDecision ? tr("%1 needs a decision").arg(name) : tr("%1 has failed").arg(name);
        notice.text = describe(*error).sentence;
        notice.actions.append({u"retry"_s, tr("Try again")});
    }
    notice.actions.append({u"default"_s, tr("Show")});
    notice.actions.append({u"show"_s, tr("Show")});
    Q_EMIT due(notice);
}

}  // namespace wb::ui
