#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace wb::ui {

// The program's progress in the desktop's taskbar or dock (com.canonical.Unity.LauncherEntry). Never waits; does nothing as long as it has no bus.
class Taskbar : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setBus(const QDBusConnection& bus) { m_bus.emplace(bus); }
    // 0 to 1; empty: nothing runs.
    void show(std::optional<double> share);

private:
    std::optional<QDBusConnection> m_bus;
    int m_percent = -1;  // as it is shown; -1: none
};

}  // namespace wb::ui
