#include "ui/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMilliseconds = 2000;  // with the first program
constexpr int silenceMilliseconds = 3000;   // of a peer
constexpr qint64 mostBytes = 4 << 20;       // of a message: more than a command line can be
constexpr int mostPeers = 16;
const QByteArray greeting = "weightbridge 1\n";
const QByteArray answer = "ok\n";

// A folder that nobody else can write to; empty: it is none.
QString ownFolder(const QString& folder)
{
    struct stat info = {};
    const bool isOwn = lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == getuid() &&
                       (info.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    return isOwn ? folder : QString();
}

QString socketFolder()
{
    const QString runtime = QFile::decodeName(qgetenv("XDG_RUNTIME_DIR"));
    if (!runtime.isEmpty() && !ownFolder(runtime).isEmpty()) {
        return runtime;
    }
    const QString folder = QDir::tempPath() + u"/weightbridge-%1"_s.arg(getuid());
    mkdir(QFile::encodeName(folder).constData(), S_IRWXU);
    return ownFolder(folder);
}

// One word a line, an empty line at the end.
QByteArray messageOf(const QStringList& words)
{
    QByteArray message = greeting;
    for (const QString& word : words) {
        message += QFile::encodeName(word).toPercentEncoding("/") + '\n';
    }
    return message + '\n';
}

QStringList wordsOf(const QByteArray& message)
{
    QStringList words;
    for (const QByteArray& line : message.mid(greeting.size()).split('\n')) {
        if (!line.isEmpty()) {
            words.append(QFile::decodeName(QByteArray::fromPercentEncoding(line)));
        }
    }
    return words;
}

bool send(const QString& socket, const QByteArray& message)
{
    QLocalSocket peer;
    peer.connectToServer(socket);
    if (!peer.waitForConnected(patienceMilliseconds)) {
        return false;
    }
    peer.write(message);
    QByteArray got;
    while (got.size() < answer.size() && peer.waitForReadyRead(patienceMilliseconds)) {
        got += peer.readAll();
    }
    return got == answer;
}

}  // namespace

SingleInstance::SingleInstance(const QString& profile, QObject* parent) : QObject(parent)
{
    const QString folder = socketFolder();
    if (!folder.isEmpty()) {
        const QString place = profile.isEmpty() ? QString() : QDir(profile).absolutePath();
        const QByteArray name = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        m_socket = folder + u"/weightbridge-"_s + QString::fromLatin1(name);
        m_lock = std::make_unique<QLockFile>(m_socket + u".lock"_s);
        m_lock->setStaleLockTime(0);  // held as long as the program runs
    }
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QStringList& words)
{
    QElapsedTimer clock;
    clock.start();
    while (m_lock && clock.elapsed() < patienceMilliseconds) {
        if (m_lock->tryLock(0)) {
            listen();
            return false;
        }
        if (m_lock->error() != QLockFile::LockFailedError) {
            break;
        }
        if (send(m_socket, messageOf(words))) {
            return true;
        }
        QThread::msleep(50);  // the first is about to start, or to end
    }
    return false;
}

// What a program that has crashed left is taken away: who holds the lock is alone.
void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(mostPeers);
    QLocalServer::removeServer(m_socket);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* peer = m_server->nextPendingConnection()) {
            receive(*peer);
        }
    });
    m_server->listen(m_socket);
}

void SingleInstance::receive(QLocalSocket& peer)
{
    peer.setReadBufferSize(mostBytes);
    const auto message = std::make_shared<QByteArray>();
    const auto take = [this, &peer, message] {
        *message += peer.readAll();
        const bool isOurs = message->startsWith(greeting.first(std::min(greeting.size(), message->size()))) && message->size() <= mostBytes;
        if (!isOurs) {
            peer.abort();
        } else if (message->endsWith("\n\n") || *message == greeting + '\n') {
            const QStringList words = wordsOf(std::exchange(*message, {}));
            peer.disconnect(this);
            peer.write(answer);
            peer.flush();
            peer.disconnectFromServer();
            Q_EMIT asked(words);
        }
    };
    connect(&peer, &QLocalSocket::readyRead, this, take);
    connect(&peer, &QLocalSocket::disconnected, &peer, &QObject::deleteLater);
    QTimer::singleShot(silenceMilliseconds, &peer, [&peer] { peer.abort(); });
    take();
}

}  // namespace wb::ui
