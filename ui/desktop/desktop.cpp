#include "ui/desktop/desktop.h"

#include "ui/desktop/bus.h"
#include "ui/format.h"

#include <QMainWindow>
#include <QSettings>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QString trayNotice = u"tray"_s;
const QString pauseAct = u"pause"_s;
const QString resumeAct = u"resume"_s;

std::optional<double> shareOf(const Progress::Snapshot& progress)
{
    return progress.bytesTotal == 0 ? 0.0 : permille(progress.bytesDone, progress.bytesTotal) / 1000.0;
}

}  // namespace

Desktop::Desktop(QMainWindow& window, Session& session, JobQueue& queue, const QSettings& settings, Tray::IsAvailable isTrayAvailable,
                 QObject* parent)
    : QObject(parent), m_window(window), m_session(session), m_queue(queue), m_settings(settings),
      m_notices(session, queue, [&window] { return window.isActiveWindow(); }), m_tray(window, session, queue, std::move(isTrayAvailable))
{
    connect(&m_notices, &JobNotices::due, this, &Desktop::tell);
    connect(&m_notifier, &Notifier::actionChosen, this, &Desktop::act);
    connect(&m_tray, &Tray::kept, this, [this] { tellOfTray(false); });
    for (const auto signal : {&Session::stateChanged, &Session::sampled}) {
        connect(&session, signal, this, &Desktop::showProgress);
    }
    connect(&queue, &JobQueue::changed, this, &Desktop::showProgress);
}

void Desktop::connectToBuses()
{
    connectToBus(QDBusConnection::SessionBus, *this, [this](const QDBusConnection& bus) { setSessionBus(bus); });
    connectToBus(QDBusConnection::SystemBus, *this, [this](const QDBusConnection& bus) { setSystemBus(bus); });
}

void Desktop::setSessionBus(const QDBusConnection& bus)
{
    m_notifier.setBus(bus);
    m_taskbar.setBus(bus);
    m_sleep.setSessionBus(bus);
}

void Desktop::tell(const Notification& notification)
{
    if (m_settings.value(u"interface/notifications"_s, true).toBool()) {
        m_notifier.show(notification);
    }
}

void Desktop::tellOfTray(bool isPaused)
{
    Notification notice;
    notice.job = trayNotice;
    notice.title = isPaused ? tr("Work is paused") : tr("Work goes on");
    notice.text = tr("Weightbridge is in the tray.");
    notice.actions.append(isPaused ? std::pair(resumeAct, tr("Resume")) : std::pair(pauseAct, tr("Pause")));
    notice.actions.append({u"default"_s, tr("Show")});
    notice.actions.append({u"show"_s, tr("Show")});
    tell(notice);
}

void Desktop::showProgress()
{
    m_sleep.hold(m_session.isRunning() || m_queue.isRunning());
    if (m_session.isRunning()) {
        m_taskbar.show(shareOf(m_session.sample().progress));
    } else {
        m_taskbar.show(m_queue.isRunning() ? shareOf(m_queue.sample().progress) : std::nullopt);
    }
}

QString Desktop::folderOf(const QString& job) const
{
    if (const auto id = JobNotices::entryOf(job)) {
        const QueueEntry* entry = m_queue.entry(*id);
        return entry == nullptr ? QString() : pathFromBytes(entry->options.outputFolder);
    }
    return m_session.outcome() ? pathFromBytes(m_session.outcome()->converted.folder) : QString();
}

void Desktop::act(const QString& job, const QString& action)
{
    if (action == u"folder"_s) {
        if (const QString folder = folderOf(job); !folder.isEmpty()) {
            Q_EMIT folderRequested(folder);
        }
        return;
    }
    if (action == pauseAct || action == resumeAct) {
        const bool isPaused = action == pauseAct;
        isPaused ? m_tray.pause() : m_tray.resume();
        tellOfTray(isPaused);
        return;
    }
    if (action == u"retry"_s) {
        if (const auto id = JobNotices::entryOf(job)) {
            m_queue.resume(*id);
        } else {
            m_session.tryAgain();
        }
    }
    m_tray.showWindow();
}

}  // namespace wb::ui
