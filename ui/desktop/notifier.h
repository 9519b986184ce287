#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <utility>

class QDBusPendingCallWatcher;

namespace wb::ui {

// What the desktop shows of a job that has ended. Plain texts.
struct Notification {
    QString job;  // key: a later one of the same job replaces it
    QString title;
    QString text;
    QList<std::pair<QString, QString>> actions;  // name, label of its button
    bool isUrgent = false;
};

// Shows notifications through org.freedesktop.Notifications. Asynchronous; does nothing as long as it has no bus.
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setBus(const QDBusConnection& bus);
    void show(const Notification& notification);

Q_SIGNALS:
    void actionChosen(const QString& job, const QString& action);

private Q_SLOTS:
    void takeAction(uint id, const QString& action);
    void takeClosed(uint id, uint reason);

private:
    struct Shown {
        uint id = 0;
        bool isOnTheWay = false;  // its id is not known yet
        std::optional<Notification> next;
    };

    void send(const Notification& notification);
    void takeId(const QString& job, QDBusPendingCallWatcher& call);
    QString jobOf(uint id) const;

    std::optional<QDBusConnection> m_bus;
    bool m_hasMarkup = false;
    QHash<QString, Shown> m_shown;
};

}  // namespace wb::ui
