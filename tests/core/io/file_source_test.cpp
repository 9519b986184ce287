#include "core/base/error.h"
#include "core/io/buffered_reader.h"
#include "core/io/byte_source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

using wb::Error;
using wb::ErrorCode;

class FileSourceTest : public QObject {
    Q_OBJECT

private:
    std::string make(const QString& name, const QByteArray& bytes) const;
    template <typename Call> static ErrorCode codeOf(Call call);

    QTemporaryDir m_folder;

private slots:
    void readsAnywhere();
    void readPastTheEndSaysTruncated();
    void fileThatShrinksIsTruncatedNotACrash();
    void fileThatChangesIsNoticed();
    void foldersFifosSocketsAndDevicesAreRefusedWithoutWaiting();
    void missingFileIsNotFound();
    void openInsideStaysInside_data();
    void openInsideStaysInside();
    void openInsideRefusesLinks();
    void smallFilesAreBounded();
    void bufferedReaderGivesLinesTextAndNumbers();
    void bufferedReaderStopsAtItsEnd();
};

std::string FileSourceTest::make(const QString& name, const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write the test's file");
    }
    return m_folder.filePath(name).toStdString();
}

template <typename Call> ErrorCode FileSourceTest::codeOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

void FileSourceTest::readsAnywhere()
{
    const auto source = wb::io::openFile(make("a", "0123456789"));
    std::array<char, 3> into{};
    source->readAt(4, std::as_writable_bytes(std::span(into)));
    QCOMPARE(QByteArray(into.data(), 3), QByteArray("456"));
    QCOMPARE(source->size(), uint64_t{10});
}

void FileSourceTest::readPastTheEndSaysTruncated()
{
    const auto source = wb::io::openFile(make("b", "01234"));
    std::array<std::byte, 3> into{};
    QCOMPARE(codeOf([&] { source->readAt(4, into); }), ErrorCode::SourceTruncated);
}

void FileSourceTest::fileThatShrinksIsTruncatedNotACrash()
{
    const std::string path = make("c", QByteArray(10000, 'x'));
    const auto source = wb::io::openFile(path);
    QCOMPARE(::truncate(path.c_str(), 10), 0);
    std::array<std::byte, 100> into{};
    QCOMPARE(codeOf([&] { source->readAt(5000, into); }), ErrorCode::SourceTruncated);
    QCOMPARE(codeOf([&] { source->requireUnchanged(); }), ErrorCode::SourceChanged);
}

void FileSourceTest::fileThatChangesIsNoticed()
{
    const std::string path = make("d", "before");
    const auto source = wb::io::openFile(path);
    source->requireUnchanged();
    const std::array<timespec, 2> times{timespec{1, 0}, timespec{1, 5}};
    QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);
    QCOMPARE(codeOf([&] { source->requireUnchanged(); }), ErrorCode::SourceChanged);
}

void FileSourceTest::foldersFifosSocketsAndDevicesAreRefusedWithoutWaiting()
{
    const std::string fifo = m_folder.filePath("fifo").toStdString();
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    const std::string socketPath = m_folder.filePath("s").toStdString();
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socketPath.c_str(), sizeof(address.sun_path) - 1);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    for (const std::string& path : {m_folder.path().toStdString(), fifo, socketPath, std::string("/dev/zero")}) {
        QCOMPARE(codeOf([&] { wb::io::openFile(path); }), ErrorCode::NotARegularFile);
    }
    ::close(socket);
}

void FileSourceTest::missingFileIsNotFound()
{
    QCOMPARE(codeOf([&] { wb::io::openFile(m_folder.filePath("none").toStdString()); }), ErrorCode::NotFound);
    QCOMPARE(codeOf([] { wb::io::openFile(""); }), ErrorCode::NotFound);
}

void FileSourceTest::openInsideStaysInside_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"../x", "..", ".", "", "/etc/passwd", "a/b", "a\\b"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void FileSourceTest::openInsideStaysInside()
{
    QFETCH(QByteArray, name);
    QCOMPARE(codeOf([&] { wb::io::openInside(m_folder.path().toStdString(), name.toStdString()); }), ErrorCode::UnsafePath);
}

void FileSourceTest::openInsideRefusesLinks()
{
    make("target", "x");
    QCOMPARE(::symlink("target", m_folder.filePath("link").toStdString().c_str()), 0);
    QCOMPARE(codeOf([&] { wb::io::openInside(m_folder.path().toStdString(), "link"); }), ErrorCode::UnsafePath);
    QCOMPARE(wb::io::openInside(m_folder.path().toStdString(), "target")->size(), uint64_t{1});
    QCOMPARE(codeOf([&] { wb::io::openNoLink(m_folder.filePath("link").toStdString()); }), ErrorCode::UnsafePath);
    make("back\\slash", "xy");
    QCOMPARE(wb::io::openNoLink(m_folder.filePath("back\\slash").toStdString())->size(), uint64_t{2});
}

void FileSourceTest::smallFilesAreBounded()
{
    const std::string path = make("e", "12345");
    QCOMPARE(wb::io::readSmallFile(path, 5), std::string("12345"));
    QCOMPARE(codeOf([&] { wb::io::readSmallFile(path, 4); }), ErrorCode::LimitExceeded);
}

void FileSourceTest::bufferedReaderGivesLinesTextAndNumbers()
{
    const auto source = wb::io::openFile(make("f", "skip\nline one\nABCDEF"));
    wb::io::BufferedReader reader(*source, 5, source->size(), 4);
    QCOMPARE(reader.line(100).value_or(""), std::string("line one"));
    QCOMPARE(reader.u8().value_or(0), uint8_t{'A'});
    QCOMPARE(reader.text(4).value_or(""), std::string("BCDE"));
    QCOMPARE(reader.position(), uint64_t{19});
    QVERIFY(!reader.line(100));
    QVERIFY(!reader.text(2));
    QVERIFY(!reader.skip(2));
    QCOMPARE(reader.remaining(), uint64_t{1});
}

void FileSourceTest::bufferedReaderStopsAtItsEnd()
{
    const auto source = wb::io::openFile(make("g", "0123456789"));
    wb::io::BufferedReader reader(*source, 2, 4);
    QCOMPARE(reader.text(2).value_or(""), std::string("23"));
    QVERIFY(!reader.u8());
    QVERIFY(!reader.line(5));
}

QTEST_GUILESS_MAIN(FileSourceTest)
#include "file_source_test.moc"
