#include "core/checkpoint/unread_header.h"

#include "core/checkpoint/tensor_reader.h"
#include "core/checkpoint/vissl_slices.h"
#include "tests/core/checkpoint/container_fixture.h"
#include "tests/support/expect_error.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/remote_source.h"
#include "tests/support/zip_bytes.h"

#include <QTest>

#include <memory>

using namespace wb;
using namespace wb::test;
using checkpoint::SourceFiles;

// What stands before the records of a remote file is read with them, and not at inspection.
class UnreadHeaderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_log = std::make_shared<ReadLog>(); }
    void inspectingAZipReadsNoLocalHeaderOfAStorage();
    void anUnreadMemberIsWhereALocalReaderFindsIt();
    void aLocalHeaderIsReadOnceAndForwards();
    void damagedLocalHeadersAreRefused_data();
    void damagedLocalHeadersAreRefused();
    void inspectingALegacyFileReadsNoCount();
    void aWrongCountIsRefused();
    void aRootThatOnlyViewsNameHasItsCountFromThem();
    void aHeaderIsReadOnceForAllTensorsOfItsRecord();
    void anotherValidatorIsAChangedSource();
    void slicesOverTheNetworkAreNotOpened();

private:
    RemoteSource remote(const std::string& bytes) const { return RemoteSource(bytes, "https://example.org/a.pth", m_log); }
    tensor::TensorIndex read(const std::string& bytes) const
    {
        ContainerRun run;
        return checkpoint::readTorchCheckpoint(remote(bytes), "", run.job);
    }
    checkpoint::SourceOpener opener(const std::string& bytes) const
    {
        return [this, bytes](const tensor::SourceFile& file) { return std::make_unique<RemoteSource>(bytes, file.path, m_log); };
    }
    static std::string legacyFile(const std::string& object, uint64_t count, const std::string& values);

    std::shared_ptr<ReadLog> m_log;
};

// The storages lie apart from what an inspection reads at the front and at the end.
static std::string zipOfMany(int tensors)
{
    constexpr size_t apart = 200'000;
    PickleBytes pickle;
    pickle.dict();
    for (int i = 0; i < tensors; ++i) {
        pickle.text("w" + std::to_string(i)).tensor({.storage = std::to_string(i)});
    }
    ZipBytes zip;
    zip.add("archive/data.pkl", pickle.setItems().finish()).add("archive/byteorder", "little").add("archive/.pad0", std::string(apart, 'p'));
    for (int i = 0; i < tensors; ++i) {
        zip.add("archive/data/" + std::to_string(i), countingFloats(4));
    }
    return zip.add("archive/.pad1", std::string(apart, 'p')).add("archive/version", "3\n").finish();
}

void UnreadHeaderTest::inspectingAZipReadsNoLocalHeaderOfAStorage()
{
    const tensor::TensorIndex index = read(zipOfMany(300));
    QCOMPARE(index.records.size(), size_t{300});
    for (const tensor::Record& record : index.records) {
        QVERIFY(record.unread);
        QVERIFY(!m_log->touches(record.offset, record.unread->endOfRoom));
    }
    QVERIFY2(m_log->reads.size() < 20, qPrintable(QString::number(m_log->reads.size())));
    QCOMPARE(index.files[0].validator, std::string(RemoteSource::validator));
}

void UnreadHeaderTest::anUnreadMemberIsWhereALocalReaderFindsIt()
{
    const std::string bytes = zipOfMany(20);
    const tensor::TensorIndex local = ContainerRun().read(bytes);
    const tensor::TensorIndex index = read(bytes);
    QCOMPARE(index.records.size(), local.records.size());
    for (size_t i = 0; i < index.records.size(); ++i) {
        const tensor::Record& expected = local.records[i];
        QVERIFY(!expected.unread);
        QCOMPARE(checkpoint::firstByteOf(remote(bytes), index.records[i]), expected.offset);
        QCOMPARE(checkpoint::firstByteOf(remote(bytes), expected), expected.offset);
        QCOMPARE(index.records[i].name, expected.name);
        QCOMPARE(index.records[i].bytes, expected.bytes);
        QCOMPARE(index.records[i].crc32, expected.crc32);
    }
}

