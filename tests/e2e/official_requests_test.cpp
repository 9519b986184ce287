#include "tests/e2e/network_run.h"
#include "tests/e2e/official_client.h"
#include "tests/support/hub_server.h"
#include "tests/support/hub_trace.h"

#include <QSet>
#include <QTemporaryDir>

using namespace wb::test;

// One folder, uploaded by the official client and by ours to a repository of the same name: what the stand-in for the Hub was asked must be the same,
// request by request and field by field, but for the differences that are named and reasoned here.
class OfficialRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void weCallWhatTheyCall();
    void repositoriesAreMadeAlike();
    void cardsAreCheckedAlike();
    void filesAreOfferedAlike();
    void batchesAreEqual();
    void putsAreEqual();
    void completionsAreEqual();
    void verificationsAreEqual();
    void commitsAreEqual();
    void addressesTypesAndTokensAreEqual();

private:
    using Exchanges = QList<HubExchange>;

    bool makeFolder(const QString& folder) const;
    static Exchanges select(const Exchanges& all, const QString& step);
    static HubExchange only(const Exchanges& all, const QString& step);

    OfficialClient m_client;
    Exchanges m_theirs;
    Exchanges m_ours;
};

namespace {

// The call, whatever its object is.
QString stepOf(const HubExchange& exchange)
{
    QString path = exchange.path;
    if (path.startsWith("/store/")) {
        path = "/store/OID";
    }
    return exchange.method + ' ' + path;
}

QSet<QString> stepsOf(const QList<HubExchange>& exchanges)
{
    QSet<QString> steps;
    for (const HubExchange& each : exchanges) {
        steps.insert(stepOf(each));
    }
    return steps;
}

// The objects of a list by a field that names each. An object twice is an object too few.
QMap<QString, QJsonObject> byName(const QJsonValue& list, const QString& name)
{
    QMap<QString, QJsonObject> objects;
    for (const QJsonValue& each : list.toArray()) {
        objects.insert(each[name].toString(), each.toObject());
    }
    return objects;
}

QMap<QString, QJsonObject> bodiesByOid(const QList<HubExchange>& exchanges)
{
    QMap<QString, QJsonObject> bodies;
    for (const HubExchange& each : exchanges) {
        bodies.insert(each.json()["oid"].toString(), each.json());
    }
    return bodies;
}

QSet<QString> namesOf(const QMap<QString, QString>& fields)
{
    return QSet<QString>(fields.keyBegin(), fields.keyEnd());
}

// "OID part N" or "OID": bytes of every PUT.
QMap<QString, QString> bytesOfPuts(const QList<HubExchange>& puts)
{
    QMap<QString, QString> bytes;
    for (const HubExchange& put : puts) {
        const QString part = put.query.queryItemValue("partNumber");
        bytes.insert(put.path.section('/', -1) + (part.isEmpty() ? QString() : " part " + part), put.fields["content-length"]);
    }
    return bytes;
}

struct CommitLines {
    QJsonObject header;
    QMap<QString, QJsonObject> files;  // whole lines, by path
    int count = 0;
};

CommitLines linesOf(const HubExchange& commit)
{
    CommitLines lines;
    for (const QByteArray& text : commit.body.split('\n')) {
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        if (line["key"] == "header") {
            lines.header = line["value"].toObject();
        } else if (!line.isEmpty()) {
            lines.files.insert(line["value"]["path"].toString(), line);
        }
        lines.count += text.isEmpty() ? 0 : 1;
    }
    return lines;
}

constexpr const char* creation = "POST /api/repos/create";
constexpr const char* cardCheck = "POST /api/validate-yaml";
constexpr const char* offer = "POST /api/models/alice/model/preupload/main";
constexpr const char* batch = "POST /alice/model.git/info/lfs/objects/batch";
constexpr const char* put = "PUT /store/OID";
constexpr const char* completion = "POST /alice/model.git/info/lfs/objects/multipart";
constexpr const char* verification = "POST /alice/model.git/info/lfs/objects/verify";
constexpr const char* commit = "POST /api/models/alice/model/commit/main";

}  // namespace

// Three files with weights (one PUT each, or several), small ones, one that is ignored, one in a folder, and an empty one of a name that has the Hub
// choose its store, which takes no empty object.
bool OfficialRequestsTest::makeFolder(const QString& folder) const
{
    const QString demo = makeDemo(folder + ".torch", "regnet-x-002", {"--scale", "1"});
    const bool isMade = !demo.isEmpty() && runCli({"convert", demo, "--out", folder, "--shard-size", "4MB", "--no-verify"}).exit == 0;
    return isMade && writeFile(folder + "/.gitignore", "*.log\n") && writeFile(folder + "/notes.log", "not for others\n") &&
           writeFile(folder + "/notes/sizes.json", "{}\n") && writeFile(folder + "/empty.bin", {});
}

