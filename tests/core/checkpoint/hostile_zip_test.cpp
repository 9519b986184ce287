#include "tests/core/checkpoint/container_fixture.h"

#include "core/checkpoint/tensor_reader.h"
#include "core/checkpoint/zip_directory.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <functional>

using namespace wb;
using namespace wb::test;
using namespace std::string_literals;

// Damaged and hostile zip files: each is refused by its own name, in time, or read as it should be.
class HostileZipTest : public QObject {
    Q_OBJECT

private slots:
    void changedArchive_data();
    void changedArchive();
    void changedEnd_data();
    void changedEnd();
    void wholeFiles_data();
    void wholeFiles();
    void a02_everyCutIsAnError();
    void a12_everyFlippedByteOfThePickleIsAnError();
    void a20_hugePickleIsNotRead();
    void a24_aMillionMembers();
    void a24_cancelStopsInAMillionMembers();
    void a25_sparseFileOf300Gigabytes();
};

constexpr size_t pickle = 0;
constexpr size_t byteOrder = 1;
constexpr size_t storage = 2;
constexpr size_t version = 3;

using Change = std::function<void(ZipBytes&)>;
Q_DECLARE_METATYPE(Change)
using ChangeEnd = std::function<void(ZipEnding&)>;
Q_DECLARE_METATYPE(ChangeEnd)

static void changeRow(const char* name, const char* outcome, Change change)
{
    QTest::newRow(name) << std::move(change) << QString(outcome);
}

static void localHeaderRows()
{
    changeRow("a09_localAndCentralNamesDiffer", "E_ZIP_HEADERS_DIFFER name",
              [](ZipBytes& zip) { zip.members[pickle].localName = "archive/data.txt"; });
    changeRow("a09_localNameIsLonger", "E_ZIP_HEADERS_DIFFER name", [](ZipBytes& zip) { zip.members[storage].localName = "archive/data/00"; });
    changeRow("a10_sizesDiffer", "E_ZIP_HEADERS_DIFFER size", [](ZipBytes& zip) { zip.members[storage].localBytes = 12; });
    changeRow("a10_checksumsDiffer", "E_ZIP_HEADERS_DIFFER crc", [](ZipBytes& zip) { zip.members[storage].localCrc = 1; });
    changeRow("a10_methodsDiffer", "E_ZIP_HEADERS_DIFFER method", [](ZipBytes& zip) { zip.members[storage].localMethod = 8; });
    changeRow("a10_offsetIsElsewhere", "E_ZIP_HEADERS_DIFFER signature", [](ZipBytes& zip) { zip.members[pickle].centralOffset = 1; });
    changeRow("a10_sizesInTheFieldDiffer", "E_ZIP_HEADERS_DIFFER size", [](ZipBytes& zip) {
        zip.members[storage].localBytes = UINT32_MAX;
        zip.members[storage].localExtra = "\1\0\20\0"s + littleEndian(12, 8) + littleEndian(12, 8);
    });
    changeRow("a11_encryptedInBoth", "E_ZIP_ENCRYPTED encrypted", [](ZipBytes& zip) { zip.members[storage].flags = 0x0801; });
    changeRow("a11_encryptedInTheLocalHeader", "E_ZIP_ENCRYPTED encrypted", [](ZipBytes& zip) { zip.members[storage].localFlags = 0x0809; });
    changeRow("a11_stronglyEncrypted", "E_ZIP_ENCRYPTED encrypted", [](ZipBytes& zip) { zip.members[storage].localFlags = 0x0848; });
    changeRow("a11_patched", "E_ZIP_ENTRY patched", [](ZipBytes& zip) { zip.members[storage].flags = 0x0820; });
    changeRow("a11_patchedInTheLocalHeader", "E_ZIP_HEADERS_DIFFER patched", [](ZipBytes& zip) { zip.members[storage].localFlags = 0x0828; });
    changeRow("a13_descriptorWithoutSignature", "none", [](ZipBytes& zip) { zip.members[storage].descriptorSignature = false; });
    changeRow("a13_noDescriptor", "none", [](ZipBytes& zip) { zip.members[storage].descriptor = false; });
    changeRow("a19_notAligned", "none", [](ZipBytes& zip) { zip.members[storage].localExtra = ""; });
    changeRow("a19_paddingLargerThanTheGap", "E_ZIP_OVERLAP past-end", [](ZipBytes& zip) {
        zip.members[storage].localExtra = "FB\xff\xff";  // the field's own length is past its end: padding is not looked into
        zip.members[storage].centralBytes = zip.members[storage].centralStored = 36;
    });
}

