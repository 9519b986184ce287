#include "tests/e2e/network_run.h"
#include "tests/support/http/dial.h"

#include <QStandardPaths>

#include <memory>

// hf:// addresses at a stand-in for the Hub: redirects to a store of another origin, signed addresses, tokens, gated repositories, the cache.
class HubSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theFileComesFromTheStoreAndTheTokenStaysWithTheHub();
    void streamedFromTheStore();
    void aWebPageOfTheFileIsTheFile();
    void closedRepositoriesAreExit11_data();
    void closedRepositoriesAreExit11();
    void whatIsNotThereIsSaid_data();
    void whatIsNotThereIsSaid();
    void expiredAddressesAreAskedForAnew();
    void damageOnceIsMended();
    void damageAlwaysIsExit32();
    void offlineTheCacheServes();
    void onlineTheCacheSavesTheDownload();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    bool start(const QStringList& more = {});
    bool post(const std::string& path, const QByteArray& body, const QByteArray& type = "application/json") const;
    bool publish(const QByteArray& options = {}, const QByteArray& repository = "alice/name");
    bool fault(const QByteArray& rule) const { return post("/_ctl/faults", "{\"rules\":[" + rule + "]}"); }
    CliRun download(const QStringList& more = {}, const QString& source = "hf://alice/name@main/model.safetensors") const
    {
        return runCli(QStringList{"download", source, "--to", at("here"), "--json"} + more);
    }
    QList<QJsonObject> requestsOf(const QString& server) const;
    static bool hasToken(const QJsonObject& request);
    static QString lineOf(const QJsonObject& request) { return request.value("req").toObject().value("line").toString(); }
    void fillCache() const;

    QByteArray m_file;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<QProcess> m_hub;
    QString m_endpoint;
};

void HubSourcesTest::initTestCase()
{
    if (QStandardPaths::findExecutable("python3").isEmpty()) {
        QSKIP("python3 is not installed");
    }
    const Sandbox sandbox;
    m_file = bytesOf(makeDemo(sandbox.at("demo.safetensors"), "regnet-x-002", {"--scale", "1", "--container", "safetensors"}));
    QVERIFY(m_file.size() > (10 << 20));
}

void HubSourcesTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(writeFile(at("data/" + sha256Of(m_file)), m_file));
}

void HubSourcesTest::cleanup()
{
    if (m_hub) {
        m_hub->kill();
        m_hub->waitForFinished();
        m_hub.reset();
    }
    m_sandbox.reset();
}

