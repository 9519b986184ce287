#include "ui/desktop/sleep_inhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace wb::ui {

using namespace Qt::StringLiterals;

void SleepInhibitor::setBus(const QDBusConnection& bus)
{
    m_bus.emplace(bus);
    ask();
}

void SleepInhibitor::hold(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld) {
        m_lock = {};
    } else {
        ask();
    }
}

void SleepInhibitor::ask()
{
    if (!m_bus || !m_isHeld || m_isAsked || m_lock.isValid()) {
        return;
    }
    m_isAsked = true;
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"sleep:idle"_s << QGuiApplication::applicationDisplayName() << tr("A model is downloaded, converted or published") << u"block"_s;
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        done->deleteLater();
        m_isAsked = false;
        if (m_isHeld && !reply.isError()) {
            m_lock = reply.value();
        }
    });
}

}  // namespace wb::ui
