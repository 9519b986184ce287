#include "tests/e2e/network_run.h"

#include <memory>

// inspect, keymap and plan of files that stay where they are published.
class NetworkLookTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFileOf37GBTakesAFewRequests();
    void everyContainerShowsTheKeysOfTheFile_data();
    void everyContainerShowsTheKeysOfTheFile();
    void mapAndPlanAreThoseOfTheFile();
    void aVariantIsAskedForOnlineOnly();
    void planSaysWhatBothWaysTake();
    void aServerWithoutRangesIsSaidToBeOne();
    void aTokenOfTheHubGoesNowhereElse();
    void aPublishedFileIsComparedWhereItIs();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
};

void NetworkLookTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<wb::test::FaultServer>();
}

void NetworkLookTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

static QJsonObject without(QJsonObject json, const QStringList& fields)
{
    for (const QString& field : fields) {
        json.remove(field);
    }
    return json;
}

void NetworkLookTest::aFileOf37GBTakesAFewRequests()
{
    QVERIFY(makeSparse(at("big.torch"), "1"));
    const qint64 bytes = QFileInfo(at("big.torch")).size();
    QVERIFY(bytes > 37'000'000'000);
    wb::test::FaultServer::Options options;
    options.latency = std::chrono::milliseconds(50);
    wb::test::FaultServer server(options);
    server.serve("/big.torch", contentOf(at("big.torch")));

    const CliRun remote = runCli({"inspect", urlOf(server, "/big.torch"), "--json"});
    QVERIFY2(remote.exit == 0, remote.err);
    const QJsonObject asked = remote.json().value("remote").toObject();
    QCOMPARE(without(remote.json(), {"remote"}), runCli({"inspect", at("big.torch"), "--json"}).json());
    QCOMPARE(asked.value("bytes").toInteger(), bytes);
    QCOMPARE(asked.value("host").toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(asked.value("requests").toInteger(), static_cast<qint64>(server.requests().size()));
    QVERIFY2(server.requests().size() <= 6, QByteArray::number(static_cast<qulonglong>(server.requests().size())));
    QVERIFY2(server.bytesSent() <= 2'000'000, QByteArray::number(static_cast<qulonglong>(server.bytesSent())));
    QVERIFY(asked.value("bytes_read").toInteger() <= static_cast<qint64>(server.bytesSent()));
    qInfo("%llu requests, %llu bytes", static_cast<unsigned long long>(server.requests().size()),
          static_cast<unsigned long long>(server.bytesSent()));
}

void NetworkLookTest::everyContainerShowsTheKeysOfTheFile_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("scale");
    for (const char* container : {"zip", "legacy", "safetensors"}) {
        QTest::addRow("%s", container) << "regnet-y-10b-seer"
                                       << "1/64";
    }
    QTest::newRow("zip, odd widths") << "regnet-y-320-seer-in1k"
                                     << "0.11";
    QTest::newRow("legacy, odd widths") << "regnet-y-040"
                                        << "0.9";
}

void NetworkLookTest::everyContainerShowsTheKeysOfTheFile()
{
    QFETCH(QString, variant);
    QFETCH(QString, scale);
    const QString container = QString(QTest::currentDataTag()).split(',').first();
    const QString file = makeDemo(at("demo.bin"), variant, {"--scale", scale, "--container", container});
    QVERIFY(!file.isEmpty());
    m_server->serve("/demo.bin", contentOf(file));
    const CliRun remote = runCli({"inspect", urlOf(*m_server, "/demo.bin"), "--json"});
    QVERIFY2(remote.exit == 0, remote.err);
    QCOMPARE(without(remote.json(), {"remote"}), runCli({"inspect", file, "--json"}).json());
    QVERIFY(remote.err.contains("127.0.0.1: "));
}

void NetworkLookTest::mapAndPlanAreThoseOfTheFile()
{
    const QString file = makeDemo(at("demo.torch"), "regnet-y-320-seer-in1k", {"--scale", "1/32"});
    m_server->serve("/demo.torch", contentOf(file));
    const QString url = urlOf(*m_server, "/demo.torch");
    QCOMPARE(runCli({"keymap", url, "--json"}).json(), runCli({"keymap", file, "--json"}).json());
    QCOMPARE(runCli({"keymap", url, "--csv"}).out, runCli({"keymap", file, "--csv"}).out);

    const CliRun remote = runCli({"plan", url, "--out", at("result"), "--json"});
    QVERIFY2(remote.exit == 0, remote.err);
    const QStringList ofThisMoment{"disk_free", "memory_free", "fingerprint", "download_bytes"};
    const QStringList ofTheWay{"source_way", "source_way_reason", "keep_folder", "source_bytes", "source_kept", "source_disk_needed", "source_free"};
    const QJsonObject local = runCli({"plan", file, "--out", at("result"), "--json"}).json();
    QCOMPARE(without(remote.json(), ofThisMoment + ofTheWay), without(local, ofThisMoment));
    QCOMPARE(remote.json().value("download_bytes").toInteger(), QFileInfo(file).size());
    QVERIFY(!QFile::exists(at("result")));
}

void NetworkLookTest::aVariantIsAskedForOnlineOnly()
{
    const QString file = makeDemo(at("demo.bin"), "regnet-x-002", {"--scale", "1", "--container", "safetensors"});
    m_server->serve("/timm/regnetx_002.pycls_in1k/resolve/main/model.safetensors", contentOf(file));
    QVERIFY(qputenv("HF_ENDPOINT", m_server->url("").c_str()));
    const CliRun catalogue = runCli({"keymap", "regnet-x-002", "--json"});
    QVERIFY2(catalogue.exit == 0, catalogue.err);
    QVERIFY(m_server->requests().empty());

    const CliRun online = runCli({"keymap", "regnet-x-002", "--online", "--json"});
    QVERIFY2(online.exit == 0, online.err);
    QVERIFY(!m_server->requests().empty());
    const CliRun local = runCli({"keymap", file, "--variant", "regnet-x-002", "--json"});
    QCOMPARE(online.json(), local.json());
    const CliRun plan = runCli({"plan", "regnet-x-002", "--out", at("result"), "--online", "--json"});
    QVERIFY2(plan.exit == 0, plan.err);
    QCOMPARE(plan.json().value("source_bytes").toInteger(), QFileInfo(file).size());
}

void NetworkLookTest::planSaysWhatBothWaysTake()
{
    const QString file = makeDemo(at("demo.torch"), "regnet-y-320-seer", {"--scale", "1/32"});
    const qint64 bytes = QFileInfo(file).size();
    m_server->serve("/demo.torch", contentOf(file));
    const QStringList words{"plan", urlOf(*m_server, "/demo.torch"), "--out", at("result"), "--json"};
    const QJsonObject keep = runCli(words + QStringList{"--keep-source", at("kept")}).json();
    QCOMPARE(keep.value("source_way").toString(), QStringLiteral("keep"));
    QCOMPARE(keep.value("keep_folder").toString(), at("kept"));
    QCOMPARE(keep.value("source_bytes").toInteger(), bytes);
    QCOMPARE(keep.value("source_disk_needed").toInteger(), bytes);
    const QJsonObject stream = runCli(words + QStringList{"--stream"}).json();
    QCOMPARE(stream.value("source_way").toString(), QStringLiteral("stream"));
    QVERIFY(stream.value("keep_folder").isNull());
    QCOMPARE(stream.value("source_disk_needed").toInteger(), 0);
    QCOMPARE(runCli({"download", urlOf(*m_server, "/demo.torch"), "--to", at("kept"), "--json"}).exit, 0);
    const QJsonObject kept = runCli(words + QStringList{"--keep-source", at("kept")}).json();
    QCOMPARE(kept.value("source_kept").toInteger(), bytes);
    QCOMPARE(kept.value("source_disk_needed").toInteger(), 0);
}

void NetworkLookTest::aServerWithoutRangesIsSaidToBeOne()
{
    wb::test::FaultServer::Options options;
    options.supportsRange = false;
    wb::test::FaultServer server(options);
    const QString file = makeDemo(at("demo.torch"), "regnet-y-320-seer", {"--scale", "1/32"});
    server.serve("/demo.torch", contentOf(file));
    const CliRun run = runCli({"inspect", urlOf(server, "/demo.torch"), "--json"});
    QCOMPARE(run.exit, 6);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_NO_RANGE"));
    QVERIFY(errorOf(run).value("message").toString().contains("127.0.0.1"));
    QVERIFY2(server.bytesSent() < 2'000'000, QByteArray::number(static_cast<qulonglong>(server.bytesSent())));
}

void NetworkLookTest::aTokenOfTheHubGoesNowhereElse()
{
    const QString file = makeDemo(at("demo.torch"), "regnet-y-320-seer", {"--scale", "1/32"});
    m_server->serve("/demo.torch", contentOf(file));
    QVERIFY(qputenv("HF_TOKEN", "hf_abcdefghijklmnopqrstuvwxyz0123456789"));
    const CliRun run = runCli({"inspect", urlOf(*m_server, "/demo.torch"), "--json"});
    QVERIFY2(run.exit == 0, run.err);
    for (const wb::test::Request& request : m_server->requests()) {
        QVERIFY(request.header("Authorization").empty());
    }
}

void NetworkLookTest::aPublishedFileIsComparedWhereItIs()
{
    const QStringList variant{"--container", "zip"};
    const QString first = makeDemo(at("first.torch"), "regnet-y-320-seer-in1k", variant + QStringList{"--seed", "1"});
    const QString second = makeDemo(at("second.torch"), "regnet-y-320-seer-in1k", variant + QStringList{"--seed", "2"});
    m_server->serve("/first.torch", contentOf(first));
    const QString url = urlOf(*m_server, "/first.torch");
    const CliRun same = runCli({"compare", first, url, "--json"});
    QVERIFY2(same.exit == 0, same.err);
    QVERIFY(same.json().value("ok").toBool());
    const CliRun other = runCli({"compare", url, second, "--json"});
    QCOMPARE(other.exit, 8);
    QCOMPARE(other.json().value("counts"), runCli({"compare", first, second, "--json"}).json().value("counts"));
    QCOMPARE(runCli({"compare", first, url, "--offline"}).exit, 6);
}

QTEST_GUILESS_MAIN(NetworkLookTest)
#include "network_look_test.moc"
