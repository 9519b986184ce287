#include "tests/e2e/network_run.h"

#include <atomic>
#include <csignal>
#include <memory>

// convert of a published file, kept or streamed: the result is that of the file on this machine, whatever happens on the way.
class NetworkStreamTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bothWaysGiveTheWeightsOfTheLocalFile_data();
    void bothWaysGiveTheWeightsOfTheLocalFile();
    void aServerWithoutRangesIsConvertedAfterFetching();
    void aStoppedStreamGoesOn_data();
    void aStoppedStreamGoesOn();
    void aChangedFileIsNeverMixedIn_data();
    void aChangedFileIsNeverMixedIn();
    void aFlippedByteIsFetchedAgain_data();
    void aFlippedByteIsFetchedAgain();
    void aByteFlippedAtThePublisherIsExit32();
    void aStreamStoresNothingOfTheSource();
    void cutConnectionsAreGoneOnWith();
    void whatWasKeptIsConvertedOffline();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString publish(const QString& file);
    QMap<QString, QByteArray> localWeights(const QString& file, const QStringList& more = {}) const;
    CliRun stream(const QString& url, const QStringList& more = {}) const { return runCli(streamWords(url) + more); }
    QStringList streamWords(const QString& url) const { return {"convert", url, "--out", at("stream"), "--stream", "--json"}; }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
};

void NetworkStreamTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<wb::test::FaultServer>();
}

void NetworkStreamTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

QString NetworkStreamTest::publish(const QString& file)
{
    m_server->serve("/demo.bin", contentOf(file));
    return urlOf(*m_server, "/demo.bin");
}

QMap<QString, QByteArray> NetworkStreamTest::localWeights(const QString& file, const QStringList& more) const
{
    const CliRun run = runCli(QStringList{"convert", file, "--out", at("local"), "--no-verify"} + more);
    return run.exit == 0 ? weightsIn(at("local")) : QMap<QString, QByteArray>();
}

void NetworkStreamTest::bothWaysGiveTheWeightsOfTheLocalFile_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("container");
    QTest::addColumn<QString>("scale");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("zip") << "regnet-y-10b-seer"
                         << "zip"
                         << "1/64" << QStringList();
    QTest::newRow("legacy") << "regnet-y-320-seer-in1k"
                            << "legacy"
                            << "1/16" << QStringList();
    QTest::newRow("safetensors") << "regnet-x-002"
                                 << "safetensors"
                                 << "1" << QStringList();
    QTest::newRow("zip, odd widths, f16") << "regnet-y-320-seer-in1k"
                                          << "zip"
                                          << "0.11" << QStringList{"--dtype", "f16"};
    QTest::newRow("legacy, odd widths, bf16") << "regnet-y-040"
                                              << "legacy"
                                              << "0.3" << QStringList{"--dtype", "bf16", "--shard-size", "400kB"};
    QTest::newRow("safetensors, odd widths, shards") << "regnet-x-004"
                                                     << "safetensors"
                                                     << "0.9" << QStringList{"--shard-size", "1MB"};
    QTest::newRow("zip, odd widths, shards") << "regnet-y-320-seer"
                                             << "zip"
                                             << "0.09" << QStringList{"--shard-size", "1MB"};
}

void NetworkStreamTest::bothWaysGiveTheWeightsOfTheLocalFile()
{
    QFETCH(QString, variant);
    QFETCH(QString, container);
    QFETCH(QString, scale);
    QFETCH(QStringList, more);
    const QString file = makeDemo(at("demo.bin"), variant, {"--scale", scale, "--container", container});
    const QMap<QString, QByteArray> wanted = localWeights(file, more);
    QVERIFY(!wanted.isEmpty());
    const QString url = publish(file);

    const CliRun streamed = stream(url, more);
    QVERIFY2(streamed.exit == 0, streamed.err);
    QCOMPARE(weightsIn(at("stream")), wanted);
    QCOMPARE(streamed.json().value("source_way").toString(), QStringLiteral("stream"));
    QVERIFY(streamed.json().value("verified").toBool());

    const CliRun kept = runCli(QStringList{"convert", url, "--out", at("keep"), "--json"} + more);
    QVERIFY2(kept.exit == 0, kept.err);
    QCOMPARE(weightsIn(at("keep")), wanted);
    QCOMPARE(kept.json().value("source_way").toString(), QStringLiteral("keep"));
    QCOMPARE(kept.json().value("source_file").toString(), at("homes/XDG_DATA_HOME/weightbridge/sources/demo.bin"));
    QCOMPARE(bytesOf(at("homes/XDG_DATA_HOME/weightbridge/sources/demo.bin")), bytesOf(file));
    QCOMPARE(runCli({"verify", at("stream"), "--against", file, "--quiet"}).exit, 0);
}

