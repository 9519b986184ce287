#include "tests/ui/fake_pipeline.h"

#include "ui/desktop/desktop.h"
#include "ui/single_instance.h"

#include <QApplication>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QMainWindow>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using wb::ui::JobQueue;
using wb::ui::Session;
using wb::ui::SingleInstance;

constexpr const char* mark = "WB_DESKTOP_TEST_IN_SESSION";

// Stands in for the desktop's notifications.
class FakeNotifications : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call {
        uint replaces;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Call> calls;
    bool isSilent = false;  // never answers

public Q_SLOTS:
    QStringList GetCapabilities() { return {u"actions"_s, u"body-markup"_s}; }
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& text, const QStringList& actions,
                const QVariantMap&, int)
    {
        calls.append({replaces, title, text, actions});
        setDelayedReply(isSilent);
        return replaces != 0 ? replaces : static_cast<uint>(calls.size()) + 100;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

// Stands in for logind: a lock is the writing end of a pipe, whose other end sees it closed.
class FakeLogin : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList words;
    int readEnd = -1;
    bool refuses = false;

    bool isReleased() const
    {
        pollfd look{readEnd, POLLIN, 0};
        return poll(&look, 1, 0) == 1 && (look.revents & POLLHUP) != 0;
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode)
    {
        words = {what, who, why, mode};
        if (refuses) {
            sendErrorReply(QDBusError::AccessDenied);
            return {};
        }
        int ends[2];
        if (pipe(ends) != 0) {
            return {};
        }
        readEnd = ends[0];
        QDBusUnixFileDescriptor lock(ends[1]);
        close(ends[1]);
        return lock;
    }
};

// Stands in for the desktop's portal; a request that was granted is an object of its own.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    static constexpr const char* request = "/org/freedesktop/portal/desktop/request/1/t";
    QList<uint> flags;
    QVariantMap options;

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString&, uint wanted, const QVariantMap& given)
    {
        flags.append(wanted);
        options = given;
        return QDBusObjectPath(QString::fromLatin1(request));
    }
};

class FakeRequest : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

public:
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

class Taskbars : public QObject {
    Q_OBJECT

public:
    QList<double> shares;  // -1: none

public Q_SLOTS:
    void update(const QString& application, const QVariantMap& state)
    {
        if (application.startsWith(u"application://"_s)) {
            shares.append(state[u"progress-visible"_s].toBool() ? state[u"progress"_s].toDouble() : -1);
        }
    }
};

// What the desktop does for the program, against services that stand in, on a bus of the test's own; and one window a user.
class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endsAreToldWhileTheWindowIsNotActive();
    void aLaterNoticeReplacesTheEarlierAndItsButtonsAct();
    void theSettingSilencesEnds();
    void aSilentServiceHoldsNothingUp();
    void progressAndSleepFollowTheWork();
    void thePortalKeepsTheMachineAwake_data();
    void thePortalKeepsTheMachineAwake();
    void keptInTheTrayItIsPausedFromANotice();
    void withoutABusNothingHappens();
    void aSecondProgramHandsItsWordsOver();
    void withoutAPlaceItWorksAlone();
    void whatACrashLeavesIsTakenAway();
    void hostilePeersDoNoHarm();

private:
    static QStringList names() { return {u"org.freedesktop.Notifications"_s, u"org.freedesktop.login1"_s, u"org.freedesktop.portal.Desktop"_s}; }
    void addFile(const QString& name) { m_queue->add({wb::ui::entryOf(u"/data/"_s + name)}); }

    QDBusConnection m_service{QString()};
    std::unique_ptr<FakeNotifications> m_notifications;
    std::unique_ptr<FakeLogin> m_login;
    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<FakeRequest> m_request;
    std::unique_ptr<Taskbars> m_taskbars;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<FakePipeline> m_pipeline;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<wb::ui::Desktop> m_desktop;
};

