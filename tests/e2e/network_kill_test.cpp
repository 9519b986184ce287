#include "tests/e2e/network_run.h"

#include "core/net/part_file.h"

#include <csignal>
#include <memory>

// kill -9 at ten points of a transfer, each run going on where the one before was killed.
class NetworkKillTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDownloadLosesLittleToEachKill();
    void aStreamLosesLittleToEachKill();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    uint64_t killAfter(const QStringList& words, uint64_t bytes);

    static constexpr int kills = 10;
    static constexpr uint64_t connections = 4;

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
};

void NetworkKillTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    wb::test::FaultServer::Options options;
    options.bytesPerSecond = 5 << 20;
    m_server = std::make_unique<wb::test::FaultServer>(options);
}

void NetworkKillTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

// Kills a run once the server has sent it so many bytes; returns how many it had sent then, 0 when the run ended before.
uint64_t NetworkKillTest::killAfter(const QStringList& words, uint64_t bytes)
{
    const uint64_t before = m_server->bytesSent();
    HeldRun run(words);
    if (!run.until([&] { return m_server->bytesSent() - before >= bytes; })) {
        return 0;
    }
    run.signal(SIGKILL);
    return run.finish().exit == -1 ? m_server->bytesSent() - before : 0;
}

void NetworkKillTest::aDownloadLosesLittleToEachKill()
{
    constexpr uint64_t bytes = 40 << 20;
    const wb::test::Content content = wb::test::Content::pattern(bytes, 1);
    m_server->serve("/demo.bin", content);
    const std::string text = textOf(content, 0, bytes);
    m_server->serve("/demo.bin.sha256", wb::test::Content::of(wb::Sha256::of(text)));
    const QStringList words{"download", urlOf(*m_server, "/demo.bin"), "--to", at("here"), "--connections", QString::number(connections), "--json"};

    // Of what a run had been sent, all is kept but what each connection had brought of its chunk, and what was still on its way.
    constexpr uint64_t onItsWay = 1 << 20;
    const std::string path = at("here/demo.bin").toStdString();
    uint64_t kept = 0;
    uint64_t mostLost = 0;
    for (int i = 0; i < kills; ++i) {
        const uint64_t sent = killAfter(words, (2ULL << 20) + static_cast<uint64_t>(i) * 300'000);
        QVERIFY(sent > 0);
        const uint64_t now = wb::net::PartFile::journalledBytes(path);
        QVERIFY2(now >= kept, qPrintable(QString("%1 then %2").arg(kept).arg(now)));
        const uint64_t lost = sent - std::min(sent, now - kept);
        QVERIFY2(lost <= connections * (wb::net::PartFile::chunkBytes + onItsWay), qPrintable(QString::number(lost)));
        mostLost = std::max(mostLost, lost);
        kept = now;
    }
    const CliRun run = runCli(words);
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(bytesOf(at("here/demo.bin")) == QByteArray::fromStdString(text));
    QCOMPARE(run.json().value("bytes_resumed").toInteger(), static_cast<qint64>(kept));
    QCOMPARE(run.json().value("bytes_fetched").toInteger(), static_cast<qint64>(bytes - kept));
    QCOMPARE(namesIn(at("here")), QStringList{"demo.bin"});
    qInfo("file %llu, sent %llu in all, at most %llu lost to a kill", static_cast<unsigned long long>(bytes),
          static_cast<unsigned long long>(m_server->bytesSent()), static_cast<unsigned long long>(mostLost));
}

static uint64_t largestTensor(const QString& file)
{
    qint64 largest = 0;
    for (const QJsonValue& tensor : runCli({"inspect", file, "--json"}).json().value("tensors").toArray()) {
        largest = std::max(largest, tensor.toObject().value("bytes").toInteger());
    }
    return static_cast<uint64_t>(largest);
}

// Over one connection the bytes come in order, so that whole tensors go into the result at once.
void NetworkKillTest::aStreamLosesLittleToEachKill()
{
    const QString file = makeDemo(at("demo.torch"), "regnet-y-320-seer", {"--scale", "0.35"});
    const auto bytes = static_cast<uint64_t>(QFileInfo(file).size());
    m_server->serve("/demo.torch", contentOf(file));
    m_server->onRequest([](const wb::test::Request&, uint64_t) {
        wb::test::Fault fault;
        fault.bytesPerSecond = 40 << 20;
        return std::optional(fault);
    });
    const QStringList words{"convert",    urlOf(*m_server, "/demo.torch"), "--out", at("stream"), "--stream", "--connections", "1", "--json",
                            "--no-verify"};
    for (int i = 0; i < kills; ++i) {
        QVERIFY2(killAfter(words, (11ULL << 20) + static_cast<uint64_t>(i) * 50'000) > 0, QByteArray::number(i));
    }
    const uint64_t before = m_server->bytesSent();
    const CliRun run = runCli(words);
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("resumed").toBool());
    QCOMPARE(runCli({"convert", file, "--out", at("local"), "--no-verify"}).exit, 0);
    QCOMPARE(weightsIn(at("stream")), weightsIn(at("local")));

    // Lost to each kill: the tensor that was being read, batches between the threads, the piece that was coming, what was on its way. Each run looks
    // at the directory first.
    constexpr uint64_t piece = 2 << 20;
    constexpr uint64_t batches = 8 << 20;
    constexpr uint64_t onItsWay = 1 << 20;
    constexpr uint64_t look = 1 << 20;
    const uint64_t sent = m_server->bytesSent();
    qInfo("file %llu, sent %llu to the killed and %llu in all; largest tensor %llu", static_cast<unsigned long long>(bytes),
          static_cast<unsigned long long>(before), static_cast<unsigned long long>(sent), static_cast<unsigned long long>(largestTensor(file)));
    QVERIFY(sent <= bytes + (kills + 1) * look + kills * (largestTensor(file) + batches + piece + onItsWay));
}

QTEST_GUILESS_MAIN(NetworkKillTest)
#include "network_kill_test.moc"
