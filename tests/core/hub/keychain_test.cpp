#include "core/base/error.h"
#include "core/hub/keychain.h"
#include "core/hub/token_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace wb;

namespace {

constexpr const char* mark = "WB_TEST_SESSION";
constexpr const char* endpoint = "https://huggingface.co";

const char* ownEnvironment(const char* name)
{
    return std::getenv(name);
}

const char* emptyEnvironment(const char*)
{
    return nullptr;
}

}  // namespace

// Against a gnome-keyring-daemon in a D-Bus session of the test's own: main() runs the program again in two of them.
class KeychainTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void withoutASessionThereIsNone();
    void withoutAKeyringNothingIsStored();
    void nobodyUnlocksIt();
    void tokenIsKeptForItsEndpoint();
    void laterTokenTakesThePlace();
    void removedTokenIsGone();
    void keychainStandsBetweenEnvironmentAndFile();
    void lockedTokenIsKnownToBeThere();
};

void KeychainTest::initTestCase()
{
    if (qgetenv(mark) != "unlocked") {
        return;
    }
    QProcess daemon;
    daemon.start("gnome-keyring-daemon", {"--unlock", "--daemonize", "--components=secrets"});
    daemon.write("a password");
    daemon.closeWriteChannel();
    QVERIFY2(daemon.waitForFinished() && daemon.exitCode() == 0, daemon.readAllStandardError());
}

void KeychainTest::init()
{
    const QByteArray test = QTest::currentTestFunction();
    const bool isForBoth = test.startsWith("without");
    if (!isForBoth && qgetenv(mark) != (test.startsWith("nobody") ? "locked" : "unlocked")) {
        QSKIP("needs another session, or dbus-run-session and gnome-keyring-daemon");
    }
}

void KeychainTest::withoutASessionThereIsNone()
{
    QCOMPARE(hub::tokenInKeychain(endpoint, emptyEnvironment), std::string());
    QVERIFY(!hub::removeFromKeychain(endpoint, emptyEnvironment));
    QVERIFY(!hub::isTokenLocked(endpoint, emptyEnvironment));
}

void KeychainTest::withoutAKeyringNothingIsStored()
{
    try {
        hub::storeInKeychain(endpoint, "hf_x", emptyEnvironment);
        QFAIL("stored");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::KeychainFailed);
        QCOMPARE(error.fact("problem"), std::string_view("no-keyring"));
    }
}

// The daemon that D-Bus starts by itself has no collection yet, and nobody can be asked for its password.
void KeychainTest::nobodyUnlocksIt()
{
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string());
    try {
        hub::storeInKeychain(endpoint, "hf_x", ownEnvironment);
        QFAIL("stored");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::KeychainFailed);
    }
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string());
}

void KeychainTest::tokenIsKeptForItsEndpoint()
{
    hub::storeInKeychain(endpoint, "hf_one", ownEnvironment);
    hub::storeInKeychain("http://127.0.0.1:9", "hf_two", ownEnvironment);
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string("hf_one"));
    QCOMPARE(hub::tokenInKeychain("http://127.0.0.1:9", ownEnvironment), std::string("hf_two"));
    QCOMPARE(hub::tokenInKeychain("http://127.0.0.1:10", ownEnvironment), std::string());
}

void KeychainTest::laterTokenTakesThePlace()
{
    hub::storeInKeychain(endpoint, "hf_one", ownEnvironment);
    hub::storeInKeychain(endpoint, "hf_three", ownEnvironment);
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string("hf_three"));
}

void KeychainTest::removedTokenIsGone()
{
    hub::storeInKeychain(endpoint, "hf_one", ownEnvironment);
    QVERIFY(hub::removeFromKeychain(endpoint, ownEnvironment));
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string());
    QVERIFY(!hub::removeFromKeychain(endpoint, ownEnvironment));
}

void KeychainTest::keychainStandsBetweenEnvironmentAndFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("token"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hf_file") > 0 && file.flush());
    qputenv("HF_HOME", folder.path().toUtf8());
    qunsetenv("HF_TOKEN");
    QCOMPARE(hub::lookForToken(ownEnvironment).token, std::string("hf_file"));
    hub::storeInKeychain(endpoint, "hf_kept", ownEnvironment);
    const hub::FoundToken kept = hub::lookForToken(ownEnvironment);
    QCOMPARE(kept.token, std::string("hf_kept"));
    QVERIFY(kept.source == hub::TokenSource::Keychain);
    QCOMPARE(kept.place, std::string("keychain"));
    qputenv("HF_ENDPOINT", "http://127.0.0.1:10/");
    QCOMPARE(hub::lookForToken(ownEnvironment).token, std::string("hf_file"));
    qunsetenv("HF_ENDPOINT");
    qputenv("HF_TOKEN", "hf_said");
    QCOMPARE(hub::lookForToken(ownEnvironment).token, std::string("hf_said"));
    qunsetenv("HF_TOKEN");
}

// The last: the collection stays locked.
void KeychainTest::lockedTokenIsKnownToBeThere()
{
    hub::storeInKeychain(endpoint, "hf_one", ownEnvironment);
    QVERIFY(!hub::isTokenLocked(endpoint, ownEnvironment));
    QCOMPARE(QProcess::execute("dbus-send", {"--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                                             "org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login"}),
             0);
    QVERIFY(hub::isTokenLocked(endpoint, ownEnvironment));
    QVERIFY(!hub::isTokenLocked("http://127.0.0.1:10", ownEnvironment));
    QCOMPARE(hub::tokenInKeychain(endpoint, ownEnvironment), std::string());
}

// The exit code of this program in a session of its own.
static int runInSession(const QString& bus, const QByteArray& kind, QStringList words)
{
    const QTemporaryDir folder;
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        qputenv(name, folder.path().toUtf8());
    }
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    qputenv(mark, kind);
    words.prepend("--");
    QProcess session;
    session.setProcessChannelMode(QProcess::ForwardedChannels);
    session.start(bus, words);
    return session.waitForFinished(120'000) && session.exitStatus() == QProcess::NormalExit ? session.exitCode() : 1;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QString bus = QStandardPaths::findExecutable("dbus-run-session");
    const bool isPossible = !bus.isEmpty() && !QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty();
    if (isPossible && !qEnvironmentVariableIsSet(mark)) {
        QStringList words = QCoreApplication::arguments();
        words.front() = QCoreApplication::applicationFilePath();
        return runInSession(bus, "locked", words) + runInSession(bus, "unlocked", words);
    }
    KeychainTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "keychain_test.moc"
