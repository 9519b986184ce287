#include "tests/core/checkpoint/container_fixture.h"

#include "core/checkpoint/zip_directory.h"
#include "tests/support/zip_bytes.h"

#include <QTest>

using namespace wb;
using namespace wb::test;
using checkpoint::ZipDirectory;
using checkpoint::ZipEntry;

class ZipDirectoryTest : public QObject {
    Q_OBJECT

private slots:
    void entriesAreSortedAndFound();
    void dataIsWhereTheLocalHeaderSays_data();
    void dataIsWhereTheLocalHeaderSays();
    void bytesBeforeTheArchive_data();
    void bytesBeforeTheArchive();
    void zip64SizesOfSmallMembersAreTaken();
    void crcOfZeroIsAbsentUnlessTheMemberIsEmpty();
    void foldersAreApart();
    void commentIsTaken();
    void entryLimit();
    void cancelIsLookedAt();
};

static ZipDirectory readDirectory(const io::ByteSource& source)
{
    ContainerRun run;
    return ZipDirectory::read(source, run.job);
}

void ZipDirectoryTest::entriesAreSortedAndFound()
{
    const MemorySource source(ZipBytes().add("b/2", "two").add("a/1", "one").add("c", "").finish());
    const ZipDirectory directory = readDirectory(source);
    QCOMPARE(directory.entries().size(), size_t{3});
    QCOMPARE(directory.entries()[0].name, std::string("a/1"));
    QCOMPARE(directory.entries()[2].name, std::string("c"));
    QVERIFY(directory.find("b/2") != nullptr);
    QCOMPARE(directory.find("b/2")->bytes, uint64_t{3});
    QVERIFY(directory.find("b/") == nullptr);
    QVERIFY(directory.find("d") == nullptr);
}

void ZipDirectoryTest::dataIsWhereTheLocalHeaderSays_data()
{
    QTest::addColumn<bool>("descriptor");
    QTest::addColumn<bool>("zip64");
    QTest::addColumn<int>("extra");
    QTest::newRow("as torch") << true << true << -1;
    QTest::newRow("sizes before the data") << false << true << -1;
    QTest::newRow("no zip64") << false << false << 0;
    QTest::newRow("more extra than one read") << true << true << 5000;
}

void ZipDirectoryTest::dataIsWhereTheLocalHeaderSays()
{
    QFETCH(bool, descriptor);
    QFETCH(bool, zip64);
    QFETCH(int, extra);
    ZipBytes zip;
    zip.add("archive/x", "the bytes").add("archive/y", "others");
    for (ZipMember& member : zip.members) {
        member.descriptor = descriptor;
        if (extra >= 0) {
            member.localExtra = std::string(static_cast<size_t>(extra), '\0');
        }
    }
    ZipEnding ending;
    ending.zip64 = zip64;
    const MemorySource source(zip.finish(ending));
    const ZipDirectory directory = readDirectory(source);
    const ZipEntry* entry = directory.find("archive/x");
    QVERIFY(entry != nullptr);
    std::string read(entry->bytes, '\0');
    source.readAt(directory.dataOffset(source, *entry), std::as_writable_bytes(std::span(read)));
    QCOMPARE(read, std::string("the bytes"));
}

void ZipDirectoryTest::bytesBeforeTheArchive_data()
{
    QTest::addColumn<bool>("shifted");
    QTest::addColumn<bool>("zip64");
    QTest::newRow("offsets from the archive, zip64") << false << true;
    QTest::newRow("offsets from the archive") << false << false;
    QTest::newRow("offsets from the file") << true << false;
}

void ZipDirectoryTest::bytesBeforeTheArchive()
{
    QFETCH(bool, shifted);
    QFETCH(bool, zip64);
    const std::string junk = "#!/bin/sh\nexit 1\n";
    ZipBytes zip;
    zip.add("a", "the bytes");
    ZipEnding ending;
    ending.zip64 = zip64;
    const MemorySource plain(zip.finish(ending));
    if (shifted) {
        const uint64_t data = readDirectory(plain).dataOffset(plain, readDirectory(plain).entries()[0]);
        zip.members[0].centralOffset = static_cast<uint32_t>(junk.size());
        ending.directoryOffset = static_cast<uint32_t>(junk.size() + data + zip.members[0].bytes.size() + 16);
    }
    const MemorySource source(junk + zip.finish(ending));
    const ZipDirectory directory = readDirectory(source);
    std::string read(9, '\0');
    source.readAt(directory.dataOffset(source, directory.entries()[0]), std::as_writable_bytes(std::span(read)));
    QCOMPARE(read, std::string("the bytes"));
}

void ZipDirectoryTest::zip64SizesOfSmallMembersAreTaken()
{
    ZipBytes zip;
    zip.add("a", "the bytes");
    zip.members[0].centralBytes = UINT32_MAX;
    zip.members[0].centralStored = UINT32_MAX;
    zip.members[0].centralExtra = std::string("\1\0\20\0", 4) + std::string("\11\0\0\0\0\0\0\0", 8) + std::string("\11\0\0\0\0\0\0\0", 8);
    zip.members[0].descriptor = false;
    zip.members[0].localBytes = UINT32_MAX;
    zip.members[0].localExtra = zip.members[0].centralExtra;
    const MemorySource source(zip.finish());
    const ZipDirectory directory = readDirectory(source);
    QCOMPARE(directory.entries()[0].bytes, uint64_t{9});
    QCOMPARE(directory.dataOffset(source, directory.entries()[0]), uint64_t{30 + 1 + 20});
}

void ZipDirectoryTest::crcOfZeroIsAbsentUnlessTheMemberIsEmpty()
{
    ZipBytes zip;
    zip.add("a", "the bytes").add("b", "").add("c", "more");
    zip.members[0].centralCrc = 0;
    const ZipDirectory directory = readDirectory(MemorySource(zip.finish()));
    QVERIFY(!directory.find("a")->crc32);
    QCOMPARE(directory.find("b")->crc32, std::optional<uint32_t>(0));
    QVERIFY(directory.find("c")->crc32.has_value());
}

void ZipDirectoryTest::foldersAreApart()
{
    const ZipDirectory directory = readDirectory(MemorySource(ZipBytes().add("a/", "").add("a/b", "x").finish()));
    QCOMPARE(directory.entries().size(), size_t{1});
    QCOMPARE(directory.folders().size(), size_t{1});
    QCOMPARE(directory.folders()[0].name, std::string("a/"));
}

void ZipDirectoryTest::commentIsTaken()
{
    ZipEnding ending;
    ending.comment = "made by hand";
    QCOMPARE(readDirectory(MemorySource(ZipBytes().add("a", "x").finish(ending))).entries().size(), size_t{1});
}

void ZipDirectoryTest::entryLimit()
{
    const MemorySource source(ZipBytes().add("a", "x").add("b", "y").add("c", "z").finish());
    ContainerRun run;
    run.job.limits.zipEntries = 2;
    QCOMPARE(outcomeOf([&] { ZipDirectory::read(source, run.job); }), QString("E_LIMIT zip-entries"));
    run.job.limits.zipEntries = 3;
    run.job.limits.zipDirectoryBytes = 100;
    QCOMPARE(outcomeOf([&] { ZipDirectory::read(source, run.job); }), QString("E_LIMIT zip-directory-bytes"));
}

void ZipDirectoryTest::cancelIsLookedAt()
{
    const MemorySource source(ZipBytes().add("a", "x").finish());
    ContainerRun run;
    run.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(ZipDirectory::read(source, run.job), Cancelled);
}

QTEST_GUILESS_MAIN(ZipDirectoryTest)
#include "zip_directory_test.moc"
