#include "tests/core/checkpoint/container_fixture.h"

#include "tests/support/pickle_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QTest>

using namespace wb;
using namespace wb::test;

class TorchZipTest : public QObject {
    Q_OBJECT

private slots:
    void tensorsAreLocated();
    void anyFolderNameIsTaken();
    void sharedStorageIsOneRecordAndSaid();
    void unusedRecordsAreNotListed();
    void bigEndianIsMarked();
    void byteOrderMayBeAbsent();
    void crcIsKept();
    void stateDictOfThePathIsRead();
    void storageBytesMustAgree_data();
    void storageBytesMustAgree();
    void viewsMustStayInside_data();
    void viewsMustStayInside();
    void bytesBehindThePickleAreRefused();
};

void TorchZipTest::tensorsAreLocated()
{
    const std::string bytes =
        torchZip(pickledTensors({PickledTensor{}, PickledTensor{.storage = "1", .elements = 6, .size = {3, 2}, .stride = {1, 3}}}),
                 {countingFloats(4), countingFloats(6)})
            .finish();
    const tensor::TensorIndex index = ContainerRun().read(bytes);
    QCOMPARE(index.container, tensor::Container::TorchZip);
    QCOMPARE(index.files.size(), size_t{1});
    QCOMPARE(index.files[0].path, std::string("a.pth"));
    QCOMPARE(index.files[0].bytes, uint64_t{bytes.size()});
    QCOMPARE(index.tensors.size(), size_t{2});
    const tensor::TensorInfo& second = index.tensors[1];
    QCOMPARE(second.key, std::string("b"));
    QCOMPARE(second.shape, (std::vector<uint64_t>{3, 2}));
    QCOMPARE(second.strides, (std::vector<uint64_t>{1, 3}));
    const tensor::Record& record = index.records.at(second.record);
    QCOMPARE(record.name, std::string("archive/data/1"));
    QCOMPARE(bytes.substr(record.offset, record.bytes), countingFloats(6));
}

void TorchZipTest::anyFolderNameIsTaken()
{
    ZipBytes zip = smallTorchZip();
    for (ZipMember& member : zip.members) {
        member.name = "model \xd0\x96" + member.name.substr(member.name.find('/'));
    }
    QCOMPARE(ContainerRun().read(zip.finish()).tensors.size(), size_t{1});
}

void TorchZipTest::sharedStorageIsOneRecordAndSaid()
{
    const PickledTensor tail{.size = {2}, .offset = 2};
    const tensor::TensorIndex index = ContainerRun().read(torchZip(pickledTensors({PickledTensor{}, tail}), {countingFloats(4)}).finish());
    QCOMPARE(index.records.size(), size_t{1});
    QCOMPARE(index.tensors[1].record, index.tensors[0].record);
    QCOMPARE(index.tensors[1].storageOffset, uint64_t{2});
    QCOMPARE(index.warnings, std::vector<std::string>{"shared-storage:a,b"});
}

void TorchZipTest::unusedRecordsAreNotListed()
{
    const tensor::TensorIndex index = ContainerRun().read(torchZip(pickledTensors({PickledTensor{}}), {countingFloats(4), "not used"}).finish());
    QCOMPARE(index.records.size(), size_t{1});
    QVERIFY(index.warnings.empty());
}

void TorchZipTest::bigEndianIsMarked()
{
    ZipBytes zip = smallTorchZip();
    zip.members[1].bytes = "big";
    QVERIFY(ContainerRun().read(zip.finish()).records[0].bigEndian);
    QVERIFY(!ContainerRun().read(smallTorchZip().finish()).records[0].bigEndian);
}

void TorchZipTest::byteOrderMayBeAbsent()
{
    ZipBytes zip = smallTorchZip();
    zip.members.erase(zip.members.begin() + 1);
    QVERIFY(!ContainerRun().read(zip.finish()).records[0].bigEndian);
}

void TorchZipTest::crcIsKept()
{
    ZipBytes zip = smallTorchZip();
    QVERIFY(ContainerRun().read(zip.finish()).records[0].crc32.has_value());
    zip.members[2].centralCrc = 0;
    QVERIFY(!ContainerRun().read(zip.finish()).records[0].crc32.has_value());
}

void TorchZipTest::stateDictOfThePathIsRead()
{
    const std::string pickle = PickleBytes()
                                   .dict()
                                   .text("first")
                                   .dict()
                                   .text("w")
                                   .tensor({})
                                   .setItems()
                                   .text("second")
                                   .dict()
                                   .text("v")
                                   .tensor({})
                                   .text("w")
                                   .tensor({})
                                   .setItems()
                                   .setItems()
                                   .finish();
    const MemorySource source(torchZip(pickle, {countingFloats(4)}).finish(), "a.pth");
    ContainerRun run;
    const tensor::TensorIndex index = checkpoint::readTorchCheckpoint(source, "first", run.job);
    QCOMPARE(index.stateDict, std::string("first"));
    QCOMPARE(index.tensors.size(), size_t{1});
    QCOMPARE(outcomeOf([&] { checkpoint::readTorchCheckpoint(source, "third", run.job); }), QString("E_STATE_DICT_PATH"));
}

void TorchZipTest::storageBytesMustAgree_data()
{
    QTest::addColumn<int>("elements");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("as many") << 4 << "none";
    QTest::newRow("c47_fewer") << 3 << "E_TENSOR_GEOMETRY storage-size";
    QTest::newRow("c47_more") << 5 << "E_TENSOR_GEOMETRY storage-size";
    QTest::newRow("c47_none") << 0 << "E_TENSOR_GEOMETRY storage-size";
}

void TorchZipTest::storageBytesMustAgree()
{
    QFETCH(int, elements);
    QFETCH(QString, outcome);
    const PickledTensor tensor{.elements = 4, .size = {3}};
    QCOMPARE(outcomeOfReading(torchZip(pickledTensors({tensor}), {countingFloats(static_cast<size_t>(elements))}).finish()), outcome);
}

void TorchZipTest::viewsMustStayInside_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("every other") << 2 << 2 << 1 << "none";
    QTest::newRow("expanded") << 1000 << 0 << 3 << "none";
    QTest::newRow("c45_size") << 5 << 1 << 0 << "E_TENSOR_GEOMETRY past-end";
    QTest::newRow("c45_stride") << 2 << 4 << 0 << "E_TENSOR_GEOMETRY past-end";
    QTest::newRow("c45_offset") << 2 << 1 << 3 << "E_TENSOR_GEOMETRY past-end";
    QTest::newRow("c46_negative offset") << 2 << 1 << -1 << "E_TENSOR_GEOMETRY negative";
}

void TorchZipTest::viewsMustStayInside()
{
    QFETCH(int, size);
    QFETCH(int, stride);
    QFETCH(int, offset);
    QFETCH(QString, outcome);
    const PickledTensor tensor{.size = {size}, .stride = {stride}, .offset = offset};
    QCOMPARE(outcomeOfReading(torchZip(pickledTensors({tensor}), {countingFloats(4)}).finish()), outcome);
}

void TorchZipTest::bytesBehindThePickleAreRefused()
{
    ZipBytes zip = smallTorchZip();
    zip.members[0].bytes += "x";
    QCOMPARE(outcomeOfReading(zip.finish()), QString("E_PICKLE_TRAILING trailing"));
}

QTEST_GUILESS_MAIN(TorchZipTest)
#include "torch_zip_test.moc"
