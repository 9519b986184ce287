#include "core/io/child_process.h"

#include "core/base/error.h"
#include "tests/support/expect_error.h"
#include "tests/support/gate.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include <thread>

using namespace wb;

class ChildProcessTest : public QObject {
    Q_OBJECT

private:
    static io::ChildCommand shell(const std::string& script)
    {
        io::ChildCommand command;
        command.program = "/bin/sh";
        command.words = {"-c", script};
        command.outputLimit = 1000;
        return command;
    }
    static io::ChildEnd run(const std::string& script)
    {
        const CancelToken cancel;
        return io::runChild(shell(script), cancel);
    }

private slots:
    void givesOutputAndExitCode();
    void tellsTheSignal();
    void givesEachLineOfStderr();
    void longLinesAreCut();
    void outputOverTheLimitEndsTheChild();
    void childGetsNoTokenAndNoOpenFile();
    void childGetsAnEmptyStdin();
    void missingProgramIsAnError();
    void cancelEndsTheChildWithinASecond_data();
    void cancelEndsTheChildWithinASecond();
    void grandchildThatHoldsTheStreamsIsNotWaitedFor();
    void childThatClosesItsStreamsIsWaitedFor();
};

void ChildProcessTest::givesOutputAndExitCode()
{
    const io::ChildEnd end = run("printf 'a b\\nc'; exit 5");
    QCOMPARE(end.output, std::string("a b\nc"));
    QCOMPARE(end.exitCode, 5);
    QCOMPARE(end.signal, 0);
    QVERIFY(!end.outputOverLimit);
}

void ChildProcessTest::tellsTheSignal()
{
    const io::ChildEnd end = run("kill -SEGV $$");
    QCOMPARE(end.exitCode, -1);
    QCOMPARE(end.signal, SIGSEGV);
}

void ChildProcessTest::givesEachLineOfStderr()
{
    std::vector<std::string> lines;
    io::ChildCommand command = shell("echo one >&2; printf 'two\\n\\nthree' >&2; echo out");
    command.errorLine = [&](std::string_view line) { lines.emplace_back(line); };
    const CancelToken cancel;
    QCOMPARE(io::runChild(command, cancel).output, std::string("out\n"));
    QCOMPARE(lines, (std::vector<std::string>{"one", "two", "three"}));
}

void ChildProcessTest::longLinesAreCut()
{
    size_t longest = 0;
    size_t lines = 0;
    io::ChildCommand command = shell("head -c 200000 /dev/zero | tr '\\0' x >&2; echo >&2; echo next >&2");
    command.errorLine = [&](std::string_view line) {
        longest = std::max(longest, line.size());
        ++lines;
    };
    const CancelToken cancel;
    io::runChild(command, cancel);
    QCOMPARE(lines, size_t{2});
    QCOMPARE(longest, size_t{16} << 10);
}

void ChildProcessTest::outputOverTheLimitEndsTheChild()
{
    QElapsedTimer timer;
    timer.start();
    const io::ChildEnd end = run("while :; do echo 0123456789; done");
    QVERIFY(end.outputOverLimit);
    QCOMPARE(end.output.size(), size_t{1000});
    QVERIFY(timer.elapsed() < 20'000);
}

void ChildProcessTest::childGetsNoTokenAndNoOpenFile()
{
    qputenv("HF_TOKEN", "hf_secret");
    qputenv("HUGGING_FACE_HUB_TOKEN", "hf_secret");
    const int leaked = ::open("/dev/null", O_RDONLY);  // without O_CLOEXEC
    const io::ChildEnd end = run("env; ls /proc/$$/fd | tr '\\n' ' '");
    ::close(leaked);
    qunsetenv("HF_TOKEN");
    qunsetenv("HUGGING_FACE_HUB_TOKEN");
    QVERIFY2(end.output.find("hf_secret") == std::string::npos, end.output.c_str());
    QVERIFY2(end.output.find("WEIGHTBRIDGE_PARENT=" + std::to_string(::getpid())) != std::string::npos, end.output.c_str());
    QVERIFY2(end.output.find(" " + std::to_string(leaked) + " ") == std::string::npos, end.output.c_str());
}

void ChildProcessTest::childGetsAnEmptyStdin()
{
    QCOMPARE(run("cat; echo end").output, std::string("end\n"));
}

void ChildProcessTest::missingProgramIsAnError()
{
    io::ChildCommand command;
    command.program = "/no/such/program";
    const CancelToken cancel;
    const auto error = test::errorOf([&] { io::runChild(command, cancel); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::NotFound);
    QCOMPARE(error->fact("file"), std::string_view("/no/such/program"));
}

void ChildProcessTest::cancelEndsTheChildWithinASecond_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("willing") << "echo started >&2; %1";
    QTest::newRow("deaf to SIGTERM") << "trap '' TERM; echo started >&2; while :; do %1; done";
}

void ChildProcessTest::cancelEndsTheChildWithinASecond()
{
    QFETCH(QString, script);
    CancelToken cancel;
    QElapsedTimer timer;
    const test::Gate gate;
    io::ChildCommand command = shell(script.arg(gate.wait()).toStdString());
    command.errorLine = [&](std::string_view) {
        timer.start();
        cancel.cancel();
    };
    QVERIFY_EXCEPTION_THROWN(io::runChild(command, cancel), Cancelled);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void ChildProcessTest::grandchildThatHoldsTheStreamsIsNotWaitedFor()
{
    const test::Gate gate;
    QElapsedTimer timer;
    timer.start();
    const io::ChildEnd end = run("(" + gate.wait().toStdString() + ") & echo mine");
    QCOMPARE(end.output, std::string("mine\n"));
    QVERIFY(timer.elapsed() < 10'000);
    gate.open();
}

void ChildProcessTest::childThatClosesItsStreamsIsWaitedFor()
{
    const test::Gate gate;
    std::thread opener([&gate] { gate.open(); });  // the streams are closed then
    const io::ChildEnd end = run("exec >&- 2>&-; " + gate.wait().toStdString() + "; exit 9");
    opener.join();
    QCOMPARE(end.exitCode, 9);
}

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "child_process_test.moc"
