#include "tests/e2e/publish_run.h"
#include "tests/support/keyring.h"

#include <csignal>
#include <memory>

// One token, by each way that a user may give it, along every path of the program that has it, also where the Hub repeats it in what it answers:
// afterwards it is nowhere but where the user put it.
class SecretsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_server.reset(); }

    void keychainCommands();
    void publishing_data();
    void publishing();
    void hubThatRepeatsTheToken_data();
    void hubThatRepeatsTheToken();
    void busyHubUntilInterrupted_data() { waysToGiveIt(); }
    void busyHubUntilInterrupted();
    void unreachableHub();
    void readingFromTheHub_data() { waysToGiveIt(); }
    void readingFromTheHub();
    void whileItRuns_data() { waysToGiveIt(); }
    void whileItRuns();
    void helperIsNotGivenIt();

private:
    // No mark of a Hub's token in it, so that nothing can know it by its looks; other characters where it is percent-encoded.
    static constexpr const char* token = "wbTest+Zq7/0Kx2~vN9rT4mB8yL1cW6pJ3sD5fG==";

    QString at(const QString& name) const { return m_sandbox->at(name); }
    static void waysToGiveIt();
    static void odd(const QStringList& form);
    void give();
    QStringList publishWords() const { return {"publish", m_folder, "--to", "alice/m1", "--licence", "mit", "--yes"}; }
    CliRun run(const QStringList& words, const QByteArray& input = {});
    CliRun tried(const QStringList& words);
    bool faults(const QByteArray& rules) const { return m_server->faults(QByteArray(rules).replace("TOKEN", token)); }
    static bool holdsToken(const QByteArray& bytes);
    QString leak(const CliRun& run) const;

    QTemporaryDir m_made;
    QString m_folder;
    std::unique_ptr<wb::test::HubServer> m_server;
    std::unique_ptr<wb::test::Keyring> m_keyring;
    std::unique_ptr<Sandbox> m_sandbox;
};

void SecretsTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    const Sandbox sandbox;
    m_folder = makeModel(m_made.filePath("model"), "regnet-x-002", "1/8");
    QVERIFY(!m_folder.isEmpty());
    m_server = std::make_unique<wb::test::HubServer>(m_made.path());
    QVERIFY(m_server->start({"--mp", "65536", "--chunk", "65536", "--same-upload", "--token", QByteArray(token) + "=write"}));
}

void SecretsTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_server->reset() && QDir().mkpath(at("tmp")));
    qputenv("TMPDIR", at("tmp").toUtf8());
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_server->endpoint()));
}

void SecretsTest::cleanup()
{
    m_keyring.reset();
    m_sandbox.reset();
}

void SecretsTest::waysToGiveIt()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"environment", "file", "keychain"}) {
        QTest::newRow(way) << way;
    }
}

// As the row says.
void SecretsTest::give()
{
    QFETCH(QString, way);
    if (way == "environment") {
        qputenv("HF_TOKEN", token);
    } else if (way == "file") {
        QVERIFY(writeFile(m_made.filePath("elsewhere/token"), QByteArray(token) + "\n"));
        qputenv("HF_TOKEN_PATH", m_made.filePath("elsewhere/token").toUtf8());
    } else {
        if (!wb::test::Keyring::isPossible()) {
            QSKIP("needs dbus-daemon and gnome-keyring-daemon");
        }
        m_keyring = std::make_unique<wb::test::Keyring>();
        QVERIFY(m_keyring->start());
        const CliRun login = run({"login", "--stdin"}, QByteArray(token) + "\n");
        QVERIFY2(login.exit == 0, login.err);
    }
}

bool SecretsTest::holdsToken(const QByteArray& bytes)
{
    const QByteArray plain(token);
    const qsizetype whole = plain.size() / 3 * 4;  // digits of Base64 that say nothing of what follows
    const QList<QByteArray> forms{
        plain, plain.toPercentEncoding(), plain.toHex(), plain.toBase64().left(whole), "hf_" + plain, ("Bearer " + plain).toBase64().mid(12, whole)};
    return std::any_of(forms.begin(), forms.end(), [&bytes](const QByteArray& form) { return bytes.contains(form); });
}

// Where it has got to; empty: nowhere.
QString SecretsTest::leak(const CliRun& run) const
{
    if (holdsToken(run.out) || holdsToken(run.err)) {
        return "output: " + QString::fromUtf8(run.out + run.err);
    }
    QDirIterator each(at(""), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        if (holdsToken(bytesOf(path)) || holdsToken(path.toUtf8())) {
            return path;
        }
    }
    for (const QByteArray& line : m_server->trace().split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        const QByteArray said = QJsonDocument(request.value("req").toObject()).toJson(QJsonDocument::Compact);  // without Authorization
        if (holdsToken(said) || (request.value("srv") == "store" && said.toLower().contains("authorization"))) {
            return "request: " + said.left(2000);
        }
    }
    return {};
}

