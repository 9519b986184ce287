#include "tests/core/checkpoint/pickle_fixture.h"

#include "core/checkpoint/tensor_builder.h"

#include <QTest>

using namespace wb;
using namespace wb::test;
using checkpoint::FoundTensor;
using checkpoint::PickleTree;
using checkpoint::RebuiltTensor;
using checkpoint::StorageRef;
using tensor::DType;

namespace {

RebuiltTensor rebuild(const std::string& object)
{
    const PickleTree tree = readTree(object + ".");
    return checkpoint::rebuildTensor(tree, FoundTensor{"conv.weight", tree.root}, Limits{});
}

std::string float8(const std::string& storageId, const std::string& dtype)
{
    return global("torch._utils", "_rebuild_tensor_v3") + "(" + storageId + integer(0) + integers({4}) + integers({1}) + "\x89}" +
           global("torch", dtype) + "tR";
}

}  // namespace

class TensorBuilderTest : public QObject {
    Q_OBJECT

private slots:
    void takesShapeStridesAndOffset();
    void scalarsHaveNoDimensions();
    void oldRebuilderIsKnown();
    void typedStorages_data();
    void typedStorages();
    void dtypeOfAnUntypedStorageIsTheTensors();
    void legacyViewsNameTheirRoot();
    void storageBytesAreCounted();
    void storageBytesThatOverflowAreRefused();
};

void TensorBuilderTest::takesShapeStridesAndOffset()
{
    const RebuiltTensor tensor = rebuild(tensorOn(storage(100, "7"), 5, integers({2, 3}), integers({1, 2})));
    QCOMPARE(tensor.dtype, DType::F32);
    QCOMPARE(tensor.shape, (std::vector<uint64_t>{2, 3}));
    QCOMPARE(tensor.strides, (std::vector<uint64_t>{1, 2}));
    QCOMPARE(tensor.offset, uint64_t{5});
    QCOMPARE(tensor.storage, uint32_t{0});
}

void TensorBuilderTest::scalarsHaveNoDimensions()
{
    const RebuiltTensor tensor = rebuild(tensorOn(storage(1, "0", "LongStorage"), 0, ")", ")"));
    QVERIFY(tensor.shape.empty());
    QCOMPARE(tensor.dtype, DType::I64);
}

void TensorBuilderTest::oldRebuilderIsKnown()
{
    const std::string args = "(" + storage(4) + integer(0) + integers({4}) + integers({1}) + "t";
    QCOMPARE(rebuild(global("torch._utils", "_rebuild_tensor") + args + "R").shape, std::vector<uint64_t>{4});
}

void TensorBuilderTest::typedStorages_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("dtype");
    const auto row = [](const char* type, const char* dtype) { QTest::newRow(type) << type << dtype; };
    row("DoubleStorage", "F64");
    row("FloatStorage", "F32");
    row("HalfStorage", "F16");
    row("BFloat16Storage", "BF16");
    row("LongStorage", "I64");
    row("IntStorage", "I32");
    row("ShortStorage", "I16");
    row("CharStorage", "I8");
    row("ByteStorage", "U8");
    row("BoolStorage", "BOOL");
    row("ComplexFloatStorage", "C64");
    row("ComplexDoubleStorage", "C128");
}

void TensorBuilderTest::typedStorages()
{
    QFETCH(QString, type);
    QFETCH(QString, dtype);
    const RebuiltTensor tensor = rebuild(tensorOn(storage(4, "0", type.toStdString()), 0, integers({4}), integers({1})));
    QCOMPARE(std::string(dtypeName(tensor.dtype)), dtype.toStdString());
    StorageRef ref;
    ref.typeName = "torch.cuda." + type.toStdString();
    ref.elements = 4;
    QCOMPARE(checkpoint::storageBytes(ref), 4 * itemSize(tensor.dtype));
}

void TensorBuilderTest::dtypeOfAnUntypedStorageIsTheTensors()
{
    QCOMPARE(rebuild(float8(storage(4, "0", "UntypedStorage"), "float8_e4m3fn")).dtype, DType::F8_E4M3);
    QCOMPARE(rebuild(float8(storage(4, "0", "UntypedStorage"), "float8_e5m2")).dtype, DType::F8_E5M2);
    QCOMPARE(rebuild(float8(storage(8, "0", "UntypedStorage"), "uint16")).dtype, DType::U16);
}

void TensorBuilderTest::legacyViewsNameTheirRoot()
{
    const std::string view = "(" + text("storage") + global("torch", "FloatStorage") + text("100") + text("cpu") + integer(10) + "(" + text("101") +
                             integer(2) + integer(4) + "ttQ";
    const PickleTree tree = readTree(view + ".");
    QCOMPARE(tree.storages.at(0).key, std::string("101"));
    QCOMPARE(tree.storages.at(0).rootKey, std::string("100"));
    QCOMPARE(tree.storages.at(0).viewOffset, uint64_t{2});
    QCOMPARE(tree.storages.at(0).elements, uint64_t{4});
}

void TensorBuilderTest::storageBytesAreCounted()
{
    StorageRef ref;
    ref.elements = 28280ULL * 28280ULL;
    ref.typeName = "torch.FloatStorage";
    QCOMPARE(checkpoint::storageBytes(ref), 28280ULL * 28280ULL * 4);
    ref.typeName = "torch.storage.UntypedStorage";
    QCOMPARE(checkpoint::storageBytes(ref), 28280ULL * 28280ULL);
    ref.typeName = "torch.QInt32Storage";
    QCOMPARE(checkpoint::storageBytes(ref), 28280ULL * 28280ULL * 4);
}

void TensorBuilderTest::storageBytesThatOverflowAreRefused()
{
    StorageRef ref;
    ref.elements = 0x4000000000000001ULL;
    ref.typeName = "torch.FloatStorage";
    const auto error = errorOf([&] { checkpoint::storageBytes(ref); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::TensorGeometry);
}

QTEST_GUILESS_MAIN(TensorBuilderTest)
#include "tensor_builder_test.moc"
