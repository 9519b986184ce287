#include "tests/e2e/cli_run.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <signal.h>

#include <memory>

// What the window says where something that it needs is not there, and that it starts all the same where it can.
class WindowStartTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void versionAndHelpNeedNoDisplay_data();
    void versionAndHelpNeedNoDisplay();
    void withoutADisplayItSaysSoAndEnds();
    void aMissingPlatformPluginIsNamedWithWhatToInstall();
    void withoutFontsItSaysSoAndEnds();
    void damagedSettingsAreKeptAsideAndSaid_data();
    void damagedSettingsAreKeptAsideAndSaid();
    void settingsOfANewerVersionStayAsTheyAre();
    void settingsOfThisVersionAreKept();
    void aProfileThatCannotBeWrittenStopsNothing();
    void aFaultLeavesAReportThatTheNextStartTellsOf();
    void aFileIsTakenAsTheAddressThatDesktopsGive();
    void aLanguageThatItDoesNotSpeakIsRefusedWithThoseItDoes();
    void aPictureWantsOneSource_data();
    void aPictureWantsOneSource();
    void withoutHomeRuntimeFolderAndKeyringItStarts();
    void diagnosisNeedsNoDisplayAndTellsNoSecret();
    void aSecondStartHandsItsFileOverAndEnds();
    void whatWasOpenIsOpenedAgainUnlessItIsAskedNotTo();

private:
    using Variables = QList<std::pair<QString, QString>>;

    static void prepare(QProcess& process, const Variables& variables);
    static CliRun start(const QStringList& words, const Variables& variables);
    CliRun takePicture(const Variables& variables = {}) const;
    QString at(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const;
    bool hasPicture() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static QString program()
{
    return QFileInfo(QStringLiteral(WB_CLI)).path() + QStringLiteral("/weightbridge");
}

void WindowStartTest::initTestCase()
{
    if (!QFileInfo::exists(program())) {
        QSKIP("built without the window");
    }
}

void WindowStartTest::prepare(QProcess& process, const Variables& variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QString::fromLatin1(name));
    }
    for (const auto& [name, value] : variables) {
        environment.insert(name, value);
    }
    process.setProcessEnvironment(environment);
}

CliRun WindowStartTest::start(const QStringList& words, const Variables& variables)
{
    QProcess process;
    prepare(process, variables);
    process.start(program(), words);
    return finished(process, 60'000);
}

CliRun WindowStartTest::takePicture(const Variables& variables) const
{
    return start({"--profile", m_folder->filePath("profile"), "--screenshot", at("window.png")},
                 Variables{{"QT_QPA_PLATFORM", "offscreen"}} + variables);
}

void WindowStartTest::write(const char* name, const QByteArray& bytes) const
{
    QVERIFY(QDir().mkpath(m_folder->filePath("profile")));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

bool WindowStartTest::hasPicture() const
{
    QFile file(at("window.png"));
    return file.open(QIODevice::ReadOnly) && file.read(8) == "\x89PNG\r\n\x1a\n" && file.size() > 10'000;
}

void WindowStartTest::versionAndHelpNeedNoDisplay_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("version") << "--version" << QByteArray("\nwith Qt/");
    QTest::newRow("help") << "--help" << QByteArray("--screenshot <FILE.png>");
}

void WindowStartTest::versionAndHelpNeedNoDisplay()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, text);
    const CliRun run = start({word}, {});
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.out.contains(text), run.out);
    QCOMPARE(run.err, QByteArray());
}

void WindowStartTest::withoutADisplayItSaysSoAndEnds()
{
    const CliRun run = start({}, {});
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("There is no display") && run.err.contains("weightbridge-cli --help"), run.err);
}

void WindowStartTest::aMissingPlatformPluginIsNamedWithWhatToInstall()
{
    const CliRun run = start({}, {{"QT_QPA_PLATFORM", "nosuch"}, {"DISPLAY", ":77"}});
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("apt install qt6-qpa-plugins") && run.err.contains("weightbridge-cli --help"), run.err);
}

void WindowStartTest::withoutFontsItSaysSoAndEnds()
{
    write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><cachedir>" + at("cache").toUtf8() + "</cachedir></fontconfig>");
    const CliRun run = takePicture({{"FONTCONFIG_FILE", at("fonts.conf")}});
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("apt install fonts-dejavu-core") && run.err.contains("weightbridge-cli --help"), run.err);
    QVERIFY(!QFile::exists(at("window.png")));
}