CliRun SecretsTest::run(const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(WB_CLI), words);
    process.write(input);
    process.closeWriteChannel();
    CliRun run;
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit) {
        run.exit = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

// Looked at; what leaked takes the place of the exit.
CliRun SecretsTest::tried(const QStringList& words)
{
    CliRun done = run(words);
    if (const QString place = leak(done); !place.isEmpty()) {
        done.exit = -2;
        done.err = place.toUtf8();
    }
    return done;
}

void SecretsTest::keychainCommands()
{
    const CliRun without = run({"login", "--stdin", "--json"}, token);
    QVERIFY(without.exit != 0);
    QCOMPARE(leak(without), QString());
    if (!wb::test::Keyring::isPossible()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    m_keyring = std::make_unique<wb::test::Keyring>();
    QVERIFY(m_keyring->start());
    for (const QStringList& form : {QStringList(), QStringList{"--json"}}) {
        const CliRun login = run(QStringList{"login", "--stdin"} + form, QByteArray(token) + "\r\n");
        QVERIFY2(login.exit == 0, login.err);
        QCOMPARE(leak(login), QString());
        const CliRun who = tried(QStringList{"whoami"} + form);
        QVERIFY2(who.exit == 0 && who.out.contains("alice") && who.out.contains("keychain"), who.err);
        const CliRun logout = tried(QStringList{"logout"} + form);
        QVERIFY2(logout.exit == 0, logout.err);
        QCOMPARE(tried(QStringList{"whoami"} + form).exit, 11);
    }
    const CliRun wrong = run({"login", "--stdin"}, QByteArray(token) + "x\n");
    QCOMPARE(wrong.exit, 11);
    QCOMPARE(leak(wrong), QString());
    const CliRun second = run({"login", "--stdin"}, QByteArray(token) + " second\n");
    QCOMPARE(second.exit, 2);
    QCOMPARE(leak(second), QString());
}

void SecretsTest::publishing_data()
{
    waysToGiveIt();
}

void SecretsTest::publishing()
{
    give();
    const CliRun dry = tried(publishWords() + QStringList{"--dry-run", "--json"});
    QVERIFY2(dry.exit == 0, dry.err);
    const CliRun plain = tried(publishWords() + QStringList{"--progress", "json"});
    QVERIFY2(plain.exit == 0, plain.err);
    const CliRun again = tried(publishWords() + QStringList{"--json"});
    QVERIFY2(again.exit == 0, again.err);
    const CliRun pull = tried(publishWords() + QStringList{"--json", "--pr", "--message", "again", "--licence", "apache-2.0"});
    QVERIFY2(pull.exit == 0 || pull.exit == 2, pull.err);
    const QString checkpoint = makeDemo(at("demo.torch"), "regnet-x-002", {"--scale", "1/16"});
    const CliRun converted = tried({"convert", checkpoint, "--out", at("d"), "--push-to", "m2", "--licence", "mit", "--yes", "--json"});
    QVERIFY2(converted.exit == 0, converted.err);
    const CliRun who = tried({"whoami"});
    QVERIFY2(who.exit == 0, who.err);
}

void SecretsTest::hubThatRepeatsTheToken_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("form");
    const QByteArray said = R"("headers":[["Retry-After","7200"],["X-Error-Message","it is TOKEN"]],"body":{"error":"it is TOKEN"})";
    int row = 0;
    for (const char* request :
         {"whoami", "revision/main", "preupload", "repos/create", "validate-yaml", "objects/batch", "/multipart", "commit/main"}) {
        for (const char* code : {"401", "403", "404", "412", "429"}) {
            const QByteArray rule = QByteArray("{\"match\":\"") + request + "\",\"do\":\"status\",\"code\":" + code + "," + said + "}";
            QTest::newRow(QByteArray(request) + ' ' + code) << rule << (++row % 2 == 0 ? QStringList() : QStringList{"--json"});
        }
        const QByteArray page = QByteArray("{\"match\":\"") + request + "\",\"do\":\"answered\",\"code\":422,\"body\":\"<p>TOKEN</p>\"}";
        QTest::newRow(QByteArray(request) + " no JSON") << page << QStringList();
    }
    for (const QStringList& form : {QStringList(), QStringList{"--json"}}) {
        odd(form);
    }
}

// What is shown though nothing is refused.
void SecretsTest::odd(const QStringList& form)
{
    const auto answered = [](const char* request, QByteArray body) {
        body.replace('\'', "\\\"");  // inside the text of the rule
        return QByteArray("{\"match\":\"") + request + "\",\"do\":\"answered\",\"body\":\"" + body + "\"}";
    };
    const auto row = [&form](const QByteArray& name, const QByteArray& rule) { QTest::newRow(name + form.join(' ').toUtf8()) << rule << form; };
    row("elsewhere", R"({"match":"preupload","do":"status","code":307,"headers":[["Location","/go?t=TOKEN"]]})");
    row("renamed", R"({"match":"revision","do":"status","code":307,"headers":[["Location","/api/models/alice/TOKEN/revision/main"]]})");
    row("as a name", answered("whoami", "{'name':'TOKEN'}"));
    row("as a role", answered("whoami", "{'name':'alice','auth':{'accessToken':{'role':'TOKEN'}}}"));
    row("as a commit", answered("commit/main", "{'commitOid':'TOKEN','commitUrl':'https:/h/TOKEN'}"));
    row("as a warning", R"({"match":".","do":"also","headers":[["X-HF-Warning","token; yours is TOKEN"]]})");
    row("as an ETag", R"({"match":"PUT /store","do":"also","headers":[["ETag","TOKEN"]]})");
}

void SecretsTest::hubThatRepeatsTheToken()
{
    QFETCH(QByteArray, rule);
    QFETCH(QStringList, form);
    qputenv("HF_TOKEN", token);
    QVERIFY(faults(rule));
    const CliRun run = tried(publishWords() + form);
    QVERIFY2(run.exit >= 0, run.err);
    QVERIFY(m_server->trace().contains(token));  // it was said
}

void SecretsTest::busyHubUntilInterrupted()
{
    give();
    QVERIFY(faults(R"({"match":"preupload","do":"status","code":500,"headers":[["X-Error-Message","TOKEN"]],"body":{"error":"TOKEN"}})"));
    QVERIFY(m_server->makeRepository("alice/m1"));
    HeldRun held(publishWords() + QStringList{"--progress", "json", "--json"});
    QVERIFY(m_server->hasEnded("preupload", 2));
    held.signal(SIGINT);
    const CliRun run = held.finish();
    QCOMPARE(run.exit, 7);
    QCOMPARE(leak(run), QString());
}

void SecretsTest::unreachableHub()
{
    qputenv("HF_TOKEN", token);
    qputenv("HF_ENDPOINT", "http://127.0.0.1:1");
    const CliRun run = tried(publishWords() + QStringList{"--json"});
    QVERIFY2(run.exit == 6, run.err);
}

void SecretsTest::readingFromTheHub()
{
    give();
    QCOMPARE(run(publishWords() + QStringList{"--private"}).exit, 0);
    const QString source = "hf://alice/m1/model.safetensors";
    const CliRun look = tried({"inspect", source, "--json"});
    QVERIFY2(look.exit == 0, look.err);
    const CliRun fetched = tried({"download", source, "--to", at("here"), "--json", "--progress", "json"});
    QVERIFY2(fetched.exit == 0, fetched.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), bytesOf(m_folder + "/model.safetensors"));
    for (const QByteArray code : {"401", "403", "404", "451"}) {
        QVERIFY(faults("{\"match\":\"resolve\",\"do\":\"status\",\"code\":" + code +
                       R"(,"headers":[["X-Error-Message","it is TOKEN"],["ETag","\"TOKEN\""]],"body":{"error":"TOKEN"}})"));
        const CliRun refused = tried({"download", source, "--to", at("there" + code), "--json"});
        QVERIFY2(refused.exit > 0, refused.err);
        QVERIFY2(tried({"convert", source, "--out", at("d"), "--stream"}).exit > 0, code);
    }
    QVERIFY(faults(R"({"match":"resolve","do":"status","code":302,"headers":[["Location","/alice/m1/other/TOKEN/x.safetensors?t=TOKEN"]]})"));
    const CliRun redirected = tried({"download", source, "--to", at("elsewhere"), "--json"});
    QVERIFY2(redirected.exit > 0, redirected.err);
}