static void nameRows()
{
    const auto named = [](const std::string& name) { return [name](ZipBytes& zip) { zip.add(name, "x"); }; };
    changeRow("a14_twoPickles", "E_ZIP_DUPLICATE", named("archive/data.pkl"));
    changeRow("a14_twoStorages", "E_ZIP_DUPLICATE", named("archive/data/0"));
    changeRow("a15_parent", "E_ZIP_NAME leaves-folder", named("archive/../../etc/passwd"));
    changeRow("a15_parentAtTheEnd", "E_ZIP_NAME leaves-folder", named("archive/.."));
    changeRow("a15_absolute", "E_ZIP_NAME absolute", named("/etc/passwd"));
    changeRow("a15_driveLetter", "E_ZIP_NAME absolute", named("C:evil"));
    changeRow("a15_backslash", "E_ZIP_NAME backslash", named("archive\\evil"));
    changeRow("a15_nul", "E_ZIP_NAME nul", named("archive/a\0b"s));
    changeRow("a15_empty", "E_ZIP_NAME empty", named(""));
    changeRow("a15_notUtf8", "E_ZIP_NAME not-utf8", named("archive/\xff"));
    changeRow("a15_64Kilobytes", "E_ZIP_NAME too-long", named("archive/" + std::string(65000, 'n')));
    changeRow("a15_deviceNameIsHarmless", "none", named("archive/CON"));
    changeRow("a15_rightToLeftMarkIsHarmless", "none",
              named("archive/a\xe2\x80\xae"
                    "b"));
    changeRow("a15_dotsInsideAreHarmless", "none", named("archive/a..b"));
    changeRow("a16_twoTopFolders", "E_ZIP_LAYOUT two-top-folders", named("other/data.pkl"));
    changeRow("a16_otherCase", "E_ZIP_LAYOUT two-top-folders", named("Archive/data/1"));
    changeRow("a16_dataFolderBeside", "E_ZIP_LAYOUT two-top-folders", named(".data/serialization_id"));
    changeRow("a16_fileBeside", "E_ZIP_LAYOUT no-top-folder", named("version"));
    changeRow("a16_dataFolderInside", "none", named("archive/.data/serialization_id"));
    changeRow("a16_noTopFolder", "E_ZIP_LAYOUT no-top-folder", [](ZipBytes& zip) {
        for (ZipMember& member : zip.members) {
            member.name = member.name.substr(8);
        }
    });
}

