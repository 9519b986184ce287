#include "tests/core/checkpoint/container_fixture.h"

#include "core/checkpoint/zip_directory.h"
#include "core/checkpoint/zip_frame.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

using namespace wb;
using namespace wb::test;
using checkpoint::bytesInDoubt;
using FileExtent = io::ByteRange;
using checkpoint::ZipDirectory;
using checkpoint::ZipEntry;

Q_DECLARE_METATYPE(ZipBytes)
Q_DECLARE_METATYPE(ZipEnding)

using Extents = std::vector<FileExtent>;

class ZipFrameTest : public QObject {
    Q_OBJECT

private slots:
    void ofASoundArchiveOnlyTheDirectoryIsInDoubt_data() { archives(); }
    void ofASoundArchiveOnlyTheDirectoryIsInDoubt();
    void anyChangedByteOutsideDataIsInDoubt_data() { archives(); }
    void anyChangedByteOutsideDataIsInDoubt();
    void changedDataIsNotInDoubt_data() { archives(); }
    void changedDataIsNotInDoubt();
    void realCheckpoints_data();
    void realCheckpoints();
    void beyondFourGigabytes();
    void bytesBeforeTheArchive();
    void aDamagedHeaderIsInDoubtToWhereItsDataBegins();
    void aDamagedHeaderAndAChangedPaddingByte();
    void bytesBehindTheDataThatAreNoDescriptor();
    void unknownExtraFields();
    void aSinglePaddingByteProvesNothing();
    void joinedWhereLittleLiesBetween();
    void anUnreadableDirectoryThrows();
    void cancelIsLookedAt();

private:
    static void archives();
};

static Extents inDoubt(const io::ByteSource& source)
{
    ContainerRun run;
    return bytesInDoubt(source, run.job);
}

static ZipDirectory directoryOf(const io::ByteSource& source)
{
    ContainerRun run;
    return ZipDirectory::read(source, run.job);
}

static uint64_t directoryOffset(const io::ByteSource& source)
{
    return directoryOf(source).offset();
}

static bool contains(const Extents& extents, uint64_t at)
{
    return std::any_of(extents.begin(), extents.end(), [&](const FileExtent& extent) { return extent.begin <= at && at < extent.end; });
}

// Of a sound archive: for each byte whether it is a member's data.
static std::vector<bool> dataMap(const std::string& bytes)
{
    const MemorySource source(bytes);
    const ZipDirectory directory = directoryOf(source);
    std::vector<bool> out(bytes.size());
    for (const ZipEntry& entry : directory.entries()) {
        const auto begin = out.begin() + static_cast<std::ptrdiff_t>(directory.dataOffset(source, entry));
        std::fill(begin, begin + static_cast<std::ptrdiff_t>(entry.bytes), true);
    }
    return out;
}

// Members whose headers are too far from each other to be joined.
static ZipBytes wideZip()
{
    ZipBytes zip;
    return zip.add("archive/one", std::string(10000, '1')).add("archive/two", std::string(10000, '2')).add("archive/three", std::string(10000, '3'));
}

static ZipBytes eachMember(ZipBytes zip, const std::function<void(ZipMember&)>& change)
{
    std::for_each(zip.members.begin(), zip.members.end(), change);
    return zip;
}

static std::string zip64Extra(std::initializer_list<uint64_t> numbers)
{
    std::string out = littleEndian(1, 2) + littleEndian(numbers.size() * 8, 2);
    for (const uint64_t number : numbers) {
        out += littleEndian(number, 8);
    }
    return out;
}

static std::string paddingExtra(size_t bytes, char filler)
{
    return "FB" + littleEndian(bytes, 2) + std::string(bytes, filler);
}