bool HubSourcesTest::start(const QStringList& more)
{
    m_hub = std::make_unique<QProcess>();
    m_hub->start("python3", QStringList{WB_SOURCE_ROOT "/tests/support/hubsim.py", "--data", at("data"), "--trace", at("trace.jsonl")} + more);
    while (!m_hub->canReadLine()) {
        if (!m_hub->waitForReadyRead(30'000)) {
            return false;
        }
    }
    m_endpoint = QString::fromUtf8(m_hub->readLine()).split(' ').value(1);
    return m_endpoint.startsWith("http://127.0.0.1:") && qputenv("HF_ENDPOINT", m_endpoint.toUtf8());
}

bool HubSourcesTest::post(const std::string& path, const QByteArray& body, const QByteArray& type) const
{
    const wb::test::StopSignal never;
    wb::test::Channel channel(wb::test::dial(m_endpoint.mid(QString("http://").size()).toStdString(), never), never);
    const QByteArray request = "POST " + QByteArray::fromStdString(path) +
                               " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer hf_write\r\nConnection: close\r\nContent-Type: " + type +
                               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (!channel.isOpen() || !channel.write(request.toStdString())) {
        return false;
    }
    std::array<char, 4096> block{};
    QByteArray answer;
    for (size_t got = channel.read(block); got > 0; got = channel.read(block)) {
        answer.append(block.data(), static_cast<qsizetype>(got));
    }
    return answer.startsWith("HTTP/1.1 200");
}

// A repository with the file in it; options such as ,"gated":true.
bool HubSourcesTest::publish(const QByteArray& options, const QByteArray& repository)
{
    const QByteArray commit = "{\"key\":\"header\",\"value\":{\"summary\":\"the weights\"}}\n"
                              "{\"key\":\"lfsFile\",\"value\":{\"path\":\"model.safetensors\",\"algo\":\"sha256\",\"oid\":\"" +
                              sha256Of(m_file) + "\",\"size\":" + QByteArray::number(m_file.size()) + "}}\n";
    return post("/_ctl/repo", "{\"id\":\"" + repository + "\"" + options + "}") &&
           post("/api/models/" + repository.toStdString() + "/commit/main", commit, "application/x-ndjson");
}

QList<QJsonObject> HubSourcesTest::requestsOf(const QString& server) const
{
    QList<QJsonObject> found;
    for (const QByteArray& line : bytesOf(at("trace.jsonl")).split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        if (request.value("srv").toString() == server && !lineOf(request).startsWith("POST ")) {
            found.append(request);
        }
    }
    return found;
}

bool HubSourcesTest::hasToken(const QJsonObject& request)
{
    const QJsonArray headers = request.value("req").toObject().value("headers").toArray();
    return std::any_of(headers.begin(), headers.end(),
                       [](const QJsonValue& header) { return header.toArray().at(0).toString().compare("authorization", Qt::CaseInsensitive) == 0; });
}

void HubSourcesTest::theFileComesFromTheStoreAndTheTokenStaysWithTheHub()
{
    QVERIFY(start() && publish(",\"private\":true"));
    QVERIFY(qputenv("HF_TOKEN", "hf_read"));
    const CliRun run = download();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
    QCOMPARE(run.json().value("proof").toString(), QStringLiteral("published-sha256"));
    QCOMPARE(run.json().value("sha256").toString().toUtf8(), sha256Of(m_file));
    QCOMPARE(run.json().value("source").toString(), QStringLiteral("hf://alice/name@main/model.safetensors"));
    const QList<QJsonObject> hub = requestsOf("hub");
    const QList<QJsonObject> store = requestsOf("store");
    QVERIFY(!hub.isEmpty() && !store.isEmpty());
    QVERIFY(std::all_of(hub.begin(), hub.end(), hasToken));
    QVERIFY(std::none_of(store.begin(), store.end(), hasToken));
    QVERIFY(!run.out.contains("hf_read") && !run.err.contains("hf_read") && !run.out.contains("Signature") && !run.err.contains("Signature"));
}

void HubSourcesTest::streamedFromTheStore()
{
    QVERIFY(start() && publish());
    const QString source = "hf://alice/name/model.safetensors";
    const CliRun look = runCli({"inspect", source, "--json"});
    QCOMPARE(look.json().value("remote").toObject().value("sha256").toString().toUtf8(), sha256Of(m_file));
    const CliRun run = runCli({"convert", source, "--out", at("stream"), "--stream", "--json"});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(runCli({"convert", at("data/" + sha256Of(m_file)), "--out", at("local"), "--no-verify"}).exit, 0);
    QCOMPARE(weightsIn(at("stream")), weightsIn(at("local")));
}

void HubSourcesTest::aWebPageOfTheFileIsTheFile()
{
    QVERIFY(start() && publish());
    const CliRun run = download({}, m_endpoint + "/alice/name/blob/main/model.safetensors");
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
}

void HubSourcesTest::closedRepositoriesAreExit11_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("problem");
    QTest::newRow("gated, no token") << QByteArray(",\"gated\":true") << QByteArray() << "gated";
    QTest::newRow("gated, another's token") << QByteArray(",\"gated\":true") << QByteArray("hf_other") << "gated";
    QTest::newRow("private, no token") << QByteArray(",\"private\":true") << QByteArray() << "no-token";
    QTest::newRow("private, a wrong token") << QByteArray(",\"private\":true") << QByteArray("hf_wr0ng") << "token";
}