static void entryRows()
{
    const auto method = [](uint16_t number) { return [number](ZipBytes& zip) { zip.members[storage].method = number; }; };
    changeRow("a07_longSizeWithoutField", "E_ZIP64 missing", [](ZipBytes& zip) { zip.members[storage].centralBytes = UINT32_MAX; });
    changeRow("a07_fieldCut", "E_ZIP64 cut", [](ZipBytes& zip) {
        zip.members[storage].centralBytes = UINT32_MAX;
        zip.members[storage].centralExtra = "\1\0\4\0\0\0\0\0"s;
    });
    changeRow("a07_fieldPastTheExtra", "E_ZIP64 cut", [](ZipBytes& zip) { zip.members[storage].centralExtra = "\1\0\20\0\1\2"s; });
    changeRow("a07_bothFormsOfTheSize", "E_ZIP64 disagree",
              [](ZipBytes& zip) { zip.members[storage].centralExtra = "\1\0\20\0"s + littleEndian(1 << 20, 8) + littleEndian(1 << 20, 8); });
    changeRow("a12_checksumOfAReadRecord", "E_CRC", [](ZipBytes& zip) { zip.members[pickle].centralCrc = 1; });
    changeRow("a12_checksumOfTheVersion", "E_CRC", [](ZipBytes& zip) { zip.members[version].centralCrc = 1; });
    changeRow("a12_checksumOfZeroIsAbsent", "none", [](ZipBytes& zip) { zip.members[pickle].centralCrc = 0; });
    changeRow("a17_deflate", "E_ZIP_COMPRESSED method", method(8));
    changeRow("a17_deflate64", "E_ZIP_COMPRESSED method", method(9));
    changeRow("a17_bzip2", "E_ZIP_COMPRESSED method", method(12));
    changeRow("a17_lzma", "E_ZIP_COMPRESSED method", method(14));
    changeRow("a17_zstd", "E_ZIP_COMPRESSED method", method(93));
    changeRow("a17_aes", "E_ZIP_COMPRESSED method", method(99));
    changeRow("a17_bomb", "E_ZIP_COMPRESSED method", [](ZipBytes& zip) {
        zip.members[storage].method = 8;
        zip.members[storage].centralBytes = 0xFFFFFFFE;
    });
    changeRow("a17_deflatedGarbage", "E_ZIP_COMPRESSED method", [](ZipBytes& zip) {
        zip.members[pickle].method = 8;
        zip.members[pickle].bytes = "\xff\xfe\xfd";
    });
    changeRow("a17_zipInsideIsNotOpened", "none", [](ZipBytes& zip) {
        ZipBytes inner = smallTorchZip();
        inner.members[storage].method = 8;
        zip.add("archive/inner.zip", inner.finish());
    });
    changeRow("a17_storedSizesDiffer", "E_ZIP_ENTRY size", [](ZipBytes& zip) { zip.members[storage].centralBytes = 17; });
    changeRow("a18_sharedBytes", "E_ZIP_OVERLAP overlap", [](ZipBytes& zip) { zip.members[storage].centralOffset = 0; });
    changeRow("a18_overTheNextMember", "E_ZIP_OVERLAP overlap",
              [](ZipBytes& zip) { zip.members[storage].centralBytes = zip.members[storage].centralStored = 200; });
    changeRow("a18_overTheDirectory", "E_ZIP_OVERLAP directory",
              [](ZipBytes& zip) { zip.members[version].centralBytes = zip.members[version].centralStored = 200; });
    changeRow("a18_pastTheEnd", "E_ZIP_ENTRY past-end",
              [](ZipBytes& zip) { zip.members[version].centralBytes = zip.members[version].centralStored = 100000; });
    changeRow("a18_offsetPastTheEnd", "E_ZIP_ENTRY past-end", [](ZipBytes& zip) { zip.members[version].centralOffset = 0xFFFFFFF0; });
    changeRow("a23_longExtra", "none", [](ZipBytes& zip) { zip.members[storage].centralExtra = "ab\x10\x27"s + std::string(10000, 'e'); });
    changeRow("a23_link", "E_ZIP_ENTRY symlink", [](ZipBytes& zip) { zip.members[storage].attributes = 0xA1ED0000; });
    changeRow("folderWithBytes", "E_ZIP_ENTRY folder-with-bytes", [](ZipBytes& zip) { zip.add("archive/code/", "x"); });
}

static void layoutRows()
{
    const auto text = [](size_t member, const std::string& bytes) { return [=](ZipBytes& zip) { zip.members[member].bytes = bytes; }; };
    const auto without = [](size_t member) {
        return [=](ZipBytes& zip) { zip.members.erase(zip.members.begin() + static_cast<std::ptrdiff_t>(member)); };
    };
    changeRow("a20_noPickle", "E_ZIP_LAYOUT no-data.pkl", without(pickle));
    changeRow("a20_pickleIsAFolder", "E_ZIP_LAYOUT no-data.pkl", [](ZipBytes& zip) {
        zip.members[pickle].name = "archive/data.pkl/";
        zip.members[pickle].bytes.clear();
    });
    changeRow("a20_pickleIsEmpty", "E_PICKLE_TRUNCATED no-stop", text(pickle, ""));
    changeRow("a21_noVersion", "E_ZIP_LAYOUT no-version", without(version));
    changeRow("a21_versionTooLarge", "E_ZIP_LAYOUT version", text(version, "99999999999"));
    changeRow("a21_versionWraps", "E_ZIP_LAYOUT version", text(version, "18446744073709551619"));
    changeRow("a21_versionIsNoNumber", "E_ZIP_LAYOUT version", text(version, "three"));
    changeRow("a21_versionIsLong", "E_ZIP_LAYOUT too-long", text(version, std::string(1000, '3')));
    changeRow("a21_bigEndian", "none", text(byteOrder, "big"));
    changeRow("a21_otherByteOrder", "E_ZIP_LAYOUT byteorder", text(byteOrder, "middle"));
    changeRow("a21_formatVersionIsJunk", "none",
              [](ZipBytes& zip) { zip.add("archive/.format_version", "\xff\xff").add("archive/.storage_alignment", "-1"); });
    changeRow("a22_torchScript", "E_TORCHSCRIPT", [](ZipBytes& zip) { zip.add("archive/constants.pkl", "\x80\x02)."); });
    changeRow("a22_torchScriptCode", "E_TORCHSCRIPT", [](ZipBytes& zip) { zip.add("archive/code/__torch__.py", "class A(Module):"); });
    changeRow("a22_torchScriptCodeIsCompressed", "E_TORCHSCRIPT", [](ZipBytes& zip) {
        zip.add("archive/code/__torch__.py", "deflated");
        zip.members.back().method = 8;
    });
    changeRow("b43_storageIsMissing", "E_RECORD_MISSING", without(storage));
    changeRow("b43_storageKeyIsAPath", "E_PICKLE_PERSISTENT_ID key", text(pickle, pickledTensors({PickledTensor{.storage = "../../etc/passwd"}})));
}