void WindowStartTest::damagedSettingsAreKeptAsideAndSaid_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("another file") << QByteArray("\x7f\x45LF no settings");
    QTest::newRow("cut off") << QByteArray("[General]\nformat=1\n\n[window");
    QTest::newRow("zeros, as after a power cut") << QByteArray(300, '\0');
}

void WindowStartTest::damagedSettingsAreKeptAsideAndSaid()
{
    QFETCH(QByteArray, damaged);
    write("profile/settings.ini", damaged);
    const CliRun run = takePicture();
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.err.contains("cannot be read") && run.err.contains("settings.ini.broken"), run.err);
    QVERIFY(hasPicture());
    QFile aside(at("profile/settings.ini.broken"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
    QVERIFY(!takePicture().err.contains("weightbridge:"));
}

void WindowStartTest::settingsOfANewerVersionStayAsTheyAre()
{
    const QByteArray newer = "[General]\nformat=2\n\n[window]\nlayout=unknown\n";
    write("profile/settings.ini", newer);
    const CliRun run = takePicture();
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.err.contains("newer version"), run.err);
    QVERIFY(hasPicture());
    QFile file(at("profile/settings.ini"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
    QVERIFY(QFile::exists(at("profile/settings-1.ini")));
}

void WindowStartTest::settingsOfThisVersionAreKept()
{
    write("profile/settings.ini", "[files]\nlastFolder=/data/checkpoints\n");
    const CliRun run = takePicture();
    QCOMPARE(run.exit, 0);
    QVERIFY2(!run.err.contains("weightbridge:"), run.err);
    const QSettings settings(at("profile/settings.ini"), QSettings::IniFormat);
    QCOMPARE(settings.value("files/lastFolder").toString(), QStringLiteral("/data/checkpoints"));
    QCOMPARE(settings.value("format").toInt(), 1);
}

void WindowStartTest::aProfileThatCannotBeWrittenStopsNothing()
{
    write("profile-is-a-file", "");
    const CliRun run = start({"--profile", at("profile-is-a-file"), "--screenshot", at("window.png")}, {{"QT_QPA_PLATFORM", "offscreen"}});
    QCOMPARE(run.exit, 0);
    QVERIFY(hasPicture());
}

void WindowStartTest::aFaultLeavesAReportThatTheNextStartTellsOf()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    process.setProcessEnvironment(environment);
    process.start(program(), {"--profile", at("profile")});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(at("profile/settings.ini")) && QFileInfo::exists(at("profile/weightbridge.log")), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGSEGV), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);

    QFile report(at("profile/crash.txt"));
    QVERIFY(report.open(QFile::ReadOnly));
    const QByteArray text = report.readAll();
    QVERIFY2(text.startsWith("weightbridge ") && text.contains("ended by SIGSEGV\n") && text.count("[0x") > 3, text.constData());
    QCOMPARE(report.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    QCOMPARE(takePicture().exit, 0);
    QVERIFY(hasPicture());
    const QStringList kept = QDir(at("profile")).entryList({"crash*.txt"});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(QRegularExpression("^crash-\\d{8}-\\d{6}\\.txt$").match(kept[0]).hasMatch(), qPrintable(kept[0]));
}

void WindowStartTest::aFileIsTakenAsTheAddressThatDesktopsGive()
{
    QCOMPARE(runCli({"make-demo", at("a file.torch"), "--variant", "regnet-x-002", "--scale", "1/8"}).exit, 0);
    const Variables offscreen{{"QT_QPA_PLATFORM", "offscreen"}};
    const QString address = QString::fromLatin1(QUrl::fromLocalFile(at("a file.torch")).toEncoded());
    const CliRun run = start({"--profile", at("profile"), "--screenshot", at("window.png"), address}, offscreen);
    QVERIFY2(run.exit == 0, run.err);
    const QSettings settings(at("profile/settings.ini"), QSettings::IniFormat);
    QCOMPARE(settings.value("files/lastFolder").toString(), m_folder->path());
}

void WindowStartTest::aLanguageThatItDoesNotSpeakIsRefusedWithThoseItDoes()
{
    const CliRun run = start({"--profile", at("profile"), "--lang", "tlh"}, {{"QT_QPA_PLATFORM", "offscreen"}});
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.err.contains("system, en"), run.err);
}

void WindowStartTest::aPictureWantsOneSource_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("two files") << QStringList{"a.torch", "b.torch"};
    QTest::newRow("a list of sums") << QStringList{"a.torch.sha256"};
    QTest::newRow("two maps") << QStringList{"a.keymap.json", "b.keymap.json"};
}

