#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

namespace wb::ui {

// Keeps the machine from going to sleep by itself (org.freedesktop.login1) while it is held. Asynchronous; does nothing as long as it has no bus.
class SleepInhibitor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // The system's.
    void setBus(const QDBusConnection& bus);
    void hold(bool isHeld);

private:
    void ask();

    std::optional<QDBusConnection> m_bus;
    bool m_isHeld = false;
    bool m_isAsked = false;
    QDBusUnixFileDescriptor m_lock;  // held as long as it is open
};

}  // namespace wb::ui