void ZipFrameTest::archives()
{
    QTest::addColumn<ZipBytes>("zip");
    QTest::addColumn<ZipEnding>("ending");
    const ZipBytes torch = torchZip("pickle", {"one storage", "another", ""});
    const auto row = [](const char* name, const ZipBytes& zip, const ZipEnding& ending = {}) { QTest::newRow(name) << zip << ending; };
    row("as torch", torch);
    row("no descriptor behind an empty member", eachMember(torch, [](ZipMember& m) { m.descriptor = !m.bytes.empty(); }));
    row("sizes before the data", eachMember(torch, [](ZipMember& m) { m.descriptor = false; }));
    row("filled with zeros", eachMember(torch, [](ZipMember& m) { m.localExtra = paddingExtra(5, '\0'); }));
    row("no padding", eachMember(torch, [](ZipMember& m) { m.localExtra = ""; }));
    row("padding of no bytes", eachMember(torch, [](ZipMember& m) { m.localExtra = paddingExtra(0, 'Z'); }));
    row("as torch beyond 4 GiB", eachMember(torch, [](ZipMember& m) {
            m.longDescriptor = true;
            m.localExtra = zip64Extra({m.bytes.size(), 0}) + paddingExtra(7, 'Z');
        }));
    row("sizes in zip64 fields", eachMember(torch, [](ZipMember& m) {
            m.descriptor = false;
            m.localBytes = UINT32_MAX;
            m.localExtra = zip64Extra({m.bytes.size(), m.bytes.size()}) + paddingExtra(3, 'Z');
        }));
    ZipBytes few;
    few.add("a/", "").add("a/b", "x").add("a/c", "y");
    few.members[0].descriptor = false;
    few.members[0].localExtra = "";
    few.members[1].localExtra = paddingExtra(1, 'Z');
    few.members[2].localExtra = paddingExtra(1, 'Z');
    row("a folder, and two bytes of padding", few);
    ZipEnding commented;
    commented.zip64 = false;
    commented.comment = "made by hand";
    row("no zip64, and a comment", torch, commented);
}

void ZipFrameTest::ofASoundArchiveOnlyTheDirectoryIsInDoubt()
{
    QFETCH(ZipBytes, zip);
    QFETCH(ZipEnding, ending);
    const MemorySource source(zip.finish(ending));
    QCOMPARE(inDoubt(source), (Extents{{directoryOffset(source), source.size()}}));
}

void ZipFrameTest::anyChangedByteOutsideDataIsInDoubt()
{
    QFETCH(ZipBytes, zip);
    QFETCH(ZipEnding, ending);
    const std::string sound = zip.finish(ending);
    const std::vector<bool> data = dataMap(sound);
    const uint64_t directory = directoryOffset(MemorySource(sound));
    for (size_t at = 0; at < sound.size(); ++at) {
        for (const int difference : {0x01, 0x02, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF, sound[at] & 0xFF, (sound[at] ^ 'Z') & 0xFF}) {
            std::string bytes = sound;
            bytes[at] = static_cast<char>(bytes[at] ^ difference);
            if (data[at] || difference == 0) {
                continue;
            }
            try {
                QVERIFY2(contains(inDoubt(MemorySource(bytes)), at), qPrintable(QStringLiteral("%1 ^ %2").arg(at).arg(difference)));
            } catch (const Error&) {
                QVERIFY2(at >= directory, qPrintable(QString::number(at)));
            }
        }
    }
}

void ZipFrameTest::changedDataIsNotInDoubt()
{
    QFETCH(ZipBytes, zip);
    QFETCH(ZipEnding, ending);
    const std::string sound = zip.finish(ending);
    const std::vector<bool> data = dataMap(sound);
    const Extents expected = inDoubt(MemorySource(sound));
    std::string all = sound;
    for (size_t at = 0; at < sound.size(); ++at) {
        if (data[at]) {
            std::string bytes = sound;
            bytes[at] = static_cast<char>(~bytes[at]);
            all[at] = bytes[at];
            QCOMPARE(inDoubt(MemorySource(bytes)), expected);
        }
    }
    QCOMPARE(inDoubt(MemorySource(all)), expected);
}

