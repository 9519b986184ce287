#pragma once

#include "tests/support/http/dial.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

#include <array>
#include <string>

namespace wb::test {

// hubsim.py in a process of its own, with its data and trace in a folder of the test's.
class HubServer {
public:
    explicit HubServer(QString folder) : m_folder(std::move(folder)) {}
    ~HubServer() { stop(); }
    HubServer(const HubServer&) = delete;
    HubServer& operator=(const HubServer&) = delete;

    static bool isPossible() { return !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty(); }

    bool start(const QStringList& more = {})
    {
        m_process.start(QStringLiteral("python3"), QStringList{QStringLiteral(WB_SOURCE_ROOT "/tests/support/hubsim.py"), QStringLiteral("--data"),
                                                               m_folder + QStringLiteral("/hub-data"), QStringLiteral("--trace"), tracePath()} +
                                                       more);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000)) {
                return false;
            }
        }
        m_endpoint = QString::fromUtf8(m_process.readLine()).split(QLatin1Char(' ')).value(1).toStdString();
        return m_endpoint.starts_with("http://127.0.0.1:");
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    const std::string& endpoint() const { return m_endpoint; }
    QString tracePath() const { return m_folder + QStringLiteral("/trace.jsonl"); }

    bool control(const std::string& path, const QByteArray& body) const { return talk("POST", path, body).startsWith("HTTP/1.1 200"); }
    // As it was at the start.
    bool reset() const { return control("/_ctl/idle", {}) && control("/_ctl/reset", {}); }
    bool makeRepository(const QByteArray& name, const QByteArray& more = {}) const
    {
        return control("/_ctl/repo", "{\"id\":\"" + name + "\"" + more + "}");
    }
    bool faults(const QByteArray& rules) const { return control("/_ctl/faults", "{\"rules\":[" + rules + "]}"); }

    // Waits until so many requests that match have begun, or ended. False: they have not for --patience seconds, a minute unless told.
    bool hasBegun(const QByteArray& match, int count = 1) const { return arrived(match, count, "false"); }
    bool hasEnded(const QByteArray& match, int count = 1) const { return arrived(match, count, "true"); }
    // Waits until the store has taken so many bytes of bodies; returns how many those are. 0: it has not for as long.
    qint64 received(qint64 bytes) const
    {
        const QByteArray answer = talk("POST", "/_ctl/received", "{\"bytes\":" + QByteArray::number(bytes) + "}");
        return answer.startsWith("HTTP/1.1 200") ? bodyOf(answer).value(QStringLiteral("bytes")).toInteger() : 0;
    }
    // Lets go on what the fault "hold" holds; no fault is left.
    bool release() const { return faults("") && control("/_ctl/release", {}); }

    QJsonObject state() const { return bodyOf(talk("GET", "/_ctl/state", {})); }
    QJsonObject repository(const QString& name) const
    {
        return state().value(QStringLiteral("repos"))[QString(QStringLiteral("model:") + name)].toObject();
    }
    // Hash of each file of a branch.
    QJsonObject filesOf(const QString& name, const QString& revision = QStringLiteral("main")) const
    {
        return repository(name).value(QStringLiteral("trees"))[revision].toObject();
    }

    // "METHOD PATH HTTP/1.1" of every request so far that has the text in it.
    QStringList requests(const QString& text = {}) const
    {
        QStringList found;
        for (const QByteArray& line : trace().split('\n')) {
            const QString request = QJsonDocument::fromJson(line).object().value(QStringLiteral("req"))[QStringLiteral("line")].toString();
            if (!request.isEmpty() && request.contains(text)) {
                found.append(request);
            }
        }
        return found;
    }
    QByteArray trace() const
    {
        control("/_ctl/idle", {});
        QFile file(tracePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    bool arrived(const QByteArray& match, int count, const QByteArray& ended) const
    {
        return control("/_ctl/arrived", "{\"match\":\"" + match + "\",\"count\":" + QByteArray::number(count) + ",\"ended\":" + ended + "}");
    }
    static QJsonObject bodyOf(const QByteArray& answer) { return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object(); }

    QByteArray talk(const QByteArray& method, const std::string& path, const QByteArray& body) const
    {
        const StopSignal never;
        Channel channel(dial(m_endpoint.substr(std::string_view("http://").size()), never), never);
        const QByteArray request = method + ' ' + QByteArray::fromStdString(path) +
                                   " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                                   body;
        QByteArray answer;
        if (channel.isOpen() && channel.write(request.toStdString())) {
            std::array<char, 4096> block{};
            for (size_t got = channel.read(block); got > 0; got = channel.read(block)) {
                answer.append(block.data(), static_cast<qsizetype>(got));
            }
        }
        return answer;
    }

    QString m_folder;
    QProcess m_process;
    std::string m_endpoint;
};

}  // namespace wb::test
