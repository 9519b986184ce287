#include "tests/e2e/network_run.h"

#include <memory>

// Several published sources in one command, and the reference script's flags with sources that are not there.
class NetworkQueueTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneFailureLeavesTheOthersDone();
    void twoFailuresAreAQueueError();
    void everySourceGoesItsWay();
    void theReferenceFlagsFetchWhatIsMissing();
    void theReferenceFlagsStayInTheCacheWhenOffline();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString publish(const std::string& path, const QString& variant, const QStringList& more);

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
};

static constexpr const char* hubPath = "/timm/regnetx_002.pycls_in1k/resolve/main/model.safetensors";

void NetworkQueueTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<wb::test::FaultServer>();
    QVERIFY(qputenv("HF_ENDPOINT", m_server->url("").c_str()));
}

void NetworkQueueTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

QString NetworkQueueTest::publish(const std::string& path, const QString& variant, const QStringList& more)
{
    const QString file = makeDemo(at(QString("published/%1").arg(variant)), variant, more);
    m_server->serve(path, contentOf(file));
    return urlOf(*m_server, path);
}

void NetworkQueueTest::oneFailureLeavesTheOthersDone()
{
    QVERIFY(QDir().mkpath(at("published")));
    const QString one = publish("/one.torch", "regnet-y-320-seer", {"--scale", "1/32"});
    const QString two = publish("/two.pth", "regnet-y-320-seer-in1k", {"--scale", "1/32", "--container", "legacy"});
    const QString absent = urlOf(*m_server, "/absent.torch");
    const CliRun run = runCli({"convert", one, absent, two, "--out", at("results"), "--json"});
    QCOMPARE(run.exit, 6);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_HTTP_STATUS"));
    const QJsonArray results = run.json().value("results").toArray();
    QCOMPARE(results.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(results[i].toObject().value("ok").toBool(), i != 1);
        QCOMPARE(results[i].toObject().value("state").toString(), i == 1 ? QString("failed") : QString("converted"));
    }
    QCOMPARE(results[1].toObject().value("source").toString(), absent);
    QVERIFY(QFile::exists(at("results/one/model.safetensors")) && QFile::exists(at("results/two/model.safetensors")));
    QVERIFY(!QFile::exists(at("results/absent")));

    const CliRun text = runCli({"convert", one, absent, two, "--out", at("results")});
    QCOMPARE(text.exit, 6);
    QVERIFY2(text.out.contains("failed") && text.out.contains("kept") && text.out.contains("404"), text.out);
}

void NetworkQueueTest::twoFailuresAreAQueueError()
{
    QVERIFY(QDir().mkpath(at("published")));
    const QString one = publish("/one.torch", "regnet-y-320-seer", {"--scale", "1/32"});
    const CliRun run =
        runCli({"convert", urlOf(*m_server, "/a.torch"), one, urlOf(*m_server, "/b.torch"), "--stream", "--out", at("results"), "--json"});
    QCOMPARE(run.exit, 1);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_QUEUE"));
    QVERIFY2(errorOf(run).value("message").toString().contains("2 of 3"), run.out);
    QVERIFY(QFile::exists(at("results/one/model.safetensors")));
}

// A file of this machine, an address, and a variant.
void NetworkQueueTest::everySourceGoesItsWay()
{
    QVERIFY(QDir().mkpath(at("published")));
    const QString one = publish("/one.torch", "regnet-y-320-seer", {"--scale", "1/32"});
    publish(hubPath, "regnet-x-002", {"--scale", "1", "--container", "safetensors"});
    const QString own = makeDemo(at("own.torch"), "regnet-y-640-seer", {"--scale", "1/32"});
    const CliRun run = runCli({"convert", own, one, "regnet-x-002", "--out", at("results"), "--json"});
    QVERIFY2(run.exit == 0, run.out);
    for (const char* name : {"own", "one", "regnet-x-002"}) {
        QVERIFY2(QFile::exists(at(QString("results/%1/model.safetensors").arg(name))), name);
    }
    QCOMPARE(namesIn(at("homes/XDG_DATA_HOME/weightbridge/sources/regnet-x-002")), QStringList{"model.safetensors"});
}

void NetworkQueueTest::theReferenceFlagsFetchWhatIsMissing()
{
    QVERIFY(QDir().mkpath(at("published")));
    publish(hubPath, "regnet-x-002", {"--scale", "1", "--container", "safetensors"});
    const QStringList words{"--model_name", "regnet-x-002", "--pytorch_dump_folder_path", at("dump"), "--json"};
    QVERIFY(QDir().mkpath(at("dump")));
    const CliRun run = runCli(words);
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY2(run.err.contains("is not there; it is fetched"), run.err);
    const QJsonObject result = run.json().value("results").toArray().at(0).toObject();
    QCOMPARE(result.value("source").toString(), at("dump/regnet-x-002-source/model.safetensors"));
    QCOMPARE(bytesOf(result.value("source").toString()), bytesOf(at("published/regnet-x-002")));
    QVERIFY(QFile::exists(at("dump/regnet-x-002.pth")) && QFile::exists(at("dump/regnet-x-002/model.safetensors")));

    const size_t asked = m_server->requests().size();
    const CliRun again = runCli(words);
    QVERIFY2(again.exit == 0, again.err);
    QCOMPARE(m_server->requests().size(), asked);
}

void NetworkQueueTest::theReferenceFlagsStayInTheCacheWhenOffline()
{
    const QByteArray bytes = bytesOf(makeDemo(at("demo.safetensors"), "regnet-x-002", {"--scale", "1", "--container", "safetensors"}));
    const QString repository = at("homes/HF_HOME/hub/models--timm--regnetx_002.pycls_in1k");
    const QString blob = repository + "/blobs/" + sha256Of(bytes);
    QVERIFY(writeFile(blob, bytes) && writeFile(repository + "/refs/main", QByteArray(40, 'c')));
    QVERIFY(QDir().mkpath(repository + "/snapshots/" + QByteArray(40, 'c')));
    QVERIFY(QFile::link(blob, repository + "/snapshots/" + QByteArray(40, 'c') + "/model.safetensors"));
    QVERIFY(qputenv("HF_HUB_OFFLINE", "1") && QDir().mkpath(at("dump")));
    const CliRun run = runCli({"--model_name", "regnet-x-002", "--pytorch_dump_folder_path", at("dump"), "--json"});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("dump/regnet-x-002-source/model.safetensors")), bytes);
    QCOMPARE(m_server->connections(), uint64_t{0});
    QVERIFY(QFile::exists(at("dump/regnet-x-002/model.safetensors")));
}

QTEST_GUILESS_MAIN(NetworkQueueTest)
#include "network_queue_test.moc"
