#include "tests/core/convert/sample_conversion.h"

#include "core/base/error.h"
#include "core/convert/journal.h"

#include <QtTest>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <functional>
#include <memory>
#include <random>

using namespace wb;
using test::SampleConversion;

namespace {

// Runs `work` in a child process; returns how it ended, as waitpid has it. The child leaves no trace of its own: no destructor, no handler.
int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

// A child that converts, and that the kernel ends after so many microseconds unless it is done.
int convertFor(SampleConversion& conversion, std::chrono::microseconds time)
{
    return inChild([&] {
        std::signal(SIGALRM, SIG_DFL);
        itimerval timer{};
        timer.it_value.tv_sec = time.count() / 1'000'000;
        timer.it_value.tv_usec = static_cast<suseconds_t>(std::max<int64_t>(time.count() % 1'000'000, 1));
        ::setitimer(ITIMER_REAL, &timer, nullptr);
        conversion.run();
        return 0;
    });
}

// Where a file system (tmpfs) holds a limit against all the room that is set aside at once, nothing would be written before it is met.
void refuseToSetRoomAside()
{
    std::array filter{sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_fallocate, 0, 1),
                      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
                      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

// A child that may write files of at most so many bytes; returns the exit code of the error that it met.
int convertWithin(SampleConversion& conversion, uint64_t bytes)
{
    const int status = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        refuseToSetRoomAside();
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            conversion.run();
        } catch (const Error& error) {
            return static_cast<int>(error.exitCode());
        }
        return 0;
    });
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }
    void aKilledRunIsTakenUpAgain_data();
    void aKilledRunIsTakenUpAgain();
    void runsKilledOneAfterAnotherComeToTheEnd();
    void whatIsDoneIsNotDoneAgain();
    void aDamagedPartIsCutBack_data();
    void aDamagedPartIsCutBack();
    void aKillWhileNamesAreGivenIsTakenUpAgain();
    void aWholeFileThatVanishedIsWrittenAgain();
    void aTornJournalIsTakenUpAgain();
    void aFullDiskCanBeResumed();
    void damageFoundOnResumeLeavesNothing();

private:
    SampleConversion sample(const SampleConversion::Wish& wish = {}) const { return SampleConversion(m_dir->path().toStdString(), wish); }
    // Lets a run stop in its middle: room for files up to so many bytes.
    void stopAfter(SampleConversion& conversion, uint64_t bytes);
    std::map<std::string, QByteArray> golden(const SampleConversion::Wish& wish);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void ResumeTest::initTestCase()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("ThreadSanitizer cannot follow threads that are started after a fork");
#endif
}

// What an undisturbed run of the same plan gives, elsewhere.
std::map<std::string, QByteArray> ResumeTest::golden(const SampleConversion::Wish& wish)
{
    QTemporaryDir elsewhere;
    SampleConversion conversion(elsewhere.path().toStdString(), wish);
    conversion.run();
    return conversion.outputs();
}

void ResumeTest::stopAfter(SampleConversion& conversion, uint64_t bytes)
{
    QCOMPARE(convertWithin(conversion, bytes), static_cast<int>(ExitCode::NoSpace));
    QVERIFY(io::exists(conversion.workFolder()));
}

void ResumeTest::aKilledRunIsTakenUpAgain_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("safetensors") << static_cast<int>(plan::Format::Safetensors);
    QTest::newRow("pth") << static_cast<int>(plan::Format::Pth);
    QTest::newRow("both") << static_cast<int>(plan::Format::Both);
}