void DesktopTest::init()
{
    m_service = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"service"_s);
    if (!m_service.isConnected()) {
        QSKIP("dbus-run-session is not installed");
    }
    m_notifications = std::make_unique<FakeNotifications>();
    m_login = std::make_unique<FakeLogin>();
    m_portal = std::make_unique<FakePortal>();
    m_request = std::make_unique<FakeRequest>();
    m_taskbars = std::make_unique<Taskbars>();
    const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
    QVERIFY(m_service.registerObject(u"/org/freedesktop/Notifications"_s, m_notifications.get(), all));
    QVERIFY(m_service.registerObject(u"/org/freedesktop/login1"_s, m_login.get(), all));
    QVERIFY(m_service.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(), all));
    QVERIFY(m_service.registerObject(QString::fromLatin1(FakePortal::request), m_request.get(), all));
    for (const QString& name : names()) {
        QVERIFY(m_service.registerService(name));
    }
    QVERIFY(m_service.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, m_taskbars.get(), SLOT(update(QString, QVariantMap))));
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_pipeline = std::make_shared<FakePipeline>();
    m_session = std::make_unique<Session>(m_pipeline, std::make_shared<wb::Log>());
    m_queue = std::make_unique<JobQueue>(m_pipeline, m_session->log());
    m_window = std::make_unique<QMainWindow>();  // never shown: not active
    m_desktop = std::make_unique<wb::ui::Desktop>(*m_window, *m_session, *m_queue, *m_settings, [] { return true; });
    const QDBusConnection client = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"client"_s);
    if (qstrcmp(QTest::currentTestFunction(), "withoutABusNothingHappens") != 0) {
        m_desktop->setSessionBus(client);
        if (qstrcmp(QTest::currentDataTag(), "logind is not there") != 0) {
            m_desktop->setSystemBus(client);
        }
    }
}

void DesktopTest::cleanup()
{
    m_desktop.reset();
    m_window.reset();
    m_queue.reset();
    m_session.reset();
    // Given back here and waited for: the bus learns of a closed connection only later, and the next test takes the same names.
    for (const QString& name : names()) {
        m_service.unregisterService(name);
    }
    m_service = QDBusConnection(QString());
    for (const char* name : {"client", "service"}) {
        QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
    }
}

void DesktopTest::endsAreToldWhileTheWindowIsNotActive()
{
    m_session->open(u"/data/<b>tiny.torch"_s);
    QTRY_COMPARE(m_session->state(), Session::State::Planned);
    m_session->convert();
    QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    m_pipeline->release();
    QTRY_COMPARE(m_notifications->calls.size(), 1);
    QCOMPARE(m_notifications->calls[0].title, u"<b>tiny.torch is finished"_s);  // a title is no markup
    QVERIFY(m_notifications->calls[0].actions.contains(u"folder"_s));
    QVERIFY(!m_notifications->calls[0].actions.contains(u"retry"_s));
    // What was stopped by the user is no news; a file that is short of room needs a decision.
    m_session->open(u"/data/tiny.torch"_s);
    QTRY_COMPARE(m_session->state(), Session::State::Planned);
    m_session->convert();
    QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    m_session->pause();
    QTRY_COMPARE(m_session->state(), Session::State::Paused);
    m_pipeline->runError = wb::Error(wb::ErrorCode::NotEnoughSpace).with("path", "/data/<i>x");
    m_session->convert();
    QTRY_COMPARE(m_notifications->calls.size(), 2);
    QVERIFY(m_notifications->calls[1].title.endsWith(u"needs a decision"_s));
    QVERIFY2(!m_notifications->calls[1].text.contains(u'<'), qPrintable(m_notifications->calls[1].text));
    QVERIFY(m_notifications->calls[1].actions.contains(u"retry"_s));
}

void DesktopTest::aLaterNoticeReplacesTheEarlierAndItsButtonsAct()
{
    m_pipeline->runError = wb::Error(wb::ErrorCode::WriteFailed).file("/data/a");
    addFile(u"a.pth"_s);
    QTRY_COMPARE(m_notifications->calls.size(), 1);
    QVERIFY(m_notifications->calls[0].title.startsWith(u"a.pth"_s));
    QCOMPARE(m_notifications->calls[0].replaces, 0U);
    m_pipeline->runError.reset();
    QSignalSpy ended(m_queue.get(), &JobQueue::ended);
    Q_EMIT m_notifications->ActionInvoked(999, u"retry"_s);  // of another program
    Q_EMIT m_notifications->ActionInvoked(101, u"retry"_s);
    QTRY_VERIFY(m_queue->isRunning() && m_queue->sample().progress.bytesDone > 0);
    QVERIFY(m_window->isVisible());
    m_window->hide();
    m_pipeline->release();
    QTRY_COMPARE(m_notifications->calls.size(), 2);
    QCOMPARE(m_notifications->calls[1].replaces, 101U);
    QCOMPARE(ended.size(), 1);
    QSignalSpy folder(m_desktop.get(), &wb::ui::Desktop::folderRequested);
    Q_EMIT m_notifications->ActionInvoked(101, u"folder"_s);
    QTRY_COMPARE(folder.size(), 1);
    QCOMPARE(folder[0][0].toString(), u"/data/a-hf"_s);
    // Of several short ones the last alone is told.
    m_pipeline->runError = wb::Error(wb::ErrorCode::WriteFailed).file("/data/a");
    m_queue->add({wb::ui::entryOf(u"/data/b.pth"_s), wb::ui::entryOf(u"/data/c.pth"_s)});
    QTRY_COMPARE(m_notifications->calls.size(), 3);
    QVERIFY(m_notifications->calls[2].title.startsWith(u"c.pth"_s));
}

