#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>

namespace wb::ui {

// Connects to a bus without waiting for it: `take` gets the connection on this thread, once it stands, while the context lives; never where there is
// no bus.
void connectToBus(QDBusConnection::BusType type, QObject& context, std::function<void(const QDBusConnection&)> take);

}  // namespace wb::ui