OfficialRequestsTest::Exchanges OfficialRequestsTest::select(const Exchanges& all, const QString& step)
{
    Exchanges found = all;
    found.removeIf([&step](const HubExchange& each) { return stepOf(each) != step; });
    return found;
}

HubExchange OfficialRequestsTest::only(const Exchanges& all, const QString& step)
{
    const Exchanges found = select(all, step);
    return found.size() == 1 ? found.first() : HubExchange();
}

void OfficialRequestsTest::initTestCase()
{
    const OfficialClient::Setup setup = m_client.prepare();
    if (setup == OfficialClient::Setup::Unreachable) {
        QSKIP("PyPI cannot be reached");
    }
    QVERIFY2(setup == OfficialClient::Setup::Ready, "the official client cannot be set up: see above");
    const Sandbox sandbox;
    QVERIFY(makeFolder(sandbox.at("folder")));
    HubServer server(sandbox.at("homes"));
    QVERIFY(server.start({"--mp", "3500000", "--chunk", "1000000"}));
    QVERIFY(qputenv("HF_ENDPOINT", QByteArray::fromStdString(server.endpoint())) && qputenv("HF_TOKEN", "hf_write"));

    const CliRun theirs = m_client.run({"upload", sandbox.at("folder"), "alice/model", "--message", "weights"});
    QVERIFY2(theirs.exit == 0, theirs.err);
    m_theirs = hubExchangesIn(server.trace());
    QVERIFY(server.reset());  // no object is there already
    const CliRun ours = runCli({"publish", sandbox.at("folder"), "--to", "alice/model", "--licence", "mit", "--message", "weights", "--yes"});
    QVERIFY2(ours.exit == 0, ours.err);
    m_ours = hubExchangesIn(server.trace());
}

// Two calls are ours alone: whose token it is, to refuse before anything is sent; and the state of the branch, for parentCommit.
void OfficialRequestsTest::weCallWhatTheyCall()
{
    const QSet<QString> expected{creation, cardCheck, offer, batch, put, completion, verification, commit};
    QCOMPARE(stepsOf(m_theirs), expected);
    QCOMPARE(stepsOf(m_ours), expected + QSet<QString>({"GET /api/whoami-v2", "GET /api/models/alice/model/revision/main"}));
    for (const char* once : {creation, offer, batch, commit}) {
        QCOMPARE(select(m_theirs, once).size(), 1);
        QCOMPARE(select(m_ours, once).size(), 1);
    }
}

// Ours says "private" beside "visibility", for servers that know only the older word.
void OfficialRequestsTest::repositoriesAreMadeAlike()
{
    QJsonObject ours = only(m_ours, creation).json();
    QCOMPARE(ours.take("private"), QJsonValue(true));
    QCOMPARE(ours, only(m_theirs, creation).json());
}

// Theirs asks twice.
void OfficialRequestsTest::cardsAreCheckedAlike()
{
    const QJsonObject ours = only(m_ours, cardCheck).json();
    QVERIFY(ours["content"].toString().startsWith("---\n"));
    for (const HubExchange& theirs : select(m_theirs, cardCheck)) {
        QCOMPARE(ours, theirs.json());
    }
}

void OfficialRequestsTest::filesAreOfferedAlike()
{
    QJsonObject ours = only(m_ours, offer).json();
    QJsonObject theirs = only(m_theirs, offer).json();
    QCOMPARE(theirs["gitIgnore"].toString(), QStringLiteral("*.log\n"));
    const QJsonValue ourFiles = ours.take("files");
    const QJsonValue theirFiles = theirs.take("files");
    QCOMPARE(ourFiles.toArray().size(), 12);
    QCOMPARE(ourFiles.toArray().size(), theirFiles.toArray().size());  // in whatever order
    QCOMPARE(byName(ourFiles, "path"), byName(theirFiles, "path"));
    QCOMPARE(ours, theirs);
}

void OfficialRequestsTest::batchesAreEqual()
{
    QJsonObject ours = only(m_ours, batch).json();
    QJsonObject theirs = only(m_theirs, batch).json();
    const QJsonValue ourObjects = ours.take("objects");
    const QJsonValue theirObjects = theirs.take("objects");
    QCOMPARE(ourObjects.toArray().size(), 3);
    QCOMPARE(ourObjects.toArray().size(), theirObjects.toArray().size());  // in whatever order
    QCOMPARE(byName(ourObjects, "oid"), byName(theirObjects, "oid"));
    QCOMPARE(ours, theirs);
    for (const char* name : {"operation", "transfers", "hash_algo", "ref"}) {
        QVERIFY2(ours.contains(name), name);
    }
}

