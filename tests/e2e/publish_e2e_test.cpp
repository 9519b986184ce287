#include "tests/e2e/publish_run.h"

#include <csignal>
#include <memory>

// weightbridge-cli publish, and convert with --push-to, as a user runs them against a stand-in for the Hub.
class PublishE2eTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_sandbox.reset(); }
    void cleanupTestCase() { m_server.reset(); }

    void dryRunShowsWhatIsThenSent_data();
    void dryRunShowsWhatIsThenSent();
    void publishedAgainNothingIsSent();
    void withoutAnAnswerNothingIsAsked();
    void tokensThatMayNotAreExit11_data();
    void tokensThatMayNotAreExit11();
    void seerNeedsItsLicenceBeforeAnyRequest();
    void licenceStandsInTheCard();
    void visibility_data();
    void visibility();
    void pullRequestLeavesTheBranchAlone();
    void messageAndRevision();
    void pullRequestGoesToMainOnly();
    void jsonIsOneDocument_data();
    void jsonIsOneDocument();
    void conversionIsPublished();
    void flagOfTheReferencePublishes();
    void interruptedUploadGoesOn();
    void secondUploadToOnePlaceIsRefused();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    CliRun publish(const QStringList& more = {}) const { return runCli(words(more)); }
    QStringList words(const QStringList& more = {}) const
    {
        return QStringList{"publish", m_folder, "--to", "alice/m1", "--licence", "apache-2.0", "--yes", "--json"} + more;
    }
    // As the Hub names a file that is the same as one here: by SHA-256, or as a blob of Git.
    bool isPublished(const QString& folder, const QString& repository, const QString& revision = "main") const;

    QTemporaryDir m_made;
    QString m_folder;  // a model of 10 MB, in one file of weights
    std::unique_ptr<wb::test::HubServer> m_server;
    std::unique_ptr<Sandbox> m_sandbox;
};

void PublishE2eTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    const Sandbox sandbox;
    m_folder = makeModel(m_made.filePath("model"), "regnet-x-002", "1");
    QVERIFY(!m_folder.isEmpty());
    m_server = std::make_unique<wb::test::HubServer>(m_made.path());
    QVERIFY(m_server->start({"--mp", "1048576", "--chunk", "1048576", "--same-upload"}));
}

void PublishE2eTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_server->reset());
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_server->endpoint()));
    qputenv("HF_TOKEN", "hf_write");
}

bool PublishE2eTest::isPublished(const QString& folder, const QString& repository, const QString& revision) const
{
    const QJsonObject there = m_server->filesOf(repository, revision);
    int same = 0;
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        const QByteArray bytes = bytesOf(folder + '/' + name);
        const QByteArray hash = there.value(name).toString().toUtf8();
        const bool isSame = hash == sha256Of(bytes) || hash == QByteArray::fromStdString(wb::gitBlobName(bytes.toStdString()));
        same += isSame || (name == "README.md" && !hash.isEmpty()) ? 1 : 0;  // the card states the licence now
    }
    return same > 3 && same == QDir(folder).entryList(QDir::Files).size();
}

void PublishE2eTest::dryRunShowsWhatIsThenSent_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("a new repository") << false;
    QTest::newRow("one that is there") << true;
}

