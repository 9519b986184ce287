#pragma once

#include "ui/desktop/job_notices.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/sleep_inhibitor.h"
#include "ui/desktop/taskbar.h"
#include "ui/desktop/tray.h"

#include <QObject>

class QMainWindow;
class QSettings;

namespace wb::ui {

// What the desktop does for a program that works long: tells of ends, shows progress in the taskbar, does not go to sleep, stays in the tray. All
// else than the tray goes over D-Bus, nothing waits for it, and without D-Bus nothing is done. Window, session, queue and settings outlive it.
class Desktop : public QObject {
    Q_OBJECT

public:
    // The settings say whether ends are told (interface/notifications).
    Desktop(QMainWindow& window, Session& session, JobQueue& queue, const QSettings& settings,
            Tray::IsAvailable isTrayAvailable = QSystemTrayIcon::isSystemTrayAvailable, QObject* parent = nullptr);

    void connectToBuses();
    void setSessionBus(const QDBusConnection& bus);
    void setSystemBus(const QDBusConnection& bus) { m_sleep.setSystemBus(bus); }
    Tray& tray() { return m_tray; }

Q_SIGNALS:
    void folderRequested(const QString& folder);

private:
    void tell(const Notification& notification);
    void tellOfTray(bool isPaused);
    void showProgress();
    void act(const QString& job, const QString& action);
    QString folderOf(const QString& job) const;

    QMainWindow& m_window;
    Session& m_session;
    JobQueue& m_queue;
    const QSettings& m_settings;
    JobNotices m_notices;
    Notifier m_notifier;
    Taskbar m_taskbar;
    SleepInhibitor m_sleep;
    Tray m_tray;
};

}  // namespace wb::ui