void SecretsTest::whileItRuns()
{
    give();
    QVERIFY(m_server->faults(R"({"match":"preupload","do":"hold"})") && m_server->makeRepository("alice/m1"));
    HeldRun held(publishWords() + QStringList{"--json"});
    QVERIFY(m_server->hasBegun("preupload"));
    const QString process = QString("/proc/%1/").arg(held.pid());
    QVERIFY(bytesOf(process + "cmdline").contains("publish"));
    QVERIFY(!holdsToken(bytesOf(process + "cmdline")) && !holdsToken(bytesOf(process + "comm")));
    const QByteArray limits = bytesOf(process + "limits");
    QVERIFY2(limits.contains("Max core file size        0                    0 "), limits);
    QVERIFY(m_server->release());
    const CliRun run = held.finish();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(leak(run), QString());
}

void SecretsTest::helperIsNotGivenIt()
{
    qputenv("HF_TOKEN", token);
    qputenv("HUGGING_FACE_HUB_TOKEN", token);
    const QString helper = at("weightbridge-torch");
    QVERIFY(
        writeFile(helper, "#!/bin/sh\nenv > '" + at("its-environment").toUtf8() + "'\necho \"$@\" > '" + at("its-words").toUtf8() + "'\nexit 1\n"));
    QVERIFY(QFile::setPermissions(helper, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("WEIGHTBRIDGE_TORCH", helper.toUtf8());
    const QString checkpoint = makeDemo(at("demo.torch"), "regnet-x-002", {"--scale", "1/16"});
    const CliRun compared = tried({"convert", checkpoint, "--out", at("d"), "--parity", "--json"});
    qunsetenv("WEIGHTBRIDGE_TORCH");
    QVERIFY2(compared.exit > 0, compared.err);
    QVERIFY(bytesOf(at("its-environment")).contains("WEIGHTBRIDGE_PARENT=") && !bytesOf(at("its-words")).isEmpty());
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
