#include "tests/e2e/network_run.h"
#include "tests/e2e/release_run.h"
#include "tests/support/hub_server.h"

#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <random>

// `convert URL --push-to … --no-local-copy` as a user runs it: from a server that sends the source to a stand-in for the Hub.
class StreamedPublishE2eTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aStreamGoesToTheHubAndNothingStays();
    void aLocalFileToo();
    void dryRunListsWhatTheHubThenGets();
    void withoutAnAnswerNothingIsAsked();
    void atMostTwoFilesLieOnDisk();
    void killedAgainAndAgainItCommitsOnce();
    void anotherPlanInItsPlaceIsNotMixed();
    void memoryIsSmall();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString source(const QString& name, const QString& scale);
    QStringList words(const QString& from, const QString& shard = "2MB") const
    {
        return {"convert",          from,   "--push-to",     "alice/model", "--no-local-copy", "--shard-size", shard,
                "--accept-licence", "seer", "--connections", "4",           "--yes",           "--json"};
    }
    bool isWhole(const QString& checkpoint, const QString& shard = "2MB");
    qint64 bytesOnDisk() const;
    QStringList left() const;

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::HubServer> m_hub;
    std::unique_ptr<wb::test::FaultServer> m_origin;
};

void StreamedPublishE2eTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
}

void StreamedPublishE2eTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    qputenv("XDG_CACHE_HOME", at("homes/cache").toUtf8());
    qputenv("XDG_STATE_HOME", at("homes/state").toUtf8());
    qputenv("HF_TOKEN", "hf_write");
    m_hub = std::make_unique<wb::test::HubServer>(at("."));
    QVERIFY(m_hub->start({"--mp", "1000000", "--chunk", "500000"}));
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_hub->endpoint()));
    m_origin = std::make_unique<wb::test::FaultServer>();
}

void StreamedPublishE2eTest::cleanup()
{
    m_origin.reset();
    m_hub.reset();
    m_sandbox.reset();
}

// Address of a checkpoint in VISSL's names, which also lies at NAME.
QString StreamedPublishE2eTest::source(const QString& name, const QString& scale)
{
    const QString file = makeDemo(at(name), "regnet-y-320-seer", {"--scale", scale});
    m_origin->serve(("/" + name).toStdString(), contentOf(file));
    return urlOf(*m_origin, ("/" + name).toStdString());
}

// The repository holds the weights that a conversion on this machine gives.
bool StreamedPublishE2eTest::isWhole(const QString& checkpoint, const QString& shard)
{
    if (runCli({"convert", checkpoint, "--out", at("kept"), "--shard-size", shard, "--quiet"}).exit != 0) {
        return false;
    }
    const QJsonObject found = m_hub->filesOf("alice/model");
    const QStringList names = namesIn(at("kept"));
    return std::all_of(names.begin(), names.end(), [&](const QString& name) {
        const QByteArray bytes = bytesOf(at("kept/" + name));
        const std::string blob = wb::gitBlobName(bytes.toStdString());
        const bool isFree = name == "README.md" || name == "conversion-report.json";  // they name the source and the licence
        return isFree ? found.contains(name) : found.value(name).toString() == sha256Of(bytes) || found.value(name).toString().toStdString() == blob;
    });
}