void ResumeTest::aKilledRunIsTakenUpAgain()
{
    QFETCH(int, format);
    SampleConversion::Wish wish;
    wish.format = static_cast<plan::Format>(format);
    wish.shards = 3;
    const std::map<std::string, QByteArray> expected = golden(wish);
    SampleConversion conversion = sample(wish);
    const auto start = std::chrono::steady_clock::now();
    QCOMPARE(convertFor(conversion, std::chrono::seconds(100)), 0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    std::mt19937_64 random(7);
    for (int i = 0; i < 20; ++i) {
        io::removeFolderTree(io::parentFolder(conversion.outputFolder()));
        convertFor(conversion, std::chrono::microseconds(random() % static_cast<uint64_t>(whole.count())));
        conversion.run();
        QVERIFY(conversion.outputs() == expected);
    }
}

void ResumeTest::runsKilledOneAfterAnotherComeToTheEnd()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    wish.shards = 4;
    wish.largeValues = 2'000'000;
    const std::map<std::string, QByteArray> expected = golden(wish);
    SampleConversion conversion = sample(wish);
    std::mt19937_64 random(8);
    for (int i = 0; i < 30; ++i) {
        convertFor(conversion, std::chrono::microseconds(1000 + random() % 30'000));
    }
    conversion.run();
    QVERIFY(conversion.outputs() == expected);
}

void ResumeTest::whatIsDoneIsNotDoneAgain()
{
    SampleConversion::Wish wish;
    wish.shards = 2;
    SampleConversion conversion = sample(wish);
    const uint64_t first = conversion.plan.weightFiles[0].bytes;
    const uint64_t second = conversion.plan.weightFiles[1].bytes;
    QVERIFY(first > second);
    stopAfter(conversion, first - 100);
    const convert::Result result = conversion.run();
    QVERIFY(result.resumed);
    QVERIFY(conversion.progress.snapshot().bytesResumed > first / 2);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void ResumeTest::aDamagedPartIsCutBack_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("bytes");
    QTest::newRow("header") << 3 << 1;
    QTest::newRow("first tensor") << 40 << 1;
    QTest::newRow("large tensor") << 500'000 << 1;
    QTest::newRow("last tensors") << 1'202'000 << 1;
    QTest::newRow("cut short") << 1'202'500 << -1;
    QTest::newRow("cut to nothing") << 0 << -1;
}

void ResumeTest::aDamagedPartIsCutBack()
{
    QFETCH(int, at);
    QFETCH(int, bytes);
    SampleConversion conversion = sample();
    stopAfter(conversion, conversion.plan.weightFiles[0].bytes - 3000);
    QFile part(QString::fromStdString(io::join(conversion.workFolder(), "model-0.safetensors.part")));
    QVERIFY(part.open(QIODevice::ReadWrite));
    if (bytes < 0) {
        QVERIFY(part.resize(at));
    } else {
        QVERIFY(part.seek(at) && part.write("\xAA\xBB\xCC") == 3);
    }
    part.close();
    conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void ResumeTest::aKillWhileNamesAreGivenIsTakenUpAgain()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    wish.shards = 2;
    const std::map<std::string, QByteArray> expected = golden(wish);
    SampleConversion conversion = sample(wish);
    // A small file that cannot be written stops the run after the weights have got their names.
    conversion.plan.textFiles.back().name = "nowhere/README.md";
    QVERIFY_EXCEPTION_THROWN(conversion.run(), Error);
    QVERIFY(io::exists(conversion.pthPath()));
    QVERIFY(!io::exists(io::join(conversion.outputFolder(), plan::reportName)));
    conversion.plan.textFiles.back().name = "README.md";
    QFile::remove(QString::fromStdString(conversion.sourcePath()));  // it is not needed any more
    QVERIFY(conversion.run().resumed);
    QVERIFY(conversion.outputs() == expected);
}

void ResumeTest::aWholeFileThatVanishedIsWrittenAgain()
{
    SampleConversion::Wish wish;
    wish.shards = 3;
    SampleConversion conversion = sample(wish);
    conversion.plan.textFiles.back().name = "nowhere/README.md";
    QVERIFY_EXCEPTION_THROWN(conversion.run(), Error);
    conversion.plan.textFiles.back().name = "README.md";
    QVERIFY(QFile::remove(QString::fromStdString(io::join(conversion.outputFolder(), "model-1.safetensors"))));
    conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void ResumeTest::aTornJournalIsTakenUpAgain()
{
    SampleConversion conversion = sample();
    stopAfter(conversion, conversion.plan.weightFiles[0].bytes - 3000);
    QFile journal(QString::fromStdString(io::join(conversion.workFolder(), "journal")));
    const qint64 whole = journal.size();
    for (const qint64 bytes : {whole - 1, whole / 2, qint64{30}, qint64{0}}) {
        QVERIFY(journal.resize(bytes));
        stopAfter(conversion, conversion.plan.weightFiles[0].bytes - 3000);
        QCOMPARE(convert::readJournal(journal.fileName().toStdString(), 1 << 20).value().fingerprint, conversion.plan.fingerprint);
    }
    conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void ResumeTest::aFullDiskCanBeResumed()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    wish.shards = 2;
    const std::map<std::string, QByteArray> expected = golden(wish);
    SampleConversion conversion = sample(wish);
    // One file after another comes to its limit, at ever other places.
    const uint64_t most = conversion.plan.weightFiles.back().bytes;
    for (uint64_t bytes = most / 10; bytes < most - 100; bytes += most / 10) {
        QCOMPARE(convertWithin(conversion, bytes), static_cast<int>(ExitCode::NoSpace));
        QVERIFY(!io::exists(conversion.pthPath()));
    }
    conversion.run();
    QVERIFY(conversion.outputs() == expected);
}

void ResumeTest::damageFoundOnResumeLeavesNothing()
{
    SampleConversion conversion = sample();
    stopAfter(conversion, conversion.plan.weightFiles[0].bytes - 3000);
    for (tensor::Record& record : conversion.plan.source.records) {
        record.crc32 = record.crc32.value() ^ 1;
    }
    try {
        conversion.run();
        QFAIL("was converted");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::CrcMismatch);
    }
    QVERIFY(!io::exists(io::parentFolder(conversion.outputFolder())));
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "resume_test.moc"