void PublishE2eTest::dryRunShowsWhatIsThenSent()
{
    QFETCH(bool, isThere);
    QVERIFY(!isThere || m_server->makeRepository("alice/m1"));
    const CliRun dry = publish({"--dry-run"});
    QVERIFY2(dry.exit == 0, dry.err);
    QVERIFY(dry.json().value("dry_run").toBool() && dry.json().value("commit").isNull());
    QCOMPARE(dry.json().value("exists").toBool(), isThere);
    QVERIFY(m_server->requests("PUT ").isEmpty() && m_server->requests("/batch").isEmpty() && m_server->requests("/commit/").isEmpty());
    QCOMPARE(m_server->repository("alice/m1").isEmpty(), !isThere);

    const CliRun run = publish();
    QVERIFY2(run.exit == 0, run.err);
    const Commit commit = Commit::in(*m_server);
    QCOMPARE(commit.files, filesIn(dry.json()));
    QCOMPARE(filesIn(run.json()), filesIn(dry.json()));
    for (const QJsonValue& file : dry.json().value("files").toArray()) {
        const QString name = file["name"].toString();
        const QString hash = m_server->filesOf("alice/m1").value(name).toString();
        const QByteArray text = commit.texts.value(name);
        const QString sha256 = text.isNull() ? hash : QString::fromUtf8(sha256Of(text));
        QCOMPARE(sha256, file["sha256"].toString());
        QVERIFY(text.isNull() || hash.toUtf8() == QByteArray::fromStdString(wb::gitBlobName(text.toStdString())));
    }
    qint64 toStore = 0;
    for (const auto& [bytes, way] : commit.files) {
        toStore += way == "send" ? bytes : 0;
    }
    QCOMPARE(dry.json().value("bytes_to_send").toInteger(), toStore);
    QCOMPARE(run.json().value("bytes_sent").toInteger(), toStore);
    QCOMPARE(m_server->received(toStore), toStore);  // and not a byte more
    QVERIFY(isPublished(m_folder, "alice/m1"));
}

void PublishE2eTest::publishedAgainNothingIsSent()
{
    const CliRun first = publish();
    QVERIFY2(first.exit == 0, first.err);
    const qsizetype puts = m_server->requests("PUT ").size();
    const CliRun again = publish();
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("already_there").toBool());
    QCOMPARE(again.json().value("commit"), first.json().value("commit"));
    QCOMPARE(again.json().value("bytes_sent").toInteger(), 0);
    for (const QJsonValue& file : again.json().value("files").toArray()) {
        QVERIFY(!file["sent"].toBool() && file["way"] == "there");
    }
    QCOMPARE(m_server->requests("PUT ").size(), puts);
    QCOMPARE(m_server->requests("/commit/").size(), 1);
    QCOMPARE(m_server->repository("alice/m1").value("commits").toInt(), 2);
}

void PublishE2eTest::withoutAnAnswerNothingIsAsked()
{
    const CliRun run = runCli({"publish", m_folder, "--to", "alice/m1", "--licence", "apache-2.0", "--json"});
    QCOMPARE(run.exit, 2);
    QVERIFY(errorOf(run).value("message").toString().contains("--yes"));
    QVERIFY(m_server->requests().isEmpty());
}

void PublishE2eTest::tokensThatMayNotAreExit11_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("problem");
    QTest::newRow("read only") << QByteArray("hf_read") << "role";
    QTest::newRow("wrong") << QByteArray("hf_wrong") << "token";
    QTest::newRow("another's") << QByteArray("hf_other") << "owner";
    QTest::newRow("none") << QByteArray() << "no-token";
}

void PublishE2eTest::tokensThatMayNotAreExit11()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, problem);
    qputenv("HF_TOKEN", token);
    const CliRun run = publish();
    QCOMPARE(run.exit, 11);
    QCOMPARE(errorOf(run).value("facts").toObject().value("problem").toString(), problem);
    QVERIFY(m_server->requests("POST").isEmpty() && m_server->requests("PUT").isEmpty());
    QVERIFY(token.isEmpty() || (!run.out.contains(token) && !run.err.contains(token)));
}