// One storage whose local header has what the test wants.
static std::string zipWith(const std::function<void(ZipMember&)>& change)
{
    ZipBytes zip = smallTorchZip();
    change(zip.members[2]);
    return zip.finish();
}

void UnreadHeaderTest::aLocalHeaderIsReadOnceAndForwards()
{
    const std::string plain = smallTorchZip().finish();
    const tensor::TensorIndex index = read(plain);
    m_log->reads.clear();
    checkpoint::firstByteOf(remote(plain), index.records[0]);
    QCOMPARE(m_log->reads.size(), size_t{1});
    QVERIFY(m_log->bytes() <= 30 + index.records[0].unread->member.size() + 96);

    const std::string longExtra = zipWith([](ZipMember& member) {
        member.descriptor = false;
        member.localBytes = 0xFFFFFFFF;
        member.localExtra = "FB" + littleEndian(500, 2) + std::string(500, 'Z') + littleEndian(1, 2) + littleEndian(16, 2) + littleEndian(16, 8) +
                            littleEndian(16, 8);
    });
    const tensor::Record record = read(longExtra).records[0];
    m_log->reads.clear();
    QCOMPARE(longExtra.substr(checkpoint::firstByteOf(remote(longExtra), record), 16), countingFloats(4));
    QCOMPARE(m_log->reads.size(), size_t{2});
    QCOMPARE(m_log->backwardBytes(), uint64_t{0});
}

void UnreadHeaderTest::damagedLocalHeadersAreRefused_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, const QString& outcome, const std::function<void(ZipMember&)>& change) {
        QTest::newRow(name) << zipWith(change) << outcome;
    };
    row("name", "E_ZIP_HEADERS_DIFFER name", [](ZipMember& member) { member.localName = "archive/data/1"; });
    row("longer name", "E_ZIP_HEADERS_DIFFER name", [](ZipMember& member) { member.localName = member.name + "x"; });
    row("method", "E_ZIP_HEADERS_DIFFER method", [](ZipMember& member) { member.localMethod = 8; });
    row("crc", "E_ZIP_HEADERS_DIFFER crc", [](ZipMember& member) { member.localCrc = 1; });
    row("size", "E_ZIP_HEADERS_DIFFER size", [](ZipMember& member) { member.localBytes = 17; });
    row("encrypted", "E_ZIP_ENCRYPTED encrypted", [](ZipMember& member) { member.localFlags = 0x0809; });
}

void UnreadHeaderTest::damagedLocalHeadersAreRefused()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(outcomeOfReading(bytes), outcome);
    const tensor::TensorIndex index = read(bytes);
    QCOMPARE(outcomeOf([&] { checkpoint::firstByteOf(remote(bytes), index.records[0]); }), outcome);
    const SourceFiles files(index, opener(bytes));
    QCOMPARE(outcomeOf([&] { checkpoint::TensorReader(files, index, index.tensors[0]); }), outcome);
    const CancelToken cancel;
    QCOMPARE(outcomeOf([&] { checkpoint::requireCrc(files, index, index.records[0], cancel); }), outcome);
}

// A legacy file of two storages, "94" and then "95" with two longs.
std::string UnreadHeaderTest::legacyFile(const std::string& object, uint64_t count, const std::string& values)
{
    std::string out = PickleBytes().raw("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19").finish() + PickleBytes().integer(1001).finish();
    out += PickleBytes().dict().text("little_endian").boolean(true).setItems().finish() + object;
    out += PickleBytes().list().text("94").text("95").appendItems().finish();
    return out + littleEndian(count, 8) + values + littleEndian(2, 8) + std::string(16, 'L');
}

static const PickledTensor longs{.storage = "95", .elements = 2, .size = {2}, .type = "LongStorage", .legacy = true};

void UnreadHeaderTest::inspectingALegacyFileReadsNoCount()
{
    constexpr int64_t many = 100'000;
    const PickledTensor floats{.storage = "94", .elements = many, .size = {many}, .legacy = true};
    const std::string bytes = legacyFile(pickledTensors({floats, longs}), many, countingFloats(many));
    const tensor::TensorIndex local = ContainerRun().read(bytes);
    const tensor::TensorIndex index = read(bytes);
    QVERIFY(!m_log->touches(index.records.at(1).offset, bytes.size()));
    for (size_t i = 0; i < index.records.size(); ++i) {
        QVERIFY(index.records[i].unread);
        QCOMPARE(checkpoint::firstByteOf(remote(bytes), index.records[i]), local.records[i].offset);
        QCOMPARE(index.records[i].bytes, local.records[i].bytes);
        QCOMPARE(index.records[i].unread->endOfRoom, local.records[i].offset + local.records[i].bytes);
    }
}

