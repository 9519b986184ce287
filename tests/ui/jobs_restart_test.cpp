#include "ui/core_pipeline.h"
#include "ui/main_window.h"
#include "ui/queue/job_queue.h"
#include "ui/termination_signals.h"

#include "core/job/demo_checkpoint.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>

using namespace Qt::StringLiterals;
using wb::ui::MainWindow;
using wb::ui::QueueEntry;
using wb::ui::Session;
using JobState = QueueEntry::State;

constexpr const char* mark = "WB_JOBS_RESTART_TEST_FOLDER";

// The program with its queue, as main() makes it.
struct Program {
    explicit Program(const QString& folder)
        : settings(folder + u"/settings.ini"_s, QSettings::IniFormat), session(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>()),
          window(session, settings)
    {
        window.show();
    }

    QSettings settings;
    Session session;
    MainWindow window;
};

static QueueEntry entryFor(const QString& folder, const QString& name)
{
    return wb::ui::entryOf(folder + u'/' + name + u".torch"_s);
}

// A program of its own converts two files, until it is ended from outside.
static int runChild(QApplication& application, const QString& folder)
{
    Program program(folder);
    const wb::ui::TerminationSignals termination;
    QObject::connect(&termination, &wb::ui::TerminationSignals::received, &program.window, &MainWindow::quitNow);
    program.window.queue().add({entryFor(folder, u"a"_s), entryFor(folder, u"b"_s)});
    return application.exec();
}

// What becomes of the queue when its program is killed or ended while it works, on the real stages.
class JobsRestartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void workThatWasEndedGoesOnToTheSameBytes_data();
    void workThatWasEndedGoesOnToTheSameBytes();
    void anotherProgramOnTheSameFolderIsSaid();

private:
    void startChild();
    // The child is in the middle of the first file.
    bool isConverting() const { return QFile::exists(m_folder->filePath(u"a-hf/.weightbridge"_s)); }
    std::map<QString, QByteArray> filesOf(const QString& folder) const;

    QTemporaryDir m_sources;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_child;
};

void JobsRestartTest::initTestCase()
{
    wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    wb::job::DemoOptions demo;
    demo.path = m_sources.filePath(u"a.torch"_s).toStdString();
    demo.variant = "regnet-y-032";
    demo.scale = 1;  // 78 MB
    wb::job::makeDemo(demo, job);
    wb::plan::Options options;
    options.outputFolder = m_sources.filePath(u"a-hf"_s).toStdString();
    wb::job::run(wb::job::makePlan(wb::job::inspect(demo.path, {}, job), options, job), {}, true, job);
}

void JobsRestartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString& name : {u"a.torch"_s, u"b.torch"_s}) {
        QVERIFY(QFile::link(m_sources.filePath(u"a.torch"_s), m_folder->filePath(name)));
    }
}

void JobsRestartTest::startChild()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(mark), m_folder->path());
    m_child.setProcessEnvironment(environment);
    m_child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_child.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(m_child.waitForStarted());
}

std::map<QString, QByteArray> JobsRestartTest::filesOf(const QString& folder) const
{
    std::map<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly)) {
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
        }
    }
    return files;
}

void JobsRestartTest::workThatWasEndedGoesOnToTheSameBytes_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("ended by a signal") << SIGTERM;
}

void JobsRestartTest::workThatWasEndedGoesOnToTheSameBytes()
{
    QFETCH(int, signal);
    startChild();
    QTRY_VERIFY_WITH_TIMEOUT(isConverting(), 60'000);
    QElapsedTimer clock;
    clock.start();
    kill(static_cast<pid_t>(m_child.processId()), signal);
    QTRY_COMPARE_WITH_TIMEOUT(m_child.state(), QProcess::NotRunning, 10'000);
    if (signal == SIGTERM) {
        QCOMPARE(m_child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_child.exitCode(), 0);
        qInfo("ended in %lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 4000);  // a second, on a machine that does other things too
    }
    Program program(m_folder->path());
    wb::ui::JobQueue& queue = program.window.queue();
    QCOMPARE(queue.entries().size(), size_t{2});
    QCOMPARE(queue.entries()[0].state, JobState::Paused);
    QCOMPARE(queue.entries()[1].state, JobState::Paused);
    QVERIFY(!queue.isRunning());
    queue.resumeAll();
    QTRY_COMPARE_WITH_TIMEOUT(queue.entries()[1].state, JobState::Done, 120'000);
    QCOMPARE(queue.entries()[0].state, JobState::Done);
    const auto expected = filesOf(m_sources.filePath(u"a-hf"_s));
    QVERIFY(expected.size() >= 4);
    QVERIFY(filesOf(m_folder->filePath(u"a-hf"_s)) == expected);
}

void JobsRestartTest::anotherProgramOnTheSameFolderIsSaid()
{
    startChild();
    QTRY_VERIFY_WITH_TIMEOUT(isConverting(), 60'000);
    kill(static_cast<pid_t>(m_child.processId()), SIGSTOP);  // it has the folder, and keeps it
    const QTemporaryDir other;
    {
        Program program(other.path());
        program.window.queue().add({entryFor(m_folder->path(), u"a"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(program.window.queue().entries()[0].state, JobState::Failed, 60'000);
        QCOMPARE(program.window.queue().entries()[0].error->code(), wb::ErrorCode::FolderBusy);
        // The queue of the first program is its own: a second one of the same settings begins with none, and leaves it alone.
        Program second(m_folder->path());
        QVERIFY(second.window.queue().entries().empty());
    }
    kill(static_cast<pid_t>(m_child.processId()), SIGCONT);
    kill(static_cast<pid_t>(m_child.processId()), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(m_child.state(), QProcess::NotRunning, 10'000);
    Program program(m_folder->path());
    QCOMPARE(program.window.queue().entries().size(), size_t{2});
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(mark)) {
        return runChild(application, qEnvironmentVariable(mark));
    }
    JobsRestartTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "jobs_restart_test.moc"
