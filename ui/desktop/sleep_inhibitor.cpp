#include "ui/desktop/sleep_inhibitor.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;

}  // namespace

void SleepInhibitor::setSystemBus(const QDBusConnection& bus)
{
    m_system.emplace(bus);
    ask();
}

void SleepInhibitor::setSessionBus(const QDBusConnection& bus)
{
    m_session.emplace(bus);
    ask();
}

// Called at every sample: what was refused is not asked for again before the next work.
void SleepInhibitor::hold(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) == isHeld) {
        return;
    }
    if (isHeld) {
        ask();
    } else {
        m_lock = {};
        closeRequest();
    }
}

QString SleepInhibitor::reason()
{
    return tr("A model is downloaded, converted or published");
}

void SleepInhibitor::ask()
{
    if (!m_isHeld || m_isAsked || m_lock.isValid()) {
        return;
    }
    if (!m_system) {
        askPortal();
        return;
    }
    m_isAsked = true;
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"sleep:idle"_s << QGuiApplication::applicationDisplayName() << reason() << u"block"_s;
    whenDone(m_system->asyncCall(message), [this](const QDBusPendingReply<QDBusUnixFileDescriptor>& reply) {
        m_isAsked = false;
        if (reply.isError()) {
            askPortal();
        } else if (m_isHeld) {
            m_lock = reply.value();
        }
    });
}

void SleepInhibitor::askPortal()
{
    if (!m_session || !m_isHeld || m_isPortalAsked || !m_request.isEmpty()) {
        return;
    }
    m_isPortalAsked = true;
    constexpr uint suspend = 4;
    constexpr uint idle = 8;
    QDBusMessage message =
        QDBusMessage::createMethodCall(portal, u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    message << QString() << (suspend | idle) << QVariantMap{{u"reason"_s, reason()}};
    whenDone(m_session->asyncCall(message), [this](const QDBusPendingReply<QDBusObjectPath>& reply) {
        m_isPortalAsked = false;
        m_request = reply.isError() ? QString() : reply.value().path();
        if (!m_isHeld) {
            closeRequest();
        }
    });
}

void SleepInhibitor::closeRequest()
{
    if (const QString request = std::exchange(m_request, {}); !request.isEmpty()) {
        m_session->asyncCall(QDBusMessage::createMethodCall(portal, request, u"org.freedesktop.portal.Request"_s, u"Close"_s));
    }
}

void SleepInhibitor::whenDone(const QDBusPendingCall& call, std::function<void(const QDBusMessage&)> take)
{
    auto* watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [take = std::move(take)](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        take(done->reply());
    });
}

}  // namespace wb::ui