void HubSourcesTest::closedRepositoriesAreExit11()
{
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, token);
    QFETCH(QString, problem);
    QVERIFY(start() && publish(options));
    if (!token.isEmpty()) {
        QVERIFY(qputenv("HF_TOKEN", token));
    }
    const CliRun run = download();
    QCOMPARE(run.exit, 11);
    const QJsonObject error = errorOf(run);
    QCOMPARE(error.value("id").toString(), QStringLiteral("E_NOT_AUTHORISED"));
    QCOMPARE(error.value("facts").toObject().value("problem").toString(), problem);
    QVERIFY(error.value("message").toString().contains("127.0.0.1"));
    QVERIFY2(error.value("hint").toString().contains("HF_TOKEN"), run.out);
    QVERIFY(token.isEmpty() || (!run.out.contains(token) && !run.err.contains(token)));
    QVERIFY(requestsOf("store").isEmpty());
}

void HubSourcesTest::whatIsNotThereIsSaid_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("file") << "hf://alice/name/absent.safetensors";
    QTest::newRow("revision") << "hf://alice/name@absent/model.safetensors";
}

void HubSourcesTest::whatIsNotThereIsSaid()
{
    QFETCH(QString, source);
    QVERIFY(start() && publish());
    const CliRun run = download({}, source);
    QCOMPARE(run.exit, 6);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_HTTP_STATUS"));
    QVERIFY2(errorOf(run).value("message").toString().contains("404"), run.out);
}

void HubSourcesTest::expiredAddressesAreAskedForAnew()
{
    QVERIFY(start({"--cdn-ttl", "2"}) && publish());
    const CliRun run = download({"--connections", "1", "--limit-rate", "4MB"});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
    const QList<QJsonObject> store = requestsOf("store");
    QVERIFY(std::any_of(store.begin(), store.end(), [](const QJsonObject& each) { return each.value("resp")["status"].toInt() == 403; }));
    QVERIFY(requestsOf("hub").size() >= 2);
}

void HubSourcesTest::damageOnceIsMended()
{
    QVERIFY(start() && publish());
    QVERIFY(fault("{\"match\":\"GET /store/\",\"nth\":[2],\"do\":\"corrupt\"}"));
    const CliRun run = download();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
    QCOMPARE(run.json().value("damaged_pieces").toInteger(), 1);
}

void HubSourcesTest::damageAlwaysIsExit32()
{
    QVERIFY(start() && publish());
    QVERIFY(fault("{\"match\":\"GET /store/\",\"do\":\"corrupt\"}"));
    const CliRun run = download();
    QCOMPARE(run.exit, 32);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_CHECKSUM"));
    QVERIFY(!QFile::exists(at("here/model.safetensors")));
}

// As huggingface_hub leaves it.
void HubSourcesTest::fillCache() const
{
    const QString commit(40, 'c');
    const QString repository = at("homes/HF_HOME/hub/models--alice--name");
    const QString blob = repository + "/blobs/" + sha256Of(m_file);
    QVERIFY(writeFile(blob, m_file) && writeFile(repository + "/refs/main", commit.toUtf8()));
    QVERIFY(QDir().mkpath(repository + "/snapshots/" + commit));
    QVERIFY(QFile::link("../../blobs/" + sha256Of(m_file), repository + "/snapshots/" + commit + "/model.safetensors"));
}

void HubSourcesTest::offlineTheCacheServes()
{
    fillCache();
    QVERIFY(qputenv("HF_HUB_OFFLINE", "1"));
    const CliRun run = download();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
    QVERIFY(run.json().value("already_there").toBool());
    QCOMPARE(run.json().value("proof").toString(), QStringLiteral("published-sha256"));
    const CliRun converted = runCli({"convert", "hf://alice/name/model.safetensors", "--out", at("d"), "--json"});
    QCOMPARE(converted.exit, 0);
    QVERIFY(QFile::exists(at("d/model.safetensors")));
}

void HubSourcesTest::onlineTheCacheSavesTheDownload()
{
    QVERIFY(start() && publish());
    fillCache();
    const CliRun run = download();
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("already_there").toBool());
    QCOMPARE(bytesOf(at("here/model.safetensors")), m_file);
    QVERIFY(requestsOf("store").size() <= 1);
}

QTEST_GUILESS_MAIN(HubSourcesTest)
#include "hub_sources_test.moc"