void ZipFrameTest::realCheckpoints_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("trunk") << "seer10b-tiny.torch";
    QTest::newRow("with heads") << "seer10b-tiny-in1k.torch";
}

// Of the many members, the first bytes outside data are changed, one a time: all kinds of them are there.
void ZipFrameTest::realCheckpoints()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(WB_TEST_DATA "/checkpoints/") + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string sound = file.readAll().toStdString();
    const std::vector<bool> data = dataMap(sound);
    const uint64_t directory = directoryOffset(MemorySource(sound));
    QCOMPARE(inDoubt(MemorySource(sound)), (Extents{{directory, sound.size()}}));
    int tried = 0;
    for (size_t at = 0; at < directory && tried < 200; ++at) {
        if (data[at]) {
            continue;
        }
        std::string bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x04);
        const Extents extents = inDoubt(MemorySource(bytes));
        QVERIFY2(contains(extents, at), qPrintable(QString::number(at)));
        QVERIFY(extents.size() <= 3);
        const auto total = [](uint64_t sum, const FileExtent& extent) { return sum + extent.end - extent.begin; };
        QVERIFY(std::accumulate(extents.begin(), extents.end() - 1, uint64_t{0}, total) < 8192);
        ++tried;
    }
}

namespace {

// A large file of zeros in which some bytes stand.
class SparseSource final : public io::ByteSource {
public:
    void put(uint64_t offset, const std::string& bytes)
    {
        m_runs[offset] = bytes;
        m_size = std::max(m_size, offset + bytes.size());
    }
    const std::string& name() const noexcept override { return m_name; }
    uint64_t size() const noexcept override { return m_size; }
    io::SourceIdentity identity() const noexcept override { return {m_size, 0, 0, 0, {}}; }
    void readAt(uint64_t offset, std::span<std::byte> into) const override
    {
        std::fill(into.begin(), into.end(), std::byte{0});
        for (const auto& [begin, bytes] : m_runs) {
            for (size_t i = 0; i < bytes.size(); ++i) {
                if (begin + i >= offset && begin + i - offset < into.size()) {
                    into[static_cast<size_t>(begin + i - offset)] = static_cast<std::byte>(bytes[i]);
                }
            }
        }
    }
    void forget(uint64_t, uint64_t) const noexcept override {}
    void willRead(uint64_t, uint64_t) const noexcept override {}
    void requireUnchanged() const override {}

private:
    std::map<uint64_t, std::string> m_runs;
    uint64_t m_size = 0;
    std::string m_name = "sparse";
};

std::string largeLocal(const std::string& name, const std::string& extra)
{
    return "PK\3\4" + littleEndian(0, 2) + littleEndian(0x0808, 2) + std::string(18, '\0') + littleEndian(name.size(), 2) +
           littleEndian(extra.size(), 2) + name + extra;
}

std::string largeDescriptor(uint64_t bytes)
{
    return "PK\7\10" + littleEndian(0xC0FFEE, 4) + littleEndian(bytes, 8) + littleEndian(bytes, 8);
}

std::string largeCentral(const std::string& name, uint64_t shortBytes, uint64_t shortOffset, const std::string& extra)
{
    return "PK\1\2" + littleEndian(0, 4) + littleEndian(0x0808, 2) + littleEndian(0, 6) + littleEndian(0xC0FFEE, 4) + littleEndian(shortBytes, 4) +
           littleEndian(shortBytes, 4) + littleEndian(name.size(), 2) + littleEndian(extra.size(), 2) + std::string(10, '\0') +
           littleEndian(shortOffset, 4) + name + extra;
}

}  // namespace