// Below the cache, with what is reserved.
qint64 StreamedPublishE2eTest::bytesOnDisk() const
{
    qint64 bytes = 0;
    QDirIterator each(at("homes/cache"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        struct stat info {};
        if (::stat(QFile::encodeName(each.next()).constData(), &info) == 0) {
            constexpr qint64 block = 512;
            bytes += std::max<qint64>(info.st_size, info.st_blocks * block);
        }
    }
    return bytes;
}

// Files of weights anywhere in the homes.
QStringList StreamedPublishE2eTest::left() const
{
    QStringList found;
    QDirIterator each(at("homes"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        found.append(each.next());
    }
    return found.filter("safetensors") + found.filter(".torch") + found.filter("publishing");
}

void StreamedPublishE2eTest::aStreamGoesToTheHubAndNothingStays()
{
    const CliRun run = runCli(words(source("demo.torch", "1/6")));
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject json = run.json();
    QVERIFY(json.value("ok").toBool() && !json.value("local_copy").toBool(true));
    QCOMPARE(json.value("source_way").toString(), QStringLiteral("stream"));
    QCOMPARE(json.value("repository").toString(), QStringLiteral("alice/model"));
    QVERIFY(json.value("files").toArray().size() > 8);
    for (const QJsonValue& file : json.value("files").toArray()) {
        QVERIFY(m_hub->filesOf("alice/model").contains(file.toObject().value("name").toString()));
    }
    QVERIFY(isWhole(at("demo.torch")));
    QCOMPARE(left(), QStringList());
    QCOMPARE(m_hub->requests("/commit/").size(), 1);
}

void StreamedPublishE2eTest::aLocalFileToo()
{
    source("demo.torch", "1/6");
    const CliRun run = runCli(words(at("demo.torch")) + QStringList{"--out", at("meanwhile")});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(!QFile::exists(at("meanwhile")) && QFile::exists(at("demo.torch")));
    QVERIFY(m_origin->requests().empty());
    QVERIFY(isWhole(at("demo.torch")));
}

void StreamedPublishE2eTest::dryRunListsWhatTheHubThenGets()
{
    const QString from = source("demo.torch", "1/6");
    const CliRun dry = runCli(words(from) + QStringList{"--dry-run"});
    QVERIFY2(dry.exit == 0, dry.err);
    QVERIFY(m_hub->requests("PUT").isEmpty() && m_hub->requests("repos/create").isEmpty());
    const QJsonObject planned = dry.json().value("publish").toObject();
    QCOMPARE(planned.value("repository").toString(), QStringLiteral("alice/model"));
    QStringList names{".gitattributes"};  // the repository's own
    for (const QJsonValue& file : planned.value("files").toArray()) {
        names.append(file.toObject().value("name").toString());
    }
    QCOMPARE(runCli(words(from)).exit, 0);
    names.sort();
    QCOMPARE(names, m_hub->filesOf("alice/model").keys());
}

void StreamedPublishE2eTest::withoutAnAnswerNothingIsAsked()
{
    const QString from = source("demo.torch", "1/16");
    QStringList silent = words(from);
    silent.removeAll("--yes");
    QCOMPARE(runCli(silent).exit, 2);
    QStringList unaccepted = words(from);
    unaccepted.removeAll("--accept-licence");
    unaccepted.removeAll("seer");
    QCOMPARE(runCli(unaccepted).exit, 12);
    QVERIFY(m_hub->requests().isEmpty());
    QCOMPARE(left(), QStringList());
}

void StreamedPublishE2eTest::atMostTwoFilesLieOnDisk()
{
    const QString from = source("demo.torch", "1/3");
    QVERIFY(m_hub->faults(R"({"match":"PUT /store","do":"slow","seconds":0.02})"));
    qint64 most = 0;
    HeldRun run(words(from, "10MB"));
    run.until([&] {
        most = std::max(most, bytesOnDisk());
        return false;
    });
    const CliRun done = run.finish();
    QVERIFY2(done.exit == 0, done.err);
    qint64 largest = 0;
    for (const QJsonValue& file : done.json().value("files").toArray()) {
        largest = std::max(largest, file.toObject().value("bytes").toInteger());
    }
    qInfo("largest file %lld, most on disk %lld", largest, most);
    QVERIFY(most > largest && most <= 2 * largest + (2 << 20));
}

void StreamedPublishE2eTest::killedAgainAndAgainItCommitsOnce()
{
    const QString from = source("demo.torch", "1/3");
    constexpr int kills = 10;
    std::mt19937 random(7);
    std::uniform_int_distribution<int> parts(3, 12);
    int killed = 0;
    int begun = 0;
    for (int i = 0; i < kills; ++i) {
        begun = static_cast<int>(m_hub->requests("PUT /store").size()) + parts(random);
        // While a part is on its way, or as the commit begins.
        const QByteArray awaited =
            i + 1 < kills ? R"({"match":"PUT /store","count":)" + QByteArray::number(begun) + "}" : R"({"match":"/commit/","count":1})";
        HeldRun run(words(from, "3MB"));
        const bool hasCome = m_hub->control("/_ctl/arrived", awaited);
        QVERIFY(hasCome);
        run.signal(SIGKILL);
        killed += run.finish().exit == -1 ? 1 : 0;
    }
    QCOMPARE(killed, kills);
    const CliRun run = runCli(words(from, "3MB"));
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(m_hub->repository("alice/model").value("commits").toInt(), 2);  // with the one that came with the repository
    QVERIFY(isWhole(at("demo.torch"), "3MB"));
    QCOMPARE(left(), QStringList());

    uint64_t received = 0;
    uint64_t weights = 0;
    for (const QByteArray& line : m_hub->trace().split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        const bool isPart = request.value("req").toObject().value("line").toString().startsWith("PUT /store");
        if (isPart && request.value("resp").toObject().value("status").toInt() == 200) {
            received += 1;
        }
    }
    for (const QJsonValue& file : run.json().value("files").toArray()) {
        const auto bytes = static_cast<uint64_t>(file.toObject().value("bytes").toInteger());
        weights += file.toObject().value("name").toString().endsWith(".safetensors") ? (bytes + 499'999) / 500'000 : 0;
    }
    qInfo("%llu parts, %llu received over %d kills", static_cast<unsigned long long>(weights), static_cast<unsigned long long>(received), kills);
    constexpr uint64_t connections = 4;
    QVERIFY(received >= weights && received <= weights + kills * connections);
}

void StreamedPublishE2eTest::anotherPlanInItsPlaceIsNotMixed()
{
    const QString from = source("demo.torch", "1/6");
    QVERIFY(m_hub->faults(R"({"match":"/commit/","do":"status","code":400,"body":{"error":"not now"}})"));
    QVERIFY(runCli(words(from)).exit != 0);
    QVERIFY(m_hub->faults({}));
    const CliRun other = runCli(words(from, "5MB"));
    QCOMPARE(other.exit, 13);
    QVERIFY2(other.out.contains("--overwrite"), other.out);
    QCOMPARE(runCli(words(from, "5MB") + QStringList{"--overwrite"}).exit, 0);
    QVERIFY(isWhole(at("demo.torch"), "5MB"));
}

void StreamedPublishE2eTest::memoryIsSmall()
{
    if (releaseCli().isEmpty()) {
        QSKIP("measured with the release program only: ./dev test");
    }
    const QString from = source("demo.torch", "1");
    const MeasuredRun run = measured(words(from, "100MB"));
    QVERIFY2(run.run.exit == 0, run.run.err);
    qInfo("%lld bytes resident", run.resident);
    QVERIFY(run.resident > 0 && run.resident <= 96'000'000);
}

QTEST_GUILESS_MAIN(StreamedPublishE2eTest)
#include "streamed_publish_e2e_test.moc"
