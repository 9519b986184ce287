#pragma once

#include "ui/desktop/job_notices.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/sleep_inhibitor.h"
#include "ui/desktop/taskbar.h"

#include <QObject>

class QMainWindow;
class QSettings;

namespace wb::ui {

// What the desktop does for a program that works long: tells of ends, shows progress in the taskbar, does not go to sleep. All of it goes over D-Bus,
// nothing waits for it, and without D-Bus nothing is done. Window, session, queue and settings outlive it.
class Desktop : public QObject {
    Q_OBJECT

public:
    // The settings say whether ends are told (interface/notifications).
    Desktop(QMainWindow& window, Session& session, JobQueue& queue, const QSettings& settings, QObject* parent = nullptr);

    void connectToBuses();
    void setSessionBus(const QDBusConnection& bus);
    void setSystemBus(const QDBusConnection& bus) { m_sleep.setBus(bus); }

Q_SIGNALS:
    void folderRequested(const QString& folder);

private:
    void tell(const Notification& notification);
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
};

}  // namespace wb::ui