void UnreadHeaderTest::aWrongCountIsRefused()
{
    const std::string object = pickledTensors({PickledTensor{.storage = "94", .legacy = true}, longs});
    const std::string bytes = legacyFile(object, 5, countingFloats(4));
    const auto local = errorOf([&] { ContainerRun().read(bytes); });
    const tensor::TensorIndex index = read(bytes);
    const SourceFiles files(index, opener(bytes));
    const auto error = errorOf([&] { checkpoint::TensorReader(files, index, index.tensors[0]); });
    QVERIFY(local && error);
    QCOMPARE(error->code(), ErrorCode::LegacyStorage);
    for (const char* fact : {"part", "offset", "problem", "expected", "found"}) {
        QCOMPARE(error->fact(fact), local->fact(fact));
    }
    checkpoint::TensorReader(files, index, index.tensors[1]);  // the other storage is as it should be
    QCOMPARE(outcomeOf([&] { read(legacyFile(object, 4, countingFloats(4)).substr(0, bytes.size() - 1)); }), QString("E_LEGACY_STORAGE past-end"));
}

void UnreadHeaderTest::aRootThatOnlyViewsNameHasItsCountFromThem()
{
    const PickledTensor view{.storage = "94", .elements = 6, .size = {2}, .legacy = true, .view = "96", .viewOffset = 1, .viewElements = 3};
    const std::string bytes = legacyFile(pickledTensors({view, longs}), 6, countingFloats(6));
    const tensor::TensorIndex local = ContainerRun().read(bytes);
    const tensor::TensorIndex index = read(bytes);
    for (size_t i = 0; i < index.records.size(); ++i) {
        QCOMPARE(checkpoint::firstByteOf(remote(bytes), index.records[i]), local.records[i].offset);
        QCOMPARE(index.records[i].bytes, local.records[i].bytes);
    }
}

void UnreadHeaderTest::aHeaderIsReadOnceForAllTensorsOfItsRecord()
{
    const std::string bytes = torchZip(pickledTensors({PickledTensor{}, PickledTensor{.size = {2}, .offset = 2}}), {countingFloats(4)}).finish();
    const tensor::TensorIndex index = read(bytes);
    const SourceFiles files(index, opener(bytes));
    m_log->reads.clear();
    for (const tensor::TensorInfo& info : index.tensors) {
        checkpoint::TensorReader reader(files, index, info);
        std::string values(static_cast<size_t>(info.bytes()), '\0');
        reader.read(std::as_writable_bytes(std::span(values)));
        QCOMPARE(values, countingFloats(4).substr(static_cast<size_t>(info.storageOffset) * 4));
        QCOMPARE(reader.recordBegin(), ContainerRun().read(bytes).records[0].offset);
    }
    QCOMPARE(m_log->reads.size(), size_t{3});
}

void UnreadHeaderTest::anotherValidatorIsAChangedSource()
{
    const std::string bytes = smallTorchZip().finish();
    tensor::TensorIndex index = read(bytes);
    SourceFiles(index, opener(bytes)).open(0);
    index.files[0].validator = "\"version 2\"";
    QCOMPARE(outcomeOf([&] { SourceFiles(index, opener(bytes)).open(0); }), QString("E_SOURCE_CHANGED"));
}

void UnreadHeaderTest::slicesOverTheNetworkAreNotOpened()
{
    ContainerRun run;
    tensor::TensorIndex index;
    checkpoint::FoundStateDict found;
    found.slices.push_back({"a", "/elsewhere/model_layers/a.torch"});
    const auto error = errorOf([&] { checkpoint::addSlices(remote("x"), found, index, run.job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotAvailable);
    QCOMPARE(error->fact("name"), std::string_view("vissl-slices over the network"));
}

QTEST_GUILESS_MAIN(UnreadHeaderTest)
#include "unread_header_test.moc"