void NetworkStreamTest::aServerWithoutRangesIsConvertedAfterFetching()
{
    wb::test::FaultServer::Options options;
    options.supportsRange = false;
    wb::test::FaultServer server(options);
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "1/16"});
    server.serve("/demo.bin", contentOf(file));
    const CliRun streamed = stream(urlOf(server, "/demo.bin"));
    QCOMPARE(streamed.exit, 6);
    QCOMPARE(errorOf(streamed).value("id").toString(), QStringLiteral("E_NO_RANGE"));
    QVERIFY(!QFile::exists(at("stream")));
    const CliRun kept = runCli({"convert", urlOf(server, "/demo.bin"), "--out", at("keep"), "--keep-source", at("sources")});
    QVERIFY2(kept.exit == 0, kept.err);
    QVERIFY2(kept.err.contains("it is fetched whole before anything is known of it"), kept.err);
    QCOMPARE(weightsIn(at("keep")), localWeights(file));
}

void NetworkStreamTest::aStoppedStreamGoesOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGKILL") << SIGKILL;
}

// So slow that there is time to stop in the middle.
static wb::test::Fault slow()
{
    wb::test::Fault fault;
    fault.bytesPerSecond = 8 << 20;
    return fault;
}

void NetworkStreamTest::aStoppedStreamGoesOn()
{
    QFETCH(int, signal);
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "0.2"});
    const auto bytes = static_cast<uint64_t>(QFileInfo(file).size());
    QVERIFY(bytes > (16 << 20));
    const QString url = publish(file);
    m_server->onRequest([](const wb::test::Request&, uint64_t) { return std::optional(slow()); });
    {
        HeldRun run(streamWords(url) + QStringList{"--connections", "2"});
        QVERIFY(run.until([&] { return m_server->bytesSent() > bytes * 2 / 3; }));
        run.signal(signal);
        QCOMPARE(run.finish().exit, signal == SIGKILL ? -1 : 7);
    }
    QCOMPARE(namesIn(at("stream")), QStringList{".weightbridge"});
    const uint64_t before = m_server->bytesSent();
    m_server->onRequest({});
    const CliRun again = stream(url);
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("resumed").toBool());
    QCOMPARE(weightsIn(at("stream")), localWeights(file));
    const uint64_t after = m_server->bytesSent() - before;
    qInfo("file %llu, before %llu, after %llu", static_cast<unsigned long long>(bytes), static_cast<unsigned long long>(before),
          static_cast<unsigned long long>(after));
    QVERIFY(after < bytes * 9 / 10);
}

void NetworkStreamTest::aChangedFileIsNeverMixedIn_data()
{
    QTest::addColumn<bool>("sameSize");
    QTest::addColumn<bool>("whileItRuns");
    QTest::newRow("same size, between two runs") << true << false;
    QTest::newRow("other size, between two runs") << false << false;
    QTest::newRow("same size, in a run") << true << true;
}

void NetworkStreamTest::aChangedFileIsNeverMixedIn()
{
    QFETCH(bool, sameSize);
    QFETCH(bool, whileItRuns);
    const QString first = makeDemo(at("first.bin"), "regnet-y-320-seer", {"--scale", "0.2"});
    const QString second = makeDemo(at("second.bin"), "regnet-y-320-seer", {"--scale", sameSize ? "0.2" : "0.21", "--seed", "7"});
    QCOMPARE(QFileInfo(first).size() == QFileInfo(second).size(), sameSize);
    const QString url = publish(first);
    m_server->onRequest([](const wb::test::Request&, uint64_t) { return std::optional(slow()); });
    {
        HeldRun run(streamWords(url) + QStringList{"--connections", "2"});
        QVERIFY(run.until([&] { return m_server->bytesSent() > static_cast<uint64_t>(QFileInfo(first).size() / 2); }));
        publish(second);
        if (!whileItRuns) {
            run.signal(SIGKILL);
        }
        m_server->onRequest({});
        const CliRun stopped = run.finish();
        QCOMPARE(stopped.exit, whileItRuns ? 6 : -1);
        if (whileItRuns) {
            QCOMPARE(errorOf(stopped).value("id").toString(), QStringLiteral("E_REMOTE_CHANGED"));
            QVERIFY(stopped.err.contains("127.0.0.1"));
        }
    }
    CliRun again = stream(url);
    // What there is of the old file's result is not thrown away unasked.
    QCOMPARE(again.exit, 13);
    QCOMPARE(errorOf(again).value("facts").toObject().value("problem").toString(), QStringLiteral("other-plan"));
    QVERIFY(weightsIn(at("stream")).isEmpty());
    again = stream(url, {"--overwrite"});
    QVERIFY2(again.exit == 0, again.err);
    QCOMPARE(weightsIn(at("stream")), localWeights(second));
}