// The trace has no bytes of a PUT: the stand-in holds a whole file against its SHA-256, and tags each part with its MD5, which the completion
// repeats.
void OfficialRequestsTest::putsAreEqual()
{
    const Exchanges ours = select(m_ours, put);
    const Exchanges theirs = select(m_theirs, put);
    QCOMPARE(ours.size(), 9);
    QCOMPARE(bytesOfPuts(ours).size(), 9);
    QCOMPARE(bytesOfPuts(ours), bytesOfPuts(theirs));
    const QSet<QString> known = namesOf(theirs.first().fields);
    for (const HubExchange& each : ours) {
        // Ours asks before it sends a MiB or more, so that a store that refuses the address is not sent it in vain.
        const QSet<QString> more = namesOf(each.fields) - known - QSet<QString>({"expect"});
        QVERIFY2(more.isEmpty(), qPrintable(more.values().join(' ')));
    }
    for (const HubExchange& each : ours + theirs) {
        for (const char* harmful : {"authorization", "transfer-encoding", "content-type", "content-encoding"}) {
            QVERIFY2(!each.fields.contains(harmful), harmful);
        }
    }
}

void OfficialRequestsTest::completionsAreEqual()
{
    const Exchanges ours = select(m_ours, completion);
    QCOMPARE(ours.size(), 2);
    QCOMPARE(select(m_theirs, completion).size(), 2);
    QCOMPARE(bodiesByOid(ours), bodiesByOid(select(m_theirs, completion)));  // the parts in their order
    QMap<QString, QString> tags;
    for (const HubExchange& each : select(m_ours, put)) {
        tags.insert(each.query.queryItemValue("uploadId") + each.query.queryItemValue("partNumber"), each.answerFields["etag"]);
    }
    for (const HubExchange& each : ours) {
        for (const QJsonValue& part : each.json()["parts"].toArray()) {
            const QString tag = part["etag"].toString();
            QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
            QCOMPARE(tag, tags[each.query.queryItemValue("uploadId") + QString::number(part["partNumber"].toInt())]);
        }
    }
}

void OfficialRequestsTest::verificationsAreEqual()
{
    QCOMPARE(select(m_ours, verification).size(), 3);
    QCOMPARE(select(m_theirs, verification).size(), 3);
    QCOMPARE(bodiesByOid(select(m_ours, verification)), bodiesByOid(select(m_theirs, verification)));
}

// Ours always names the commit that it is made on: a commit whose answer is lost can then be asked after, and another's is never covered.
void OfficialRequestsTest::commitsAreEqual()
{
    CommitLines ours = linesOf(only(m_ours, commit));
    const CommitLines theirs = linesOf(only(m_theirs, commit));
    QCOMPARE(ours.header.take("parentCommit").toString().size(), 40);
    QCOMPARE(ours.header, theirs.header);
    QCOMPARE(ours.count, 12);  // header, and every file but the one that is ignored
    QCOMPARE(theirs.count, ours.count);
    QCOMPARE(ours.files.size(), 11);
    QCOMPARE(ours.files, theirs.files);
    QVERIFY(only(m_ours, commit).body.endsWith('\n'));
    QVERIFY(!ours.files.contains("notes.log"));
    QCOMPARE(ours.files["empty.bin"]["key"].toString(), QStringLiteral("file"));
}

void OfficialRequestsTest::addressesTypesAndTokensAreEqual()
{
    for (const char* step : {creation, cardCheck, offer, batch, completion, verification, commit}) {
        const HubExchange theirs = select(m_theirs, step).first();
        for (HubExchange ours : select(m_ours, step)) {
            QCOMPARE(ours.fields.contains("authorization"), theirs.fields.contains("authorization"));
            QCOMPARE(ours.query.queryItems().size(), theirs.query.queryItems().size());
            if (QString(step) == verification) {
                // The specification of Git LFS wants its own type here; theirs is plain JSON, and no server was seen to mind either.
                QCOMPARE(theirs.fields["content-type"], QStringLiteral("application/json"));
                QCOMPARE(ours.fields["content-type"], QStringLiteral("application/vnd.git-lfs+json"));
                continue;
            }
            QCOMPARE(ours.fields["content-type"], theirs.fields["content-type"]);
            QCOMPARE(ours.fields["accept"], theirs.fields["accept"]);
        }
    }
    QVERIFY(!only(m_ours, commit).query.hasQueryItem("create_pr"));
}

QTEST_GUILESS_MAIN(OfficialRequestsTest)
#include "official_requests_test.moc"
