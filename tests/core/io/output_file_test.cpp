#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using wb::Error;
using wb::ErrorCode;

class OutputFileTest : public QObject {
    Q_OBJECT

private:
    std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    template <typename Call> static ErrorCode codeOf(Call call);

    QTemporaryDir m_folder;

private slots:
    void writingGoesOnWhereItIsTold();
    void publishedFileHasItsNameOnlyThen();
    void linksAreNotWrittenThrough();
    void devicesAreNotWrittenTo();
    void fileSizeLimitIsSaid();
    void atomicWriteReplacesWholly();
    void foldersAreMadeAndTheFirstNewOneIsNamed();
    void removingATreeFollowsNoLinks();
    void secondLockSaysBusy();
    void diskSpaceOfAPathThatIsNotThereYet();
    void absolutePathsAreClean();
};

template <typename Call> ErrorCode OutputFileTest::codeOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

static void writeText(wb::io::OutputFile& file, std::string_view text)
{
    file.write(std::as_bytes(std::span(text)));
}

void OutputFileTest::writingGoesOnWhereItIsTold()
{
    {
        wb::io::OutputFile file(path("a"), 0);
        file.reserve(100);
        writeText(file, "0123456789");
        file.finish();
    }
    wb::io::OutputFile file(path("a"), 4);
    writeText(file, "xy");
    QCOMPARE(file.position(), uint64_t{6});
    file.finish();
    QCOMPARE(wb::io::readSmallFile(path("a"), 100), std::string("0123xy"));
}

void OutputFileTest::publishedFileHasItsNameOnlyThen()
{
    wb::io::OutputFile file(path("b.part"), 0);
    writeText(file, "whole");
    file.finish();
    QVERIFY(!wb::io::exists(path("b")));
    wb::io::publish(path("b.part"), path("b"));
    QVERIFY(!wb::io::exists(path("b.part")));
    QCOMPARE(wb::io::readSmallFile(path("b"), 100), std::string("whole"));
}

void OutputFileTest::linksAreNotWrittenThrough()
{
    wb::io::writeFileAtomically(path("victim"), "keep");
    QCOMPARE(::symlink("victim", path("c.part").c_str()), 0);
    QCOMPARE(codeOf([&] { wb::io::OutputFile file(path("c.part"), 0); }), ErrorCode::UnsafePath);
    QCOMPARE(wb::io::readSmallFile(path("victim"), 100), std::string("keep"));
}

void OutputFileTest::devicesAreNotWrittenTo()
{
    QCOMPARE(codeOf([] { wb::io::OutputFile file("/dev/full", 0); }), ErrorCode::NotARegularFile);
}

void OutputFileTest::fileSizeLimitIsSaid()
{
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const ErrorCode code = codeOf([&] {
        wb::io::OutputFile file(path("d"), 0);
        writeText(file, std::string(5000, 'x'));
    });
    ::setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(code, ErrorCode::FileTooLarge);
}

void OutputFileTest::atomicWriteReplacesWholly()
{
    wb::io::writeFileAtomically(path("e"), "a long first text");
    wb::io::writeFileAtomically(path("e"), "short");
    QCOMPARE(wb::io::readSmallFile(path("e"), 100), std::string("short"));
    QVERIFY(!wb::io::exists(path("e.part")));
}

void OutputFileTest::foldersAreMadeAndTheFirstNewOneIsNamed()
{
    QCOMPARE(wb::io::makeFolders(path("x/y/z")), path("x"));
    QVERIFY(wb::io::isFolder(path("x/y/z")));
    QCOMPARE(wb::io::makeFolders(path("x/y/z")), std::string());
    wb::io::writeFileAtomically(path("plain"), "");
    QCOMPARE(codeOf([&] { wb::io::makeFolders(path("plain")); }), ErrorCode::NotAFolder);
    QCOMPARE(codeOf([&] { wb::io::makeFolders(path("plain/sub")); }), ErrorCode::NotFound);
}

void OutputFileTest::removingATreeFollowsNoLinks()
{
    wb::io::makeFolders(path("outside"));
    wb::io::writeFileAtomically(path("outside/keep"), "x");
    wb::io::makeFolders(path("tree/sub"));
    QCOMPARE(::symlink("../outside", path("tree/link").c_str()), 0);
    wb::io::removeFolderTree(path("tree"));
    QVERIFY(!wb::io::exists(path("tree")));
    QVERIFY(wb::io::exists(path("outside/keep")));
    wb::io::removeFolderTree(path("tree"));
}

void OutputFileTest::secondLockSaysBusy()
{
    {
        const wb::io::FileLock first(path("lock"));
        QCOMPARE(codeOf([&] { const wb::io::FileLock second(path("lock")); }), ErrorCode::FolderBusy);
    }
    const wb::io::FileLock again(path("lock"));
}

void OutputFileTest::diskSpaceOfAPathThatIsNotThereYet()
{
    const auto here = wb::io::diskSpace(m_folder.path().toStdString());
    const auto later = wb::io::diskSpace(path("not/there/yet"));
    QVERIFY(here.freeBytes > 0);
    QCOMPARE(later.device, here.device);
}

void OutputFileTest::absolutePathsAreClean()
{
    QCOMPARE(wb::io::absolutePath("/a/b/../c//d/"), std::string("/a/c/d"));
    QCOMPARE(wb::io::absolutePath("/"), std::string("/"));
    QCOMPARE(wb::io::fileName(wb::io::absolutePath("/x/out/")), std::string("out"));
}

QTEST_GUILESS_MAIN(OutputFileTest)
#include "output_file_test.moc"