void HostileZipTest::changedArchive_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("outcome");
    changeRow("unchanged", "none", [](ZipBytes&) {});
    localHeaderRows();
    nameRows();
    entryRows();
    layoutRows();
}

void HostileZipTest::changedArchive()
{
    QFETCH(Change, change);
    QFETCH(QString, outcome);
    ZipBytes zip = smallTorchZip();
    change(zip);
    QCOMPARE(outcomeOfReading(zip.finish()), outcome);
}

void HostileZipTest::changedEnd_data()
{
    QTest::addColumn<ChangeEnd>("change");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, const char* outcome, ChangeEnd change) { QTest::newRow(name) << std::move(change) << QString(outcome); };
    row("a04_endRecordInTheComment", "E_ZIP_END_RECORD ambiguous", [](ZipEnding& end) { end.comment = "PK\5\6"s + std::string(18, '\0'); });
    row("a04_endRecordInsideTheComment", "none", [](ZipEnding& end) { end.comment = "PK\5\6"s + std::string(18, '\0') + "text"; });
    row("a05_commentPastTheEnd", "E_ZIP_END_RECORD comment-past-end", [](ZipEnding& end) { end.commentBytes = 5; });
    row("a05_bytesBehindTheComment", "E_ZIP_END_RECORD trailing", [](ZipEnding& end) {
        end.comment = "text";
        end.commentBytes = 3;
    });
    row("a07_locatorPastTheEnd", "E_ZIP64 past-end", [](ZipEnding& end) { end.locator = 1ULL << 60U; });
    row("a07_locatorAtOtherBytes", "E_ZIP64 disagree", [](ZipEnding& end) { end.locator = 8; });
    row("a07_noRecord", "E_ZIP64 missing", [](ZipEnding& end) {
        end.zip64 = false;
        end.directoryOffset = UINT32_MAX;
    });
    row("a07_countsDisagree", "E_ZIP64 disagree", [](ZipEnding& end) { end.entries64 = 5; });
    row("a07_sizesDisagree", "E_ZIP64 disagree", [](ZipEnding& end) { end.directoryBytes64 = 1; });
    row("a07_offsetsDisagree", "E_ZIP64 disagree", [](ZipEnding& end) { end.directoryOffset64 = 1; });
    row("a07_offsetsWrap", "E_ZIP64 disagree", [](ZipEnding& end) {
        end.directoryOffset = UINT32_MAX;
        end.directoryOffset64 = UINT64_MAX - 10;
    });
    row("a07_onlyTheLongForm", "none", [](ZipEnding& end) { end.entries = UINT16_MAX; });
    row("a08_moreEntriesClaimed", "E_ZIP_ENTRY_COUNT fewer", [](ZipEnding& end) { end.entries = end.entries64.emplace(uint16_t{5}); });
    row("a08_fewerEntriesClaimed", "E_ZIP_ENTRY_COUNT more", [](ZipEnding& end) { end.entries = end.entries64.emplace(uint16_t{3}); });
    row("a08_twoToThe32Entries", "E_ZIP_ENTRY_COUNT more-than-fit", [](ZipEnding& end) {
        end.entries = UINT16_MAX;
        end.entries64 = 1ULL << 32U;
    });
    row("a08_directoryBeforeItsPlace", "E_ZIP_ENTRY signature", [](ZipEnding& end) {
        end.zip64 = false;
        end.directoryBytes = 200;
    });
    row("a08_directoryLargerThanTheFile", "E_ZIP_END_RECORD past-end", [](ZipEnding& end) {
        end.zip64 = false;
        end.directoryBytes = 0x7FFFFFFF;
    });
}

void HostileZipTest::changedEnd()
{
    QFETCH(ChangeEnd, change);
    QFETCH(QString, outcome);
    ZipEnding ending;
    change(ending);
    QCOMPARE(outcomeOfReading(smallTorchZip().finish(ending)), outcome);
}

