#include "tests/e2e/secrets_run.h"
#include "tests/support/keyring.h"

#include <csignal>
#include <memory>

// One token, by each way that a user may give it, along every path of the program that has it: afterwards it is nowhere but where the user put
// it.
class SecretsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void keychainCommands();
    void publishing_data();
    void publishing();
    void busyHubUntilInterrupted_data() { waysToGiveIt(); }
    void busyHubUntilInterrupted();
    void unreachableHub();
    void readingFromTheHub_data() { waysToGiveIt(); }
    void readingFromTheHub();
    void whileItRuns_data() { waysToGiveIt(); }
    void whileItRuns();
    void helperIsNotGivenIt();

private:
    static constexpr const char* token = SecretsRun::token;

    QString at(const QString& name) const { return m_run.at(name); }
    static void waysToGiveIt();
    bool give();

    SecretsRun m_run;
    std::unique_ptr<wb::test::Keyring> m_keyring;
};

void SecretsTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    QVERIFY(m_run.start());
}

void SecretsTest::init()
{
    QVERIFY(m_run.begin());
}

void SecretsTest::cleanup()
{
    m_keyring.reset();
    m_run.sandbox.reset();
}

void SecretsTest::waysToGiveIt()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"environment", "file", "keychain"}) {
        QTest::newRow(way) << way;
    }
}

// As the row says; false where that cannot be.
bool SecretsTest::give()
{
    QFETCH(QString, way);
    if (way == "environment") {
        return qputenv("HF_TOKEN", token);
    }
    if (way == "file") {
        const QString path = m_run.made.filePath("elsewhere/token");
        return writeFile(path, QByteArray(token) + "\n") && qputenv("HF_TOKEN_PATH", path.toUtf8());
    }
    m_keyring = std::make_unique<wb::test::Keyring>();
    return wb::test::Keyring::isPossible() && m_keyring->start() && SecretsRun::run({"login", "--stdin"}, QByteArray(token) + "\n").exit == 0;
}