// As torch: a member of more than 4 GiB has its size in a zip64 field, and those behind it their offsets; all have descriptors of 24 bytes.
void ZipFrameTest::beyondFourGigabytes()
{
    constexpr uint64_t bigBytes = (uint64_t{1} << 32) + 16;
    const std::string bigHeader = largeLocal("a/big", zip64Extra({bigBytes, 0}) + paddingExtra(9, 'Z'));
    const uint64_t small = bigHeader.size() + bigBytes + 24;
    const std::string smallHeader = largeLocal("a/small", zip64Extra({small}) + paddingExtra(30, 'Z'));
    const uint64_t last = small + smallHeader.size() + 100 + 24;
    const std::string lastHeader = largeLocal("a/last", zip64Extra({bigBytes, 0, last}) + paddingExtra(30, 'Z'));
    const uint64_t directory = last + lastHeader.size() + bigBytes + 24;
    const std::string central = largeCentral("a/big", UINT32_MAX, 0, zip64Extra({bigBytes, bigBytes})) +
                                largeCentral("a/small", 100, UINT32_MAX, zip64Extra({small})) +
                                largeCentral("a/last", UINT32_MAX, UINT32_MAX, zip64Extra({bigBytes, bigBytes, last}));
    const std::string end = "PK\6\6" + littleEndian(44, 8) + std::string(12, '\0') + littleEndian(3, 8) + littleEndian(3, 8) +
                            littleEndian(central.size(), 8) + littleEndian(directory, 8) + "PK\6\7" + littleEndian(0, 4) +
                            littleEndian(directory + central.size(), 8) + littleEndian(1, 4) + "PK\5\6" + std::string(4, '\0') + littleEndian(3, 2) +
                            littleEndian(3, 2) + littleEndian(central.size(), 4) + littleEndian(UINT32_MAX, 4) + littleEndian(0, 2);
    SparseSource source;
    source.put(0, bigHeader);
    source.put(small - 24, largeDescriptor(bigBytes));
    source.put(small, smallHeader);
    source.put(last - 24, largeDescriptor(100));
    source.put(last, lastHeader);
    source.put(directory - 24, largeDescriptor(bigBytes));
    source.put(directory, central + end);
    QCOMPARE(inDoubt(source), (Extents{{directory, source.size()}}));

    for (size_t at = 0; at < smallHeader.size(); ++at) {
        std::string changed = smallHeader;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        source.put(small, changed);
        QVERIFY2(contains(inDoubt(source), small + at), qPrintable(QString::number(at)));
    }
}

void ZipFrameTest::bytesBeforeTheArchive()
{
    const std::string before = "#!/bin/sh\nexit 1\n";
    const MemorySource source(before + wideZip().finish());
    QCOMPARE(inDoubt(source), (Extents{{0, before.size()}, {directoryOffset(source), source.size()}}));
}

void ZipFrameTest::aDamagedHeaderIsInDoubtToWhereItsDataBegins()
{
    const MemorySource sound(wideZip().finish());
    const ZipDirectory directory = directoryOf(sound);
    const ZipEntry& two = *directory.find("archive/two");
    const Extents expected{{two.localHeader, directory.dataOffset(sound, two)}, {directory.offset(), sound.size()}};
    for (const size_t at : {0U, 6U, 26U, 28U, 29U, 33U, 41U, 43U, 50U}) {
        std::string bytes = wideZip().finish();
        bytes[two.localHeader + at] = static_cast<char>(bytes[two.localHeader + at] ^ 0x02);
        QCOMPARE(inDoubt(MemorySource(bytes)), expected);
    }
}

// The length of the extra fields is changed too: what is in doubt does not depend on it.
void ZipFrameTest::aDamagedHeaderAndAChangedPaddingByte()
{
    std::string bytes = wideZip().finish();
    const MemorySource sound(bytes);
    const ZipDirectory directory = directoryOf(sound);
    const ZipEntry& two = *directory.find("archive/two");
    const uint64_t lastPadding = directory.dataOffset(sound, two) - 1;
    bytes[two.localHeader + 28] = 4;
    bytes[lastPadding] = 'Y';
    const uint64_t tail = directory.endOfRoom(two) - 1;
    QVERIFY(contains(inDoubt(MemorySource(bytes)), lastPadding));
    QVERIFY(!contains(inDoubt(MemorySource(bytes)), tail));
    bytes[tail] = 1;
    QVERIFY(contains(inDoubt(MemorySource(bytes)), lastPadding));
    QVERIFY(contains(inDoubt(MemorySource(bytes)), tail));
}

