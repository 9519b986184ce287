#include "tests/e2e/network_run.h"
#include "tests/e2e/official_client.h"
#include "tests/support/hub_server.h"
#include "tests/support/hub_trace.h"

#include <QTemporaryDir>

#include <memory>

using namespace wb::test;

// What we publish the official client must read, and the other way round; the stand-in for the Hub is between them.
// WB_ORACLE_PYTHON=PATH, a Python with transformers and PyTorch, has the published model loaded as well.
class OfficialClientTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFolderOfOursIsFetchedWhole();
    void aFolderOfOursLoads();
    void theModelLoads();
    void filesOfTheirsAreDownloaded();
    void filesOfTheirsAreReadInPlace();
    void aPullRequestOfOursIsSeenAndFetched();
    void aStrangersPullRequestIsTakenFromBoth();
    void whatTheySentIsNotSentAgain();
    void whatWeSentTheyDoNotSendAgain();
    void whatTheStoreHasIsOnlyCommitted();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString folder() const { return m_files.filePath("folder"); }
    CliRun publish(const QStringList& more = {}, const QString& repository = "alice/model") const;
    bool theyUpload(const QString& folder, const QString& repository = "alice/model", const QStringList& more = {}) const;
    QMap<QString, QByteArray> fetched(const QStringList& more = {}) const;
    QList<HubExchange> puts() const;
    qsizetype commits() const { return m_server->requests("/commit/main").size(); }

    OfficialClient m_client;
    QTemporaryDir m_files;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HubServer> m_server;
};

namespace {

// Name to SHA-256; without what the Hub and the official client add.
QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString name = QDir(folder).relativeFilePath(path);
        if (name != ".gitattributes" && !name.startsWith(".cache/")) {
            files.insert(name, sha256Of(bytesOf(path)));
        }
    }
    return files;
}

// Key, shape and bytes of every tensor, by key.
QMap<QString, QJsonObject> tensorsIn(const QJsonObject& json)
{
    QMap<QString, QJsonObject> tensors;
    for (const QJsonValue& each : json["tensors"].toArray()) {
        QJsonObject tensor = each.toObject();
        tensor.remove("dtype");
        tensors.insert(tensor["key"].toString(), tensor);
    }
    return tensors;
}

}  // namespace

void OfficialClientTest::initTestCase()
{
    const OfficialClient::Setup setup = m_client.prepare();
    if (setup == OfficialClient::Setup::Unreachable) {
        QSKIP("PyPI cannot be reached");
    }
    QVERIFY2(setup == OfficialClient::Setup::Ready, "the official client cannot be set up: see above");
    const Sandbox sandbox;
    const QString demo = makeDemo(m_files.filePath("demo.torch"), "regnet-x-002", {"--scale", "1"});
    QVERIFY(!demo.isEmpty());
    const CliRun run = runCli({"convert", demo, "--out", folder(), "--shard-size", "4MB", "--no-verify"});
    QVERIFY2(run.exit == 0, run.err);
}

void OfficialClientTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<HubServer>(at("hub"));
    // Two of the three files with weights are larger.
    QVERIFY(QDir().mkpath(at("hub")) && m_server->start({"--mp", "3500000", "--chunk", "1000000"}));
    QVERIFY(qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_server->endpoint())) && qputenv("HF_TOKEN", "hf_write"));
}

void OfficialClientTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

CliRun OfficialClientTest::publish(const QStringList& more, const QString& repository) const
{
    return runCli(QStringList{"publish", folder(), "--to", repository, "--licence", "mit", "--yes", "--json"} + more);
}

bool OfficialClientTest::theyUpload(const QString& folder, const QString& repository, const QStringList& more) const
{
    const CliRun run = m_client.run(QStringList{"upload", folder, repository} + more);
    if (run.exit != 0) {
        qWarning("%s", run.err.constData());
    }
    return run.exit == 0;
}

// By the official client.
QMap<QString, QByteArray> OfficialClientTest::fetched(const QStringList& more) const
{
    const CliRun run = m_client.run(QStringList{"snapshot", "alice/model", at("fetched")} + more);
    if (run.exit != 0) {
        qWarning("%s", run.err.constData());
    }
    return run.exit == 0 ? filesIn(at("fetched")) : QMap<QString, QByteArray>();
}

QList<HubExchange> OfficialClientTest::puts() const
{
    QList<HubExchange> puts = hubExchangesIn(m_server->trace());
    puts.removeIf([](const HubExchange& each) { return each.method != "PUT"; });
    return puts;
}

void OfficialClientTest::aFolderOfOursIsFetchedWhole()
{
    const CliRun run = publish();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(fetched(), filesIn(folder()));
    const QList<HubExchange> sent = puts();
    const auto parts = std::count_if(sent.begin(), sent.end(), [](const HubExchange& put) { return put.query.hasQueryItem("partNumber"); });
    QCOMPARE(parts, 8);
    QCOMPARE(sent.size(), 9);
}

void OfficialClientTest::aFolderOfOursLoads()
{
    QCOMPARE(publish().exit, 0);
    QVERIFY(!fetched().isEmpty());
    const QJsonObject look = runCli({"inspect", folder(), "--json"}).json();
    const CliRun weights = m_client.run({"weights", at("fetched")});
    QVERIFY2(weights.exit == 0, weights.err);
    QCOMPARE(tensorsIn(weights.json()).size(), 266);
    QCOMPARE(tensorsIn(weights.json()), tensorsIn(look));
    const CliRun run = m_client.run({"config", at("fetched")});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json()["class"].toString(), QStringLiteral("RegNetConfig"));
    QVERIFY2(run.json()["processor"].toString().startsWith("ConvNextImageProcessor"), run.out);
    for (const char* name : {"depths", "hidden_sizes", "groups_width", "layer_type", "classes"}) {
        QVERIFY2(run.json()[name] == look["detected"][name], name);
    }
}