void NetworkStreamTest::aFlippedByteIsFetchedAgain_data()
{
    QTest::addColumn<double>("place");
    QTest::newRow("early") << 0.1;
    QTest::newRow("middle") << 0.5;
    QTest::newRow("late") << 0.9;
}

void NetworkStreamTest::aFlippedByteIsFetchedAgain()
{
    QFETCH(double, place);
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "0.11"});
    const QString url = publish(file);
    const auto offset = static_cast<uint64_t>(place * static_cast<double>(QFileInfo(file).size()));
    std::atomic<int> flips = 0;
    m_server->onRequest([&](const wb::test::Request& request, uint64_t) -> std::optional<wb::test::Fault> {
        const bool hasIt = request.range && request.range->first <= offset && offset <= request.range->second;
        if (!hasIt || flips.exchange(1) != 0) {
            return std::nullopt;
        }
        wb::test::Fault fault;
        fault.flips = {offset};
        return fault;
    });
    const CliRun run = stream(url);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(flips.load(), 1);
    QVERIFY2(run.err.contains("came with damage and is fetched again"), run.err);
    QCOMPARE(weightsIn(at("stream")), localWeights(file));
}

void NetworkStreamTest::aByteFlippedAtThePublisherIsExit32()
{
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "0.11"});
    QByteArray bytes = bytesOf(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    m_server->serve("/demo.bin", wb::test::Content::of(bytes.toStdString()));
    const CliRun run = stream(urlOf(*m_server, "/demo.bin"));
    QCOMPARE(run.exit, 32);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_CRC"));
    QVERIFY(weightsIn(at("stream")).isEmpty());
}

void NetworkStreamTest::aStreamStoresNothingOfTheSource()
{
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "0.11"});
    QVERIFY(stream(publish(file)).exit == 0);
    for (const QString& path : treeOf(at("homes")).keys()) {
        QVERIFY2(!QFileInfo(at("homes/" + path)).isFile(), qPrintable(path));
    }
    QVERIFY(namesIn(at("stream")).contains("model.safetensors"));
    QVERIFY(!namesIn(at("stream")).contains(".weightbridge"));
}

void NetworkStreamTest::cutConnectionsAreGoneOnWith()
{
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "0.2"});
    const QString url = publish(file);
    std::atomic<int> cuts = 0;
    m_server->onRequest([&](const wb::test::Request&, uint64_t number) -> std::optional<wb::test::Fault> {
        if (number < 6 || number % 2 == 0 || cuts >= 8) {
            return std::nullopt;
        }
        wb::test::Fault fault;
        (++cuts % 2 == 0 ? fault.resetAfter : fault.closeAfter) = 700'000;
        return fault;
    });
    const CliRun run = stream(url);
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(cuts > 0);
    QCOMPARE(weightsIn(at("stream")), localWeights(file));
}

void NetworkStreamTest::whatWasKeptIsConvertedOffline()
{
    const QString file = makeDemo(at("demo.bin"), "regnet-y-320-seer", {"--scale", "1/16"});
    const QString url = publish(file);
    const QStringList words{"convert", url, "--keep-source", at("sources"), "--json"};
    QCOMPARE(runCli(words + QStringList{"--out", at("online")}).exit, 0);
    m_server->goDown();
    const CliRun run = runCli(words + QStringList{"--out", at("offline"), "--offline"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("already_there").toBool());
    QCOMPARE(weightsIn(at("offline")), weightsIn(at("online")));
    QCOMPARE(runCli({"convert", url, "--out", at("none"), "--keep-source", at("empty"), "--offline"}).exit, 6);
}

QTEST_GUILESS_MAIN(NetworkStreamTest)
#include "network_stream_test.moc"