void ZipFrameTest::bytesBehindTheDataThatAreNoDescriptor()
{
    ZipBytes zip = wideZip();
    zip.members[0].descriptorSignature = false;
    const MemorySource source(zip.finish());
    const ZipDirectory directory = directoryOf(source);
    const ZipEntry& two = *directory.find("archive/two");
    const uint64_t data = directory.dataOffset(source, *directory.find("archive/one"));
    const uint64_t unknown = two.localHeader - 10000 - 30 - std::string("archive/one").size();
    QCOMPARE(unknown, data - 30 - std::string("archive/one").size() + 12);
    QCOMPARE(inDoubt(source), (Extents{{0, data + 12}, {two.localHeader - unknown, two.localHeader}, {directory.offset(), source.size()}}));
}

void ZipFrameTest::unknownExtraFields()
{
    for (const std::string& extra : {littleEndian(0x5455, 2) + littleEndian(1, 2) + "x", paddingExtra(3, 'Z') + paddingExtra(3, 'Z'),
                                     paddingExtra(3, 'Z') + "Z", zip64Extra({1, 1, 1, 1}), zip64Extra({})}) {
        ZipBytes zip = wideZip();
        zip.members[1].localExtra = extra;
        const MemorySource source(zip.finish());
        const ZipDirectory directory = directoryOf(source);
        const ZipEntry& two = *directory.find("archive/two");
        QCOMPARE(inDoubt(source), (Extents{{two.localHeader, directory.dataOffset(source, two)}, {directory.offset(), source.size()}}));
    }
}

void ZipFrameTest::aSinglePaddingByteProvesNothing()
{
    ZipBytes zip = eachMember(wideZip(), [](ZipMember& member) { member.localExtra = ""; });
    zip.members[1].localExtra = paddingExtra(1, 'Z');
    QCOMPARE(inDoubt(MemorySource(zip.finish())).size(), size_t{2});
    zip.members[2].localExtra = paddingExtra(1, 'Z');
    QCOMPARE(inDoubt(MemorySource(zip.finish())).size(), size_t{1});
    zip.members[2].localExtra = paddingExtra(1, '\0');
    QCOMPARE(inDoubt(MemorySource(zip.finish())).size(), size_t{3});
}

void ZipFrameTest::joinedWhereLittleLiesBetween()
{
    ZipBytes zip = wideZip();
    zip.members[0].localFlags = 0;
    zip.members[1].localFlags = 0;
    QCOMPARE(inDoubt(MemorySource(zip.finish())).size(), size_t{3});
    zip.members[0].bytes.resize(4000);
    QCOMPARE(inDoubt(MemorySource(zip.finish())).size(), size_t{2});
    zip.members[2].bytes.resize(100);
    zip.members[2].localFlags = 0;
    const Extents extents = inDoubt(MemorySource(zip.finish()));
    QCOMPARE(extents.size(), size_t{2});
    QCOMPARE(extents.back().end, uint64_t{zip.finish().size()});
}

void ZipFrameTest::anUnreadableDirectoryThrows()
{
    const std::string bytes = smallTorchZip().finish();
    QCOMPARE(outcomeOf([&] { inDoubt(MemorySource(bytes.substr(0, bytes.size() - 30))); }), QString("E_ZIP_TRUNCATED no-end-record"));
}

void ZipFrameTest::cancelIsLookedAt()
{
    const MemorySource source(smallTorchZip().finish());
    ContainerRun run;
    run.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(bytesInDoubt(source, run.job), Cancelled);
}

QTEST_GUILESS_MAIN(ZipFrameTest)
#include "zip_frame_test.moc"