void PublishE2eTest::seerNeedsItsLicenceBeforeAnyRequest()
{
    const QString folder = makeModel(at("seer"), "regnet-y-320-seer", "1/64");
    const QStringList words{"publish", folder, "--to", "alice/m1", "--yes", "--json"};
    const CliRun refused = runCli(words);
    QCOMPARE(refused.exit, 12);
    QVERIFY(errorOf(refused).value("hint").toString().contains("--accept-licence seer"));
    QVERIFY(m_server->requests().isEmpty());
    const CliRun run = runCli(words + QStringList{"--accept-licence", "seer"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(isPublished(folder, "alice/m1"));
}

void PublishE2eTest::licenceStandsInTheCard()
{
    QCOMPARE(publish().exit, 0);
    QVERIFY(Commit::in(*m_server).texts.value("README.md").contains("license: apache-2.0\n"));
    const CliRun wrong = runCli({"publish", m_folder, "--to", "alice/m1", "--licence", "no such licence", "--yes", "--json"});
    QCOMPARE(wrong.exit, 12);
}

void PublishE2eTest::visibility_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("unless said") << QStringList() << true;
    QTest::newRow("private") << QStringList{"--private"} << true;
    QTest::newRow("public") << QStringList{"--public"} << false;
}

void PublishE2eTest::visibility()
{
    QFETCH(QStringList, more);
    QFETCH(bool, isPrivate);
    QCOMPARE(publish(more).exit, 0);
    QCOMPARE(m_server->repository("alice/m1").value("private").toBool(), isPrivate);
    const CliRun other = publish({isPrivate ? "--public" : "--private"});  // it is not changed
    QCOMPARE(errorOf(other).value("id").toString(), QStringLiteral("E_PUBLISH_CONFLICT"));
    QCOMPARE(m_server->repository("alice/m1").value("private").toBool(), isPrivate);
}

void PublishE2eTest::pullRequestLeavesTheBranchAlone()
{
    QVERIFY(m_server->makeRepository("bob/m1"));
    const QStringList toAnother{"publish", m_folder, "--to", "bob/m1", "--licence", "apache-2.0", "--yes", "--json"};
    QCOMPARE(runCli(toAnother).exit, 11);
    const CliRun run = runCli(toAnother + QStringList{"--pr"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("pull_request").toString().endsWith("/bob/m1/discussions/1"));
    QVERIFY(isPublished(m_folder, "bob/m1", "refs/pr/1"));
    QVERIFY(!m_server->filesOf("bob/m1").contains("model.safetensors"));
}

void PublishE2eTest::messageAndRevision()
{
    QVERIFY(m_server->makeRepository("alice/m1", R"(,"branches":["dev"])"));
    const CliRun run = publish({"--message", "as trained \"here\"", "--revision", "dev"});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(Commit::in(*m_server).summary, QStringLiteral("as trained \"here\""));
    QVERIFY(isPublished(m_folder, "alice/m1", "dev"));
    QVERIFY(!m_server->filesOf("alice/m1").contains("model.safetensors"));
    const CliRun none = publish({"--revision", "none"});
    QCOMPARE(errorOf(none).value("facts").toObject().value("problem").toString(), QStringLiteral("revision"));
}

void PublishE2eTest::pullRequestGoesToMainOnly()
{
    const CliRun run = publish({"--pr", "--revision", "dev"});
    QCOMPARE(run.exit, 2);
    QVERIFY(m_server->requests().isEmpty());
}

void PublishE2eTest::jsonIsOneDocument_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("exit");
    QTest::newRow("published") << QStringList() << QByteArray() << 0;
    QTest::newRow("dry run") << QStringList{"--dry-run"} << QByteArray() << 0;
    QTest::newRow("with progress") << QStringList{"--progress", "json"} << QByteArray() << 0;
    QTest::newRow("refused") << QStringList() << QByteArray(R"({"match":"commit/main","do":"status","code":413,"body":{"error":"too large"}})") << 6;
}

void PublishE2eTest::jsonIsOneDocument()
{
    QFETCH(QStringList, more);
    QFETCH(QByteArray, fault);
    QFETCH(int, exit);
    QVERIFY(m_server->faults(fault));
    const CliRun run = publish(more);
    QCOMPARE(run.exit, exit);
    QJsonParseError problem;
    const QJsonObject document = QJsonDocument::fromJson(run.out, &problem).object();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(document.value("schema").toInt(), 1);
    QCOMPARE(document.value("ok").toBool(), exit == 0);
    QCOMPARE(run.out.count('\n'), 1);
}

void PublishE2eTest::conversionIsPublished()
{
    const QString checkpoint = makeDemo(at("demo.torch"), "regnet-x-002", {"--scale", "1/8"});
    const QStringList words{"convert", checkpoint, "--out", at("d"), "--push-to", "m2", "--licence", "apache-2.0", "--json"};
    QCOMPARE(runCli(words).exit, 2);
    QVERIFY(m_server->requests().isEmpty() && !QFile::exists(at("d")));
    const CliRun run = runCli(words + QStringList{"--yes"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("ok").toBool());
    QCOMPARE(run.json().value("published").toObject().value("repository").toString(), QStringLiteral("alice/m2"));
    QVERIFY(isPublished(at("d"), "alice/m2"));
}

void PublishE2eTest::flagOfTheReferencePublishes()
{
    QString file;
    for (const QJsonValue& value : runCli({"list", "--json"}).json().value("variants").toArray()) {
        file = value["name"] == "regnet-y-320-seer" ? value["source_file"].toString() : file;
    }
    QVERIFY(!file.isEmpty());
    makeDemo(at(file), "regnet-y-320-seer", {"--scale", "1/64"});
    const QStringList words{"--model_name", "regnet-y-320-seer", "--pytorch_dump_folder_path", at(""), "--push_to_hub", "true", "--json", "--yes"};
    QCOMPARE(runCli(words).exit, 12);
    QVERIFY(m_server->requests().isEmpty());
    const CliRun run = runCli(words + QStringList{"--accept-licence", "seer"});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json().value("results")[0]["published"]["repository"].toString(), QStringLiteral("alice/regnet-y-320-seer"));
    QVERIFY(isPublished(at("regnet-y-320-seer"), "alice/regnet-y-320-seer"));
}

void PublishE2eTest::interruptedUploadGoesOn()
{
    constexpr int parts = 3;
    const QMap<QString, QByteArray> before = treeOf(m_folder);
    QVERIFY(m_server->faults(R"({"match":"PUT /store","do":"hold","after":3})"));
    HeldRun run(words());
    QVERIFY(m_server->hasEnded("PUT /store", parts));
    QVERIFY(run.until([this] { return journalledParts(at("homes")) == parts; }));
    run.signal(SIGINT);
    const CliRun ended = run.finish();
    QCOMPARE(ended.exit, 7);
    QCOMPARE(errorOf(ended).value("id").toString(), QStringLiteral("E_INTERRUPTED"));
    QVERIFY(m_server->release());
    QVERIFY(m_server->requests("/commit/").isEmpty() && m_server->requests("/multipart").isEmpty());
    QCOMPARE(m_server->repository("alice/m1").value("commits").toInt(), 1);
    QCOMPARE(treeOf(m_folder), before);

    const CliRun again = publish();
    QVERIFY2(again.exit == 0, again.err);
    QCOMPARE(again.json().value("bytes_resumed").toInteger(), parts * (1 << 20));
    QVERIFY(isPublished(m_folder, "alice/m1"));
    QCOMPARE(m_server->repository("alice/m1").value("commits").toInt(), 2);
    QCOMPARE(journalledParts(at("homes")), 0);
}

void PublishE2eTest::secondUploadToOnePlaceIsRefused()
{
    QVERIFY(m_server->faults(R"({"match":"PUT /store","do":"hold"})"));
    HeldRun first(words());
    QVERIFY(m_server->hasBegun("PUT /store"));
    const CliRun second = publish();
    QCOMPARE(second.exit, 13);
    QCOMPARE(errorOf(second).value("id").toString(), QStringLiteral("E_FOLDER_BUSY"));
    QVERIFY(m_server->release());
    const CliRun done = first.finish();
    QVERIFY2(done.exit == 0, done.err);
    QCOMPARE(m_server->repository("alice/m1").value("commits").toInt(), 2);
}

QTEST_GUILESS_MAIN(PublishE2eTest)
#include "publish_e2e_test.moc"