void SecretsTest::keychainCommands()
{
    const CliRun without = SecretsRun::run({"login", "--stdin", "--json"}, token);
    QVERIFY(without.exit != 0);
    QCOMPARE(m_run.leak(without), QString());
    if (!wb::test::Keyring::isPossible()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    m_keyring = std::make_unique<wb::test::Keyring>();
    QVERIFY(m_keyring->start());
    for (const QStringList& form : {QStringList(), QStringList{"--json"}}) {
        const CliRun login = SecretsRun::run(QStringList{"login", "--stdin"} + form, QByteArray(token) + "\r\n");
        QVERIFY2(login.exit == 0, login.err);
        QCOMPARE(m_run.leak(login), QString());
        const CliRun who = m_run.tried(QStringList{"whoami"} + form);
        QVERIFY2(who.exit == 0 && who.out.contains("alice") && who.out.contains("keychain"), who.err);
        const CliRun logout = m_run.tried(QStringList{"logout"} + form);
        QVERIFY2(logout.exit == 0, logout.err);
        QCOMPARE(m_run.tried(QStringList{"whoami"} + form).exit, 11);
    }
    const CliRun wrong = SecretsRun::run({"login", "--stdin"}, QByteArray(token) + "x\n");
    QCOMPARE(wrong.exit, 11);
    QCOMPARE(m_run.leak(wrong), QString());
    const CliRun second = SecretsRun::run({"login", "--stdin"}, QByteArray(token) + " second\n");
    QCOMPARE(second.exit, 2);
    QCOMPARE(m_run.leak(second), QString());
}

void SecretsTest::publishing_data()
{
    waysToGiveIt();
}

void SecretsTest::publishing()
{
    if (!give()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    const CliRun dry = m_run.tried(m_run.publishWords() + QStringList{"--dry-run", "--json"});
    QVERIFY2(dry.exit == 0, dry.err);
    const CliRun plain = m_run.tried(m_run.publishWords() + QStringList{"--progress", "json"});
    QVERIFY2(plain.exit == 0, plain.err);
    const CliRun again = m_run.tried(m_run.publishWords() + QStringList{"--json"});
    QVERIFY2(again.exit == 0, again.err);
    const CliRun pull = m_run.tried(m_run.publishWords() + QStringList{"--json", "--pr", "--message", "again", "--licence", "apache-2.0"});
    QVERIFY2(pull.exit == 0 || pull.exit == 2, pull.err);
    const QString checkpoint = makeDemo(at("demo.torch"), "regnet-x-002", {"--scale", "1/16"});
    const CliRun converted = m_run.tried({"convert", checkpoint, "--out", at("d"), "--push-to", "m2", "--licence", "mit", "--yes", "--json"});
    QVERIFY2(converted.exit == 0, converted.err);
    const CliRun who = m_run.tried({"whoami"});
    QVERIFY2(who.exit == 0, who.err);
}

void SecretsTest::busyHubUntilInterrupted()
{
    if (!give()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    QVERIFY(m_run.faults(R"({"match":"preupload","do":"status","code":500,"headers":[["X-Error-Message","TOKEN"]],"body":{"error":"TOKEN"}})"));
    QVERIFY(m_run.server->makeRepository("alice/m1"));
    HeldRun held(m_run.publishWords() + QStringList{"--progress", "json", "--json"});
    QVERIFY(m_run.server->hasEnded("preupload", 2));
    held.signal(SIGINT);
    const CliRun run = held.finish();
    QCOMPARE(run.exit, 7);
    QCOMPARE(m_run.leak(run), QString());
}

void SecretsTest::unreachableHub()
{
    qputenv("HF_TOKEN", token);
    qputenv("HF_ENDPOINT", "http://127.0.0.1:1");
    const CliRun run = m_run.tried(m_run.publishWords() + QStringList{"--json"});
    QVERIFY2(run.exit == 6, run.err);
}

void SecretsTest::readingFromTheHub()
{
    if (!give()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    QCOMPARE(SecretsRun::run(m_run.publishWords() + QStringList{"--private"}).exit, 0);
    const QString source = "hf://alice/m1/model.safetensors";
    const CliRun look = m_run.tried({"inspect", source, "--json"});
    QVERIFY2(look.exit == 0, look.err);
    const CliRun fetched = m_run.tried({"download", source, "--to", at("here"), "--json", "--progress", "json"});
    QVERIFY2(fetched.exit == 0, fetched.err);
    QCOMPARE(bytesOf(at("here/model.safetensors")), bytesOf(m_run.folder + "/model.safetensors"));
    for (const QByteArray code : {"401", "403", "404", "451"}) {
        QVERIFY(m_run.faults("{\"match\":\"resolve\",\"do\":\"status\",\"code\":" + code +
                             R"(,"headers":[["X-Error-Message","it is TOKEN"],["ETag","\"TOKEN\""]],"body":{"error":"TOKEN"}})"));
        const CliRun refused = m_run.tried({"download", source, "--to", at("there" + code), "--json"});
        QVERIFY2(refused.exit > 0, refused.err);
        QVERIFY2(m_run.tried({"convert", source, "--out", at("d"), "--stream"}).exit > 0, code);
    }
    QVERIFY(m_run.faults(R"({"match":"resolve","do":"status","code":302,"headers":[["Location","/alice/m1/other/TOKEN/x.safetensors?t=TOKEN"]]})"));
    const CliRun redirected = m_run.tried({"download", source, "--to", at("elsewhere"), "--json"});
    QVERIFY2(redirected.exit > 0, redirected.err);
}

void SecretsTest::whileItRuns()
{
    if (!give()) {
        QSKIP("needs dbus-daemon and gnome-keyring-daemon");
    }
    QVERIFY(m_run.server->faults(R"({"match":"preupload","do":"hold"})") && m_run.server->makeRepository("alice/m1"));
    HeldRun held(m_run.publishWords() + QStringList{"--json"});
    QVERIFY(m_run.server->hasBegun("preupload"));
    const QString process = QString("/proc/%1/").arg(held.pid());
    QVERIFY(bytesOf(process + "cmdline").contains("publish"));
    QVERIFY(!SecretsRun::holdsToken(bytesOf(process + "cmdline")) && !SecretsRun::holdsToken(bytesOf(process + "comm")));
    const QByteArray limits = bytesOf(process + "limits");
    QVERIFY2(limits.contains("Max core file size        0                    0 "), limits);
    QVERIFY(m_run.server->release());
    const CliRun run = held.finish();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(m_run.leak(run), QString());
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
    const CliRun compared = m_run.tried({"convert", checkpoint, "--out", at("d"), "--parity", "--json"});
    qunsetenv("WEIGHTBRIDGE_TORCH");
    QVERIFY2(compared.exit > 0, compared.err);
    QVERIFY(bytesOf(at("its-environment")).contains("WEIGHTBRIDGE_PARENT=") && !bytesOf(at("its-words")).isEmpty());
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
