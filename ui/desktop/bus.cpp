#include "ui/desktop/bus.h"

#include <QThread>

#include <memory>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

void connectToBus(QDBusConnection::BusType type, QObject& context, std::function<void(const QDBusConnection&)> take)
{
    // A bus that is there and does not answer holds up this thread alone.
    const auto bus = std::make_shared<std::unique_ptr<QDBusConnection>>();
    QThread* thread = QThread::create([bus, type] {
        const QString name = type == QDBusConnection::SystemBus ? u"weightbridge-system"_s : u"weightbridge-session"_s;
        *bus = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(type, name));
    });
    QObject::connect(thread, &QThread::finished, &context, [bus, take = std::move(take)] {
        if ((*bus)->isConnected()) {
            take(**bus);
        }
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

}  // namespace wb::ui
