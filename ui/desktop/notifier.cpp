#include "ui/desktop/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QStringList>
#include <QVariantMap>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

}  // namespace

void Notifier::setBus(const QDBusConnection& bus)
{
    m_bus.emplace(bus);
    m_bus->connect(service, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    m_bus->connect(service, path, service, u"NotificationClosed"_s, this, SLOT(takeClosed(uint, uint)));
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QStringList> reply = *done;
        m_hasMarkup = !reply.isError() && reply.value().contains(u"body-markup"_s);
        done->deleteLater();
    });
}

void Notifier::show(const Notification& notification)
{
    if (!m_bus) {
        return;
    }
    Shown& shown = m_shown[notification.job];
    if (shown.isOnTheWay) {
        shown.next = notification;
    } else {
        send(notification);
    }
}

void Notifier::send(const Notification& notification)
{
    Shown& shown = m_shown[notification.job];
    shown.isOnTheWay = true;
    QStringList actions;
    for (const auto& [name, label] : notification.actions) {
        actions << name << label;
    }
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"urgency"_s, QVariant::fromValue(static_cast<uchar>(notification.isUrgent ? 2 : 1))}};
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments({QGuiApplication::applicationDisplayName(), shown.id, u"weightbridge"_s, notification.title,
                          m_hasMarkup ? notification.text.toHtmlEscaped() : notification.text, actions, hints, -1});
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, job = notification.job](QDBusPendingCallWatcher* done) { takeId(job, *done); });
}

void Notifier::takeId(const QString& job, QDBusPendingCallWatcher& call)
{
    const QDBusPendingReply<uint> reply = call;
    call.deleteLater();
    Shown& shown = m_shown[job];
    shown.isOnTheWay = false;
    shown.id = reply.isError() ? 0 : reply.value();
    if (const auto next = std::exchange(shown.next, std::nullopt)) {
        send(*next);
    }
}

QString Notifier::jobOf(uint id) const
{
    for (auto entry = m_shown.begin(); entry != m_shown.end(); ++entry) {
        if (id != 0 && entry->id == id) {
            return entry.key();
        }
    }
    return {};
}

void Notifier::takeAction(uint id, const QString& action)
{
    if (const QString job = jobOf(id); !job.isEmpty()) {
        Q_EMIT actionChosen(job, action);
    }
}

void Notifier::takeClosed(uint id, uint)
{
    if (const QString job = jobOf(id); !job.isEmpty() && !m_shown[job].isOnTheWay) {
        m_shown.remove(job);
    }
}

}  // namespace wb::ui