void HostileZipTest::wholeFiles_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("outcome");
    const std::string whole = smallTorchZip().finish();
    const size_t directory = whole.find("PK\1\2");
    ZipEnding noZip64;
    noZip64.zip64 = false;
    QTest::newRow("a01_empty") << ""s
                               << "E_EMPTY_FILE";
    QTest::newRow("a01_oneByte") << "P"s
                                 << "E_NOT_A_CHECKPOINT text";
    QTest::newRow("a01_onlyASignature") << "PK\3\4"s
                                        << "E_ZIP_TRUNCATED no-end-record";
    QTest::newRow("a01_onlyAnEndRecord") << ZipBytes().finish(noZip64) << "E_ZIP_LAYOUT empty";
    QTest::newRow("a01_onlyEndRecords") << ZipBytes().finish() << "E_ZIP_LAYOUT empty";
    QTest::newRow("a02_middleOfTheDirectory") << whole.substr(0, directory + 100) << "E_ZIP_TRUNCATED no-end-record";
    QTest::newRow("a03_noDirectory") << whole.substr(0, directory) << "E_ZIP_TRUNCATED no-end-record";
    QTest::newRow("a04_twoArchives") << whole + whole << "none";
    QTest::newRow("a07_recordIsNone") << QByteArray::fromStdString(whole).replace("PK\6\6", "PK\6\5").toStdString() << "E_ZIP64 no-record";
    QTest::newRow("a06_junkBefore") << "\x7f\x45LF junk" + whole << "none";
    QTest::newRow("a06_junkInside") << whole.substr(0, directory) + "junk" + whole.substr(directory) << "E_ZIP_HEADERS_DIFFER signature";
    QTest::newRow("a06_junkBeforeTheEndRecords") << whole.substr(0, whole.find("PK\6\6")) + "junk" + whole.substr(whole.find("PK\6\6"))
                                                 << "E_ZIP_ENTRY signature";
}

void HostileZipTest::wholeFiles()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(outcomeOfReading(bytes), outcome);
}

void HostileZipTest::a02_everyCutIsAnError()
{
    const std::string whole = smallTorchZip().finish();
    for (size_t length = 0; length < whole.size(); ++length) {
        const QString outcome = outcomeOfReading(whole.substr(0, length));
        QVERIFY2(outcome.startsWith("E_") && !outcome.contains("without a file"), qPrintable(QString("%1: %2").arg(length).arg(outcome)));
    }
}

void HostileZipTest::a12_everyFlippedByteOfThePickleIsAnError()
{
    const std::string whole = smallTorchZip().finish();
    const size_t begin = whole.find("\x80\x02}");
    for (size_t at = begin; at < begin + smallTorchZip().members[pickle].bytes.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        QCOMPARE(outcomeOfReading(flipped), QString("E_CRC"));
    }
}

// Writes the pieces of an archive into a sparse file: what lies between is zeros.
static std::unique_ptr<io::ByteSource> sparseFile(const QTemporaryDir& folder, const std::vector<std::pair<uint64_t, std::string>>& pieces)
{
    const std::string path = folder.filePath("sparse.pth").toStdString();
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    bool written = file >= 0;
    for (const auto& piece : pieces) {
        written = written && ::pwrite(file, piece.second.data(), piece.second.size(), static_cast<off_t>(piece.first)) ==
                                 static_cast<ssize_t>(piece.second.size());
    }
    ::close(file);
    return written ? io::openFile(path) : nullptr;
}

// An archive whose member `name` is as long as `bytes` says: the end of it is moved away from its beginning.
static std::vector<std::pair<uint64_t, std::string>> stretched(ZipBytes zip, size_t member, uint64_t bytes)
{
    ZipMember& last = zip.members[member];
    const uint64_t more = bytes - last.bytes.size();
    last.centralCrc = 0;
    last.centralBytes = last.centralStored = UINT32_MAX;
    last.centralExtra = "\1\0\20\0"s + littleEndian(bytes, 8) + littleEndian(bytes, 8);
    const std::string plain = zip.finish();
    const uint64_t directory = plain.find("PK\1\2");
    ZipEnding ending;
    ending.directoryOffset = UINT32_MAX;
    ending.directoryOffset64 = directory + more;
    ending.locator = plain.find("PK\6\6") + more;
    const std::string moved = zip.finish(ending);
    return {{0, moved.substr(0, directory)}, {directory + more, moved.substr(directory)}};
}

