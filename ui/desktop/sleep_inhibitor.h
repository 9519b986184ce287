#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>
#include <optional>

class QDBusPendingCall;

namespace wb::ui {

// Keeps the machine from going to sleep by itself while it is held: by logind (org.freedesktop.login1); where that refuses or is not there, by the
// desktop's portal (org.freedesktop.portal.Inhibit). Asynchronous; does nothing as long as it has no bus.
class SleepInhibitor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setSystemBus(const QDBusConnection& bus);
    void setSessionBus(const QDBusConnection& bus);
    void hold(bool isHeld);

private:
    void ask();
    void askPortal();
    void closeRequest();
    void whenDone(const QDBusPendingCall& call, std::function<void(const QDBusMessage&)> take);
    static QString reason();

    std::optional<QDBusConnection> m_system;
    std::optional<QDBusConnection> m_session;
    bool m_isHeld = false;
    bool m_isAsked = false;
    bool m_isPortalAsked = false;
    QDBusUnixFileDescriptor m_lock;  // held as long as it is open
    QString m_request;               // of the portal: held until it is closed
};

}  // namespace wb::ui
