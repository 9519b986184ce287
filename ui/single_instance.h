#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace wb::ui {

// One window for each user and profile: the first has a socket that only its user may use, a second one hands its words over to it. Where there is no
// place for the socket, or the first does not answer, a program works alone.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    // `profile`: its folder; empty: the user's own.
    explicit SingleInstance(const QString& profile, QObject* parent = nullptr);
    ~SingleInstance() override;

    // True: another one has taken the words, and this program has nothing more to do. Blocks, two seconds at most. Without another it takes the words
    // of later ones from now on.
    bool handOver(const QStringList& words);
    // The file of the socket; empty: there is no place for it.
    QString socket() const { return m_socket; }

Q_SIGNALS:
    // Another program was started with these words, maybe none, and has ended.
    void asked(const QStringList& words);

private:
    void listen();
    void receive(QLocalSocket& peer);

    QString m_socket;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer* m_server = nullptr;
};

}  // namespace wb::ui