void OfficialClientTest::theModelLoads()
{
    const QString python = qEnvironmentVariable("WB_ORACLE_PYTHON");
    if (python.isEmpty()) {
        QSKIP("WB_ORACLE_PYTHON names no Python with transformers and PyTorch");
    }
    QCOMPARE(publish().exit, 0);
    QVERIFY(!fetched().isEmpty());
    const CliRun run = OfficialClient::run({"model", at("fetched")}, python);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json()["class"].toString(), QStringLiteral("RegNetForImageClassification"));
    for (const char* problem : {"missing", "unexpected", "mismatched"}) {
        QVERIFY2(run.json()[problem].isArray() && run.json()[problem].toArray().isEmpty(), run.out);
    }
}

void OfficialClientTest::filesOfTheirsAreDownloaded()
{
    QVERIFY(theyUpload(folder()));
    const QMap<QString, QByteArray> files = filesIn(folder());
    for (const QString& name : files.keys()) {
        const CliRun run = runCli({"download", "hf://alice/model/" + name, "--to", at("here"), "--json"});
        QVERIFY2(run.exit == 0, run.out + run.err);
        // What the Hub tells of a small file is its name in git, which is no proof of a download.
        const QString proof = run.json()["proof"].toString();
        QVERIFY2(proof == "published-sha256" || !name.endsWith(".safetensors"), qPrintable(name + ": " + proof));
    }
    QCOMPARE(filesIn(at("here")), files);
}

void OfficialClientTest::filesOfTheirsAreReadInPlace()
{
    QVERIFY(QDir().mkpath(at("theirs")));
    for (const char* container : {"zip", "safetensors"}) {
        const QString name = QString("demo.%1").arg(container);
        QVERIFY(!makeDemo(at("theirs/" + name), "regnet-x-002", {"--scale", "1", "--container", container}).isEmpty());
    }
    QVERIFY(theyUpload(at("theirs")));
    for (const QString& name : namesIn(at("theirs"))) {
        const QString address = "hf://alice/model/" + name;
        QCOMPARE(runCli({"inspect", address, "--json"}).json()["tensors"], runCli({"inspect", at("theirs/" + name), "--json"}).json()["tensors"]);
        const CliRun run = runCli({"convert", address, "--out", at("far-" + name), "--stream"});
        QVERIFY2(run.exit == 0, run.err);
        QCOMPARE(runCli({"convert", at("theirs/" + name), "--out", at("near-" + name)}).exit, 0);
        QVERIFY(!weightsIn(at("near-" + name)).isEmpty());
        QCOMPARE(weightsIn(at("far-" + name)), weightsIn(at("near-" + name)));
    }
}

void OfficialClientTest::aPullRequestOfOursIsSeenAndFetched()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    const CliRun run = publish({"--pr", "--message", "weights by Weightbridge"});
    QVERIFY2(run.exit == 0, run.err);
    const CliRun seen = m_client.run({"pull-requests", "alice/model"});
    QVERIFY2(seen.exit == 0, seen.err);
    const QJsonArray requests = seen.json()["pull_requests"].toArray();
    QCOMPARE(requests.size(), 1);
    const QJsonObject request = requests[0].toObject();
    QCOMPARE(request["title"].toString(), QStringLiteral("weights by Weightbridge"));
    QVERIFY(request["is_pull_request"].toBool());
    QCOMPARE(request["reference"].toString(), QStringLiteral("refs/pr/1"));
    QCOMPARE(request["base"].toString(), QStringLiteral("refs/heads/main"));
    QCOMPARE(request["url"], run.json()["pull_request"]);
    QCOMPARE(fetched({"--revision", "refs/pr/1"}), filesIn(folder()));
    QCOMPARE(m_server->filesOf("alice/model").keys(), QStringList{".gitattributes"});
}

void OfficialClientTest::aStrangersPullRequestIsTakenFromBoth()
{
    QVERIFY(m_server->makeRepository("alice/model") && qputenv("HF_TOKEN", "hf_other"));
    QVERIFY(theyUpload(folder(), "alice/model", {"--pr"}));
    const CliRun run = publish({"--pr"});
    QVERIFY2(run.exit == 0, run.out + run.err);
    QCOMPARE(m_server->filesOf("alice/model", "refs/pr/2"), m_server->filesOf("alice/model", "refs/pr/1"));
}

void OfficialClientTest::whatTheySentIsNotSentAgain()
{
    QVERIFY(theyUpload(folder()));
    QCOMPARE(puts().size(), 9);
    const CliRun run = publish();
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json()["already_there"].toBool());
    QCOMPARE(run.json()["bytes_sent"].toInteger(-1), 0);
    QCOMPARE(puts().size(), 9);
    QCOMPARE(commits(), 1);
}

void OfficialClientTest::whatWeSentTheyDoNotSendAgain()
{
    QCOMPARE(publish().exit, 0);
    QCOMPARE(puts().size(), 9);
    QVERIFY(theyUpload(folder()));
    QCOMPARE(puts().size(), 9);
    QCOMPARE(commits(), 1);
}

void OfficialClientTest::whatTheStoreHasIsOnlyCommitted()
{
    QVERIFY(theyUpload(folder(), "alice/theirs"));
    const CliRun run = publish();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(puts().size(), 9);
    QCOMPARE(run.json()["bytes_sent"].toInteger(-1), 0);
    QVERIFY(!run.json()["already_there"].toBool());
    QCOMPARE(m_server->filesOf("alice/model"), m_server->filesOf("alice/theirs"));
}

QTEST_GUILESS_MAIN(OfficialClientTest)
#include "official_client_test.moc"