void HostileZipTest::a20_hugePickleIsNotRead()
{
    const QTemporaryDir folder;
    ZipBytes zip = smallTorchZip();
    std::rotate(zip.members.begin(), zip.members.begin() + 1, zip.members.end());
    const auto source = sparseFile(folder, stretched(zip, 3, 2ULL << 30U));
    QVERIFY(source);
    ContainerRun run;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(outcomeOf([&] { checkpoint::readTorchCheckpoint(*source, "", run.job); }), QString("E_LIMIT pickle-bytes"));
    QVERIFY(timer.elapsed() < 5000);
}

// An archive whose directory alone has a million entries.
static std::string millionMembers()
{
    const std::string entry = "PK\1\2" + std::string(24, '\0') + littleEndian(1, 2) + std::string(16, '\0') + "n";
    constexpr uint64_t directory = 64;
    std::string bytes = "PK\3\4" + std::string(directory - 4, '\0');
    for (int i = 0; i < 1000000; ++i) {
        bytes += entry;
    }
    const uint64_t size = bytes.size() - directory;
    bytes += "PK\6\6" + littleEndian(44, 8) + littleEndian(45, 4) + littleEndian(0, 8) + littleEndian(1000000, 8) + littleEndian(1000000, 8) +
             littleEndian(size, 8) + littleEndian(directory, 8) + "PK\6\7" + littleEndian(0, 4) + littleEndian(size + directory, 8) +
             littleEndian(1, 4) + "PK\5\6" + littleEndian(0, 4) + std::string(12, '\xff') + littleEndian(0, 2);
    return bytes;
}

void HostileZipTest::a24_aMillionMembers()
{
    QCOMPARE(outcomeOfReading(millionMembers()), QString("E_LIMIT zip-entries"));
}

// Cancels while its bytes are read.
class CancellingSource : public io::ByteSource {
public:
    CancellingSource(const std::string& bytes, CancelToken& cancel) : m_bytes(bytes), m_cancel(cancel) {}

    const std::string& name() const noexcept override { return m_bytes.name(); }
    uint64_t size() const noexcept override { return m_bytes.size(); }
    io::SourceIdentity identity() const noexcept override { return m_bytes.identity(); }
    void readAt(uint64_t offset, std::span<std::byte> into) const override
    {
        if (++m_reads == readsBeforeCancel) {
            m_cancel.cancel();
        }
        m_bytes.readAt(offset, into);
    }
    void forget(uint64_t, uint64_t) const noexcept override {}
    void willRead(uint64_t, uint64_t) const noexcept override {}
    void requireUnchanged() const override {}
    int readsAfterCancel() const noexcept { return m_reads - readsBeforeCancel; }

private:
    static constexpr int readsBeforeCancel = 20;

    MemorySource m_bytes;
    CancelToken& m_cancel;
    mutable int m_reads = 0;
};

void HostileZipTest::a24_cancelStopsInAMillionMembers()
{
    ContainerRun run;
    run.job.limits.zipEntries = 2'000'000;
    const CancellingSource source(millionMembers(), run.cancel);
    QVERIFY_EXCEPTION_THROWN(checkpoint::ZipDirectory::read(source, run.job), Cancelled);
    QVERIFY2(source.readsAfterCancel() < 100, qPrintable(QString::number(source.readsAfterCancel())));
}

void HostileZipTest::a25_sparseFileOf300Gigabytes()
{
    constexpr uint64_t elements = 75'000'000'000;
    const QTemporaryDir folder;
    ZipBytes zip;
    zip.add("archive/version", "3\n");
    zip.add("archive/data.pkl", pickledTensors({PickledTensor{.elements = elements, .size = {elements}}}));
    zip.add("archive/data/0", "first");
    const auto source = sparseFile(folder, stretched(zip, 2, 4 * elements));
    if (!source) {
        QSKIP("this file system holds no file of 300 GB");
    }
    ContainerRun run;
    QElapsedTimer timer;
    timer.start();
    const tensor::TensorIndex index = checkpoint::readTorchCheckpoint(*source, "", run.job);
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(index.records.at(0).bytes, 4 * elements);
    const checkpoint::SourceFiles files(index);
    checkpoint::TensorReader reader(files, index, index.tensors[0]);
    std::string begin(8, '\0');
    reader.read(std::as_writable_bytes(std::span(begin)));
    QCOMPARE(begin.substr(0, 5), std::string("first"));
}

QTEST_GUILESS_MAIN(HostileZipTest)
#include "hostile_zip_test.moc"
