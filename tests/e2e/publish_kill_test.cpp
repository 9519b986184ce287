#include "tests/e2e/publish_run.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <cmath>
#include <csignal>
#include <memory>
#include <random>

// kill -9 at ten points of an upload, each run going on where the one before was killed. WB_KILL_BYTES is the size of the file of weights.
class PublishKillTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anUploadLosesLittleToEachKill();

private:
    static constexpr int killsByBytes = 6;
    static constexpr int killsByRequest = 4;
    static constexpr int connections = 4;

    QStringList words() const
    {
        return {"publish", m_folder, "--to",   "alice/m1",      "--accept-licence",
                "seer",    "--yes",  "--json", "--connections", QString::number(connections)};
    }
    bool killAfter(qint64 bytes);
    bool killDuring(const QByteArray& request, bool isDone);
    QMap<QString, int> partsReceived() const;

    QTemporaryDir m_made;
    QString m_folder;
    qint64 m_bytes = 0;
    qint64 m_partBytes = 0;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::HubServer> m_server;
};

void PublishKillTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    constexpr double small = 64e6;
    constexpr double bytesAtScaleOne = 39e9;  // and it grows with the square
    bool isSaid = false;
    const double wanted = qEnvironmentVariable("WB_KILL_BYTES").toDouble(&isSaid);
    const double bytes = isSaid ? wanted : small;
    m_sandbox = std::make_unique<Sandbox>();
    m_folder = makeModel(m_made.filePath("model"), "regnet-y-10b-seer", QString::number(std::sqrt(bytes / bytesAtScaleOne), 'f', 4));
    m_bytes = QFileInfo(m_folder + "/model.safetensors").size();
    QVERIFY2(m_bytes > static_cast<qint64>(bytes / 2), qPrintable(QString::number(m_bytes)));
    m_partBytes = m_bytes > 500'000'000 ? 5 << 20 : 1 << 20;
    m_server = std::make_unique<wb::test::HubServer>(m_made.path());
    const QString part = QString::number(m_partBytes);
    QVERIFY(m_server->start({"--mp", part, "--chunk", part, "--same-upload", "--patience", isSaid ? "1000" : "100"}));
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_server->endpoint()));
    qputenv("HF_TOKEN", "hf_write");
}

// Kills a run once the store has taken so many bytes more.
bool PublishKillTest::killAfter(qint64 bytes)
{
    const qint64 before = m_server->received(0);
    HeldRun run(words());
    if (m_server->received(before + bytes) == 0) {
        return false;
    }
    run.signal(SIGKILL);
    return run.finish().exit == -1;
}

// Kills a run while the Hub has a request that it then does all the same, or never does.
bool PublishKillTest::killDuring(const QByteArray& request, bool isDone)
{
    const auto count = static_cast<int>(m_server->requests().filter(QRegularExpression(request)).size());
    if (!m_server->faults("{\"match\":\"" + request + "\",\"do\":\"hold\"" + (isDone ? "}" : ",\"then\":\"reset\"}"))) {
        return false;
    }
    HeldRun run(words());
    if (!m_server->hasBegun(request, count + 1)) {
        return false;
    }
    run.signal(SIGKILL);
    return run.finish().exit == -1 && m_server->release() && m_server->hasEnded(request, count + 1);
}

// How often each part came in full.
QMap<QString, int> PublishKillTest::partsReceived() const
{
    static const QRegularExpression number("partNumber=(\\d+)");
    const qint64 parts = (m_bytes + m_partBytes - 1) / m_partBytes;
    QMap<QString, int> received;
    for (const QByteArray& line : m_server->trace().split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object().value("req").toObject();
        const QString part = number.match(request.value("line").toString()).captured(1);
        const qint64 whole = part.toLongLong() == parts ? m_bytes - (parts - 1) * m_partBytes : m_partBytes;
        if (!part.isEmpty() && request.value("body").toString() == QString("<%1 raw bytes>").arg(whole)) {
            ++received[part];
        }
    }
    return received;
}

static QByteArray sha256OfFile(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

void PublishKillTest::anUploadLosesLittleToEachKill()
{
    std::mt19937_64 random(20'261'126);
    std::uniform_real_distribution<double> share(0.4, 1.6);
    for (int i = 0; i < killsByBytes; ++i) {
        const double bytes = 0.7 * static_cast<double>(m_bytes) / killsByBytes * share(random);
        QVERIFY2(killAfter(static_cast<qint64>(bytes)), QByteArray::number(i));
        const int kept = journalledParts(m_sandbox->at("homes"));
        qInfo("kill %d: %lld bytes received in all, %d parts kept", i + 1, static_cast<long long>(m_server->received(0)), kept);
    }
    for (const bool isDone : {false, true}) {
        QVERIFY(killDuring("POST .*/multipart", isDone));
    }
    for (const bool isDone : {false, true}) {
        QVERIFY(killDuring("POST .*/commit/main", isDone));
    }
    const CliRun run = runCli(words());
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("already_there").toBool());
    QCOMPARE(m_server->repository("alice/m1").value("commits").toInt(), 2);
    const QByteArray sha256 = sha256OfFile(m_folder + "/model.safetensors");
    QCOMPARE(m_server->filesOf("alice/m1").value("model.safetensors").toString().toUtf8(), sha256);
    QCOMPARE(sha256OfFile(m_made.filePath("hub-data/") + sha256), sha256);

    const QMap<QString, int> received = partsReceived();
    QCOMPARE(received.size(), (m_bytes + m_partBytes - 1) / m_partBytes);
    int again = 0;
    for (const int times : received) {
        again += times - 1;
    }
    qInfo("file %lld bytes in %lld parts, %lld received in all; %d parts came in full again after %d kills", static_cast<long long>(m_bytes),
          static_cast<long long>(received.size()), static_cast<long long>(m_server->received(0)), again, killsByBytes + killsByRequest);
    QVERIFY2(again <= killsByBytes * connections, QByteArray::number(again));  // to the other kills none
}

QTEST_GUILESS_MAIN(PublishKillTest)
#include "publish_kill_test.moc"
