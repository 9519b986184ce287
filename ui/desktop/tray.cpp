#include "ui/desktop/tray.h"

#include "ui/icons.h"
#include "ui/queue/job_queue.h"
#include "ui/session.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

Tray::Tray(QMainWindow& window, Session& session, JobQueue& queue, IsAvailable isAvailable, QObject* parent)
    : QObject(parent), m_window(window), m_session(session), m_queue(queue), m_isAvailable(std::move(isAvailable)), m_menu(std::make_unique<QMenu>())
{
    makeMenu();
    connect(&session, &Session::stateChanged, this, &Tray::showState);
    connect(&queue, &JobQueue::stored, this, &Tray::showState);
    connect(&queue, &JobQueue::ended, this, &Tray::showState);
    window.installEventFilter(this);
    showState();
}

Tray::~Tray() = default;

void Tray::makeMenu()
{
    m_menu->setObjectName(u"trayMenu"_s);
    QAction* show = m_menu->addAction(tr("&Show window"), this, &Tray::showWindow);
    show->setObjectName(u"trayShow"_s);
    m_pause = m_menu->addAction(tr("&Pause"), this, [this] { isWorking() ? pause() : resume(); });
    m_pause->setObjectName(u"trayPause"_s);
    m_menu->addSeparator();
    // A window that is not to be seen would be closed without the program's end.
    QAction* quit = m_menu->addAction(tr("&Quit"), this, [this] {
        showWindow();
        m_window.close();
    });
    quit->setObjectName(u"trayQuit"_s);
}

// Qt asks the desktop for its tray as soon as there is an icon, and waits.
void Tray::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>(icon(u"weightbridge"_s));
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            showWindow();
        }
    });
}

bool Tray::isWorking() const
{
    return m_session.isRunning() || m_queue.isRunning();
}

bool Tray::canResume() const
{
    return m_session.state() == Session::State::Paused || m_session.publishing().isPaused || m_queue.canResumeAll();
}

void Tray::pause()
{
    const bool wasWorking = isWorking();
    m_session.pause();
    for (const QueueEntry& entry : m_queue.entries()) {
        m_queue.pause(entry.id);
    }
    m_isPausedHere = wasWorking;
    showState();
}

void Tray::resume()
{
    m_isPausedHere = false;
    if (m_session.state() == Session::State::Paused || m_session.publishing().isPaused) {
        m_session.convert();
    }
    m_queue.resumeAll();
    showState();
}

void Tray::showWindow()
{
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Tray::keep()
{
    m_isKept = true;
    m_window.hide();
    showState();
    Q_EMIT kept();
}

void Tray::showState()
{
    const bool working = isWorking();
    const bool stopping = m_session.isStopping() || m_queue.isStopping();
    m_isPausedHere = m_isPausedHere && (stopping || (!working && canResume()));
    m_pause->setText(working ? tr("&Pause") : tr("&Resume"));
    m_pause->setEnabled(working ? !stopping && (m_session.canPause() || m_queue.isRunning()) : canResume());
    const bool isWanted = (working || m_isPausedHere || m_isKept) && !m_session.isShuttingDown() && m_isAvailable();
    if (isWanted && !m_icon) {
        makeIcon();
    }
    if (m_icon) {
        m_icon->setToolTip(working ? tr("%1: at work").arg(QGuiApplication::applicationDisplayName()) : QGuiApplication::applicationDisplayName());
        m_icon->setVisible(isWanted);
    }
}

bool Tray::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        m_isKept = false;
        showState();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace wb::ui