void DesktopTest::theSettingSilencesEnds()
{
    m_pipeline->runError = wb::Error(wb::ErrorCode::WriteFailed).file("/data/a");
    m_settings->setValue(u"interface/notifications"_s, u"false"_s);
    addFile(u"a.pth"_s);
    QTRY_COMPARE(m_queue->entries()[0].state, wb::ui::QueueEntry::State::Failed);
    m_settings->setValue(u"interface/notifications"_s, u"true"_s);
    addFile(u"b.pth"_s);
    QTRY_COMPARE(m_notifications->calls.size(), 1);
    QVERIFY(m_notifications->calls[0].title.startsWith(u"b.pth"_s));
}

void DesktopTest::aSilentServiceHoldsNothingUp()
{
    m_notifications->isSilent = true;
    m_pipeline->runError = wb::Error(wb::ErrorCode::WriteFailed).file("/data/a");
    addFile(u"a.pth"_s);
    QTRY_COMPARE(m_notifications->calls.size(), 1);
    QElapsedTimer clock;
    clock.start();
    m_queue->resume(1);
    QTRY_COMPARE(m_queue->entries()[0].state, wb::ui::QueueEntry::State::Failed);
    QVERIFY(clock.elapsed() < 2000);
    QCOMPARE(m_notifications->calls.size(), 1);  // the next waits for the number of the first
}

void DesktopTest::progressAndSleepFollowTheWork()
{
    addFile(u"a.pth"_s);
    QTRY_VERIFY(m_login->readEnd >= 0);
    QCOMPARE(m_login->words.value(0), u"sleep:idle"_s);
    QCOMPARE(m_login->words.value(3), u"block"_s);
    QTRY_VERIFY(m_taskbars->shares.contains(0.5));
    QVERIFY(!m_login->isReleased());
    m_pipeline->release();
    QTRY_VERIFY(m_login->isReleased());
    QTRY_COMPARE(m_taskbars->shares.constLast(), -1.0);
    close(m_login->readEnd);
    QVERIFY(m_portal->flags.isEmpty());
}

void DesktopTest::thePortalKeepsTheMachineAwake_data()
{
    QTest::addColumn<bool>("refuses");
    QTest::newRow("logind refuses") << true;
    QTest::newRow("logind is not there") << false;
}

void DesktopTest::thePortalKeepsTheMachineAwake()
{
    QFETCH(bool, refuses);
    m_login->refuses = refuses;
    addFile(u"a.pth"_s);
    QTRY_COMPARE(m_portal->flags, QList<uint>{12});
    QVERIFY(!m_portal->options[u"reason"_s].toString().isEmpty());
    QSignalSpy sampled(m_queue.get(), &JobQueue::sampled);
    QTRY_VERIFY(sampled.size() >= 3);  // at each it is asked to hold on
    QCOMPARE(m_portal->flags.size(), 1);
    QCOMPARE(m_request->closed, 0);
    QCOMPARE(m_login->words.isEmpty(), !refuses);
    m_pipeline->release();
    QTRY_COMPARE(m_request->closed, 1);
}

void DesktopTest::keptInTheTrayItIsPausedFromANotice()
{
    m_window->show();
    addFile(u"a.pth"_s);
    QTRY_VERIFY(m_queue->sample().progress.bytesDone > 0);
    m_desktop->tray().keep();
    QVERIFY(!m_window->isVisible());
    QTRY_COMPARE(m_notifications->calls.size(), 1);
    QCOMPARE(m_notifications->calls[0].title, u"Work goes on"_s);
    QVERIFY(m_notifications->calls[0].actions.contains(u"pause"_s));
    Q_EMIT m_notifications->ActionInvoked(101, u"pause"_s);
    QTRY_COMPARE(m_queue->entries()[0].state, wb::ui::QueueEntry::State::Paused);
    QTRY_COMPARE(m_notifications->calls.size(), 2);
    QCOMPARE(m_notifications->calls[1].replaces, 101U);
    QCOMPARE(m_notifications->calls[1].title, u"Work is paused"_s);
    Q_EMIT m_notifications->ActionInvoked(101, u"resume"_s);
    QTRY_VERIFY(m_queue->isRunning());
    QVERIFY(!m_window->isVisible());
    Q_EMIT m_notifications->ActionInvoked(101, u"show"_s);
    QTRY_VERIFY(m_window->isVisible());
}

void DesktopTest::withoutABusNothingHappens()
{
    addFile(u"a.pth"_s);
    QTRY_VERIFY(m_queue->sample().progress.bytesDone > 0);
    m_pipeline->release();
    QTRY_COMPARE(m_queue->entries()[0].state, wb::ui::QueueEntry::State::Done);
    QVERIFY(m_notifications->calls.isEmpty() && m_taskbars->shares.isEmpty() && m_login->readEnd < 0);
}

