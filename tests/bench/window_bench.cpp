// ./dev bench --ui: how soon the window is there, what it takes, and whether it stays alive while it converts.
// usage: wb_window_bench PROGRAM FOLDER [--full]
#include "tests/ui/demo_file.h"

#include "ui/core_pipeline.h"
#include "ui/main_window.h"
#include "ui/resident_memory.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMetaEnum>
#include <QProcess>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;
using wb::ui::MainWindow;
using wb::ui::Session;

namespace {

constexpr int starts = 10;
constexpr double mostStartMilliseconds = 400;
constexpr double mostGapMilliseconds = 50;
constexpr double mostMebibytes = 150;
bool allMet = true;

void row(const char* what, double value, const char* unit, double most)
{
    allMet = allMet && value <= most;
    std::printf("%-52s %8.1f %-4s (at most %.0f) %s\n", what, value, unit, most, value <= most ? "ok" : "MISSED");
}

// From before exec to the first paint, with settings and cache of its own that are empty.
double startMilliseconds(const QString& program)
{
    const QTemporaryDir profile;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WEIGHTBRIDGE_FIRST_PAINT"_s, u"1"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, profile.filePath(u"cache"_s));
    process.setProcessEnvironment(environment);
    const auto begin = std::chrono::steady_clock::now().time_since_epoch();
    process.start(program, {u"--profile"_s, profile.path()});
    process.waitForFinished();
    const qint64 painted = process.readAllStandardOutput().trimmed().toLongLong();
    return static_cast<double>(painted - begin / std::chrono::nanoseconds(1)) / 1e6;
}

double residentMebibytes()
{
    return static_cast<double>(wb::ui::residentBytes()) / (1 << 20);
}

QString makeCheckpoint(const QString& path, double scale, bool sparse)
{
    wb::job::DemoOptions options;
    options.path = path.toStdString();
    options.variant = "regnet-y-10b-seer";
    options.scale = scale;
    options.sparse = sparse;
    options.overwrite = true;
    return writeDemoFile(options);
}

bool reach(const Session& session, std::initializer_list<Session::State> states)
{
    return QTest::qWaitFor([&] { return std::find(states.begin(), states.end(), session.state()) != states.end(); }, 900'000);
}

void measureStart(const QString& program)
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        times.push_back(startMilliseconds(program));
    }
    std::sort(times.begin(), times.end());
    row("start to first paint, empty profile: least of 10", times.front(), "ms", mostStartMilliseconds);
    row("start to first paint, empty profile: median of 10", times[times.size() / 2], "ms", mostStartMilliseconds);
}

// That a virtual machine's host gave to others (proc(5), /proc/stat): while it does, every thread stands still.
double stolenMilliseconds()
{
    QFile file(u"/proc/stat"_s);
    const QList<QByteArray> words = file.open(QIODevice::ReadOnly) ? file.readLine().simplified().split(' ') : QList<QByteArray>();
    constexpr qsizetype steal = 8;
    return words.value(steal).toDouble() * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// A thread that only sleeps: its gaps are the machine's, not the window's.
class BareThread {
public:
    BareThread() : m_thread([this] { run(); }) {}
    double stop()
    {
        m_stops = true;
        m_thread.join();
        return static_cast<double>(m_longest.count()) / 1e6;
    }

private:
    void run()
    {
        auto last = std::chrono::steady_clock::now();
        while (!m_stops) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            const auto now = std::chrono::steady_clock::now();
            m_longest = std::max<std::chrono::nanoseconds>(m_longest, now - last);
            last = now;
        }
    }

    std::atomic<bool> m_stops = false;
    std::chrono::nanoseconds m_longest{};
    std::thread m_thread;
};

void measureConversion(Session& session, MainWindow& window, const QString& source)
{
    window.openFile(source);
    if (!reach(session, {Session::State::Planned, Session::State::Blocked, Session::State::Failed})) {
        return;
    }
    qint64 longest = 0;
    Session::State then = session.state();
    QElapsedTimer sinceBeat;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, &window, [&] {
        if (const qint64 gap = sinceBeat.nsecsElapsed(); gap > longest) {
            longest = gap;
            then = session.state();
        }
        sinceBeat.restart();
    });
    QElapsedTimer clock;
    clock.start();
    sinceBeat.start();
    heart.start(5);
    BareThread bare;
    const double stolenBefore = stolenMilliseconds();
    session.convert();
    const bool isDone =
        reach(session, {Session::State::Done, Session::State::Failed, Session::State::Blocked}) && session.state() == Session::State::Done;
    allMet = allMet && isDone;
    std::printf("%-52s %8.1f s\n", isDone ? "converted and verified" : "NOT converted", static_cast<double>(clock.elapsed()) / 1000);
    std::printf("%-52s %8s\n", "state of the session at the end of the longest gap",
                QMetaEnum::fromType<Session::State>().valueToKey(static_cast<int>(then)));
    std::printf("%-52s %8.1f ms\n", "longest gap of a thread that only sleeps", bare.stop());
    std::printf("%-52s %8.1f ms\n", "processor time that the host took away", stolenMilliseconds() - stolenBefore);
    row("longest gap of the event loop meanwhile", static_cast<double>(longest) / 1e6, "ms", mostGapMilliseconds);
    row("resident memory afterwards", residentMebibytes(), "MiB", mostMebibytes);
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() < 3) {
        std::fputs("usage: wb_window_bench PROGRAM FOLDER [--full]\n", stderr);
        return 2;
    }
    const QTemporaryDir folder(words[2] + u"/window-XXXXXX"_s);
    measureStart(words[1]);

    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Session session(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>());
    MainWindow window(session, settings);
    window.show();
    window.openFile(makeCheckpoint(folder.filePath(u"whole.torch"_s), 1.0, true));
    reach(session, {Session::State::Planned, Session::State::Blocked, Session::State::Failed});
    allMet &= QTest::qWaitFor([&] { return session.isWorkerIdle() && window.findChild<QTableView*>(u"keyTable"_s)->model()->rowCount() > 0; });
    row("resident memory with the map of the 10B model", residentMebibytes(), "MiB", mostMebibytes);

    const bool isFull = words.contains(u"--full"_s);
    std::printf("%s\n", isFull ? "4 GB checkpoint:" : "1 GB checkpoint (--full: 4 GB):");
    measureConversion(session, window, makeCheckpoint(folder.filePath(u"part.torch"_s), isFull ? 1.0 / 3 : 1.0 / 6, false));
    return allMet ? 0 : 1;
}