void WindowStartTest::aPictureWantsOneSource()
{
    QFETCH(QStringList, names);
    const CliRun run = start(QStringList{"--profile", at("profile"), "--screenshot", at("window.png")} + names, {{"QT_QPA_PLATFORM", "offscreen"}});
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.err.contains("wants one FILE"), run.err);
    QVERIFY(!hasPicture());
}

void WindowStartTest::withoutHomeRuntimeFolderAndKeyringItStarts()
{
    // Nobody can write below /proc, not even root.
    const CliRun run = start({"--screenshot", at("window.png")}, {{"QT_QPA_PLATFORM", "offscreen"},
                                                                  {"HOME", "/proc/home"},
                                                                  {"XDG_RUNTIME_DIR", ""},
                                                                  {"XDG_CONFIG_HOME", ""},
                                                                  {"XDG_DATA_HOME", ""},
                                                                  {"DBUS_SESSION_BUS_ADDRESS", ""},
                                                                  {"LC_ALL", "tr_TR.UTF-8"}});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(hasPicture());
}

void WindowStartTest::diagnosisNeedsNoDisplayAndTellsNoSecret()
{
    const CliRun run = start({"--diagnose"}, {{"HF_TOKEN", "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"},
                                              {"https_proxy", "http://user:passw0rd@proxy.example.org:3128"},
                                              {"DBUS_SESSION_BUS_ADDRESS", ""},
                                              {"XDG_RUNTIME_DIR", ""}});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY2(run.out.contains("weightbridge ") && run.out.contains("display: none") && run.out.contains("Qt: 6.") && run.out.contains("screen: "),
             run.out);
    const QByteArray all = run.out + run.err;
    QVERIFY2(!all.contains("SECRET") && !all.contains("passw0rd"), all);
}

void WindowStartTest::aSecondStartHandsItsFileOverAndEnds()
{
    QCOMPARE(runCli({"make-demo", at("a file.torch"), "--variant", "regnet-x-002", "--scale", "1/8"}).exit, 0);
    const Variables variables{{"QT_QPA_PLATFORM", "offscreen"}, {"XDG_RUNTIME_DIR", m_folder->path()}};
    QProcess first;
    prepare(first, variables);
    first.start(program(), {"--profile", at("profile")});
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(m_folder->path()).entryList({"weightbridge-*"}, QDir::System).isEmpty(), 30'000);
    const CliRun second = start({"--profile", at("profile"), at("a file.torch")}, variables);
    QVERIFY2(second.exit == 0, second.err);
    const auto lastFolder = [this] { return QSettings(at("profile/settings.ini"), QSettings::IniFormat).value("files/lastFolder").toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(lastFolder(), m_folder->path(), 10'000);
    // With another profile, or for a picture, a program of its own starts.
    const QStringList picture{"--screenshot", at("window.png"), "--profile", at("profile"), at("a file.torch")};
    const CliRun pictured = start(picture, variables);
    QVERIFY2(pictured.exit == 0, pictured.err);
    QVERIFY(hasPicture());
    first.terminate();
    QVERIFY(first.waitForFinished(10'000));
    QCOMPARE(first.exitCode(), 0);
}

void WindowStartTest::whatWasOpenIsOpenedAgainUnlessItIsAskedNotTo()
{
    QCOMPARE(runCli({"make-demo", at("a.torch"), "--variant", "regnet-x-002", "--scale", "1/8"}).exit, 0);
    const Variables variables{{"QT_QPA_PLATFORM", "offscreen"}, {"XDG_RUNTIME_DIR", m_folder->path()}};
    const auto isOpen = [&](const QStringList& words) {
        QProcess run;
        prepare(run, variables);
        run.start(program(), QStringList{"--profile", at("profile")} + words);
        const auto hasSocket = [this] { return !QDir(m_folder->path()).entryList({"weightbridge-*"}, QDir::System).isEmpty(); };
        if (!QTest::qWaitFor(hasSocket, 30'000)) {
            return QStringLiteral("it has not started");
        }
        run.terminate();
        run.waitForFinished(10'000);
        return QSettings(at("profile/settings.ini"), QSettings::IniFormat).value("session/source").toString();
    };
    QCOMPARE(isOpen({at("a.torch")}), at("a.torch"));
    QCOMPARE(isOpen({}), at("a.torch"));
    QCOMPARE(isOpen({"--new"}), QString());
    QCOMPARE(isOpen({}), QString());
}

QTEST_GUILESS_MAIN(WindowStartTest)
#include "window_start_test.moc"