void DesktopTest::aSecondProgramHandsItsWordsOver()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    SingleInstance first({});
    QVERIFY(!first.handOver({}));
    QVERIFY(first.socket().startsWith(runtime.path()));
    QCOMPARE(QFileInfo(first.socket()).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFileDevice::Permissions());
    SingleInstance elsewhere(runtime.filePath(u"profile"_s));
    QVERIFY(!elsewhere.handOver({}));
    QVERIFY(elsewhere.socket() != first.socket());
    QSignalSpy asked(&first, &SingleInstance::asked);
    const QStringList words{u"/data/a b%.pth"_s, u"https://example.org/x?y#z"_s, u"/data/two\nlines ü"_s};
    // From another thread, as it blocks.
    bool isTaken = false;
    std::unique_ptr<QThread> other(QThread::create([&] { isTaken = SingleInstance({}).handOver(words); }));
    other->start();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(other->wait(5000));
    QVERIFY(isTaken);
    QCOMPARE(asked[0][0].toStringList(), words);
    other.reset(QThread::create([&] { isTaken = SingleInstance({}).handOver({}); }));
    other->start();
    QTRY_COMPARE(asked.size(), 2);
    QVERIFY(other->wait(5000));
    QCOMPARE(asked[1][0].toStringList(), QStringList());
}

void DesktopTest::withoutAPlaceItWorksAlone()
{
    const QTemporaryDir folder;
    for (const QByteArray& place : {folder.filePath(u"missing"_s).toUtf8(), QByteArray(2000, 'x'), QByteArray()}) {
        qputenv("XDG_RUNTIME_DIR", place);
        qputenv("TMPDIR", folder.filePath(u"missing too"_s).toUtf8());
        SingleInstance instance({});
        QVERIFY(!instance.handOver({u"/data/a.pth"_s}));
    }
    qunsetenv("TMPDIR");
    // A folder of the temporary one that somebody else may write to is none.
    const QTemporaryDir open;
    QFile::setPermissions(open.path(), QFile::permissions(open.path()) | QFile::WriteGroup | QFile::WriteOther);
    qputenv("XDG_RUNTIME_DIR", open.path().toUtf8());
    SingleInstance instance({});
    QVERIFY(!instance.socket().startsWith(open.path()));
}

void DesktopTest::whatACrashLeavesIsTakenAway()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    const QString socket = SingleInstance({}).socket();
    QFile stale(socket);
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    QFile lock(socket + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nweightbridge\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    lock.close();
    SingleInstance first({});
    QVERIFY(!first.handOver({}));
    QLocalSocket peer;
    peer.connectToServer(socket);
    QVERIFY(peer.waitForConnected(1000));
}

void DesktopTest::hostilePeersDoNoHarm()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    SingleInstance first({});
    QVERIFY(!first.handOver({}));
    QSignalSpy asked(&first, &SingleInstance::asked);
    QList<QLocalSocket*> peers;
    for (const QByteArray& bytes : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("weightbridge 1\n" + QByteArray(10 << 20, 'a')),
                                    QByteArray("weightbr"), QByteArray("\0\xff\n\n", 4)}) {
        auto* peer = new QLocalSocket(this);
        peers.append(peer);
        peer->connectToServer(first.socket());
        QTRY_COMPARE(peer->state(), QLocalSocket::ConnectedState);
        peer->write(bytes);
    }
    // All are sent away, the silent one after a while.
    for (QLocalSocket* peer : peers) {
        QTRY_COMPARE_WITH_TIMEOUT(peer->state(), QLocalSocket::UnconnectedState, 10'000);
    }
    QVERIFY(asked.isEmpty());
    qDeleteAll(peers);
    bool isTaken = false;
    std::unique_ptr<QThread> other(QThread::create([&] { isTaken = SingleInstance({}).handOver({u"/data/a.pth"_s}); }));
    other->start();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(other->wait(5000) && isTaken);
}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"weightbridge"_s);
    QApplication::setDesktopFileName(u"weightbridge"_s);
    const QString bus = QStandardPaths::findExecutable(u"dbus-run-session"_s);
    if (!bus.isEmpty() && !qEnvironmentVariableIsSet(mark)) {
        qputenv(mark, "1");
        QStringList words = QCoreApplication::arguments();
        words.front() = QCoreApplication::applicationFilePath();
        words.prepend(u"--"_s);
        QProcess session;
        session.setProcessChannelMode(QProcess::ForwardedChannels);
        session.start(bus, words);
        return session.waitForFinished(120'000) && session.exitStatus() == QProcess::NormalExit ? session.exitCode() : 1;
    }
    DesktopTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "desktop_test.moc"
