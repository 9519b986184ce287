#include "tests/core/checkpoint/pickle_fixture.h"

#include "core/checkpoint/state_dict_finder.h"
#include "core/checkpoint/tensor_builder.h"
#include "core/tensor/tensor_index.h"

#include <QTest>

using namespace wb;
using namespace wb::test;
using checkpoint::PickleTree;

namespace {

// What a reader does with a state dict of one tensor: find, rebuild, hold against a record of as many bytes as the storage says.
void readWeight(const std::string& weight)
{
    const Limits limits;
    const PickleTree tree = readTree(dict({text("w"), weight}) + ".");
    const auto found = checkpoint::findStateDict(tree, {}, limits);
    const auto rebuilt = checkpoint::rebuildTensor(tree, found.tensors.at(0), limits);
    tensor::TensorInfo info;
    info.key = found.tensors.at(0).key;
    info.dtype = rebuilt.dtype;
    info.shape = rebuilt.shape;
    info.strides = rebuilt.strides;
    info.storageOffset = rebuilt.offset;
    requireInsideRecord(info, checkpoint::storageBytes(tree.storages.at(rebuilt.storage)), limits.tensorDimensions);
}

std::string rebuilt(const std::string& module, const std::string& name, const std::string& args)
{
    return global(module, name) + "(" + args + "tR";
}

}  // namespace

// Tensors whose description lies. Row names begin with the number of the case.
class HostileTensorTest : public QObject {
    Q_OBJECT

private slots:
    void geometryIsRefused_data();
    void geometryIsRefused();
    void c48_oddShapesInsideTheStorageAreTaken_data();
    void c48_oddShapesInsideTheStorageAreTaken();
    void dtypeIsRefused_data();
    void dtypeIsRefused();
    void oddTensorsOutsideTheWeightsAreNoObstacle();
    void b43_unknownStorageTypeOutsideTheWeightsIsNoObstacle();
    void c54_objectsBesideTheWeightsAreListed();
};

void HostileTensorTest::geometryIsRefused_data()
{
    QTest::addColumn<std::string>("weight");
    QTest::addColumn<std::string>("problem");
    const auto row = [](const char* name, const std::string& weight, const char* problem) { QTest::newRow(name) << weight << std::string(problem); };
    const std::string four = integers({4});
    const std::string one = integers({1});
    row("b44_elementsTimesItemSizeWraps", tensorOn(storage(0x4000000000000001), 0, integers({1000000}), one), "overflow");
    row("c45_sizeBeyondStorage", tensorOn(storage(4), 0, integers({4000000}), one), "past-end");
    row("c45_strideBeyondStorage", tensorOn(storage(4), 0, four, integers({100000000})), "past-end");
    row("c46_offsetBeyondStorage", tensorOn(storage(4), 1LL << 40, four, one), "past-end");
    row("c46_negativeOffset", tensorOn(storage(4), -1000000, four, one), "negative");
    row("c46_hugeNegativeOffset", tensorOn(storage(4), INT64_MIN, four, one), "negative");
    row("c48_negativeSize", tensorOn(storage(4), 0, integers({-4}), one), "negative");
    row("c48_negativeStride", tensorOn(storage(4), 3, four, integers({-1})), "negative");
    row("c48_productOverflows", tensorOn(storage(4), 0, integers({1LL << 40, 1LL << 40}), integers({0, 0})), "overflow");
    row("c48_offsetOverflows", tensorOn(storage(4), INT64_MAX, integers({INT64_MAX}), integers({INT64_MAX})), "overflow");
    row("c48_sizeAndStrideDiffer", tensorOn(storage(4), 0, integers({2, 2}), one), "dimensions");
    row("c48_65dimensions", tensorOn(storage(4), 0, integers(std::vector<int64_t>(65, 1)), integers(std::vector<int64_t>(65, 1))), "dimensions");
    row("c48_boolAsSize", tensorOn(storage(4), 0, raw("\x88\x85"), one), "not-an-integer");
    row("c48_floatAsSize", tensorOn(storage(4), 0, raw("F4.0\n\x85"), one), "not-an-integer");
    row("c48_textAsSize", tensorOn(storage(4), 0, text("4"), one), "not-a-tuple");
    row("c48_hugeIntegerAsSize", tensorOn(storage(4), 0, "L99999999999999999999L\n\x85", one), "overflow");
    row("c48_dictAsStride", tensorOn(storage(4), 0, four, "}"), "not-a-tuple");
}

void HostileTensorTest::geometryIsRefused()
{
    QFETCH(std::string, weight);
    QFETCH(std::string, problem);
    const auto error = errorOf([&] { readWeight(weight); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::TensorGeometry);
    QCOMPARE(std::string(error->fact("problem")), problem);
    QCOMPARE(error->exitCode(), ExitCode::Refused);
}

void HostileTensorTest::c48_oddShapesInsideTheStorageAreTaken_data()
{
    QTest::addColumn<std::string>("weight");
    const auto row = [](const char* name, const std::string& weight) { QTest::newRow(name) << weight; };
    row("c48_scalar", tensorOn(storage(4), 3, ")", ")"));
    row("c48_noElements", tensorOn(storage(4), 0, integers({0, 5}), integers({5, 1})));
    row("c48_noElementsOfAnEmptyStorage", tensorOn(storage(0), 0, integers({0}), integers({1})));
    row("c48_oneElementWithHugeStrides", tensorOn(storage(4), 3, integers({1, 1}), integers({1LL << 60, 1LL << 60})));
    row("c48_64dimensions", tensorOn(storage(4), 0, integers(std::vector<int64_t>(64, 1)), integers(std::vector<int64_t>(64, 1))));
}

void HostileTensorTest::c48_oddShapesInsideTheStorageAreTaken()
{
    QFETCH(std::string, weight);
    QVERIFY(!errorOf([&] { readWeight(weight); }));
}

void HostileTensorTest::dtypeIsRefused_data()
{
    QTest::addColumn<std::string>("weight");
    QTest::addColumn<std::string>("found");
    const auto row = [](const char* name, const std::string& weight, const char* found) { QTest::newRow(name) << weight << std::string(found); };
    const std::string plain = integer(0) + integers({4}) + integers({1});
    const auto typed = [&](const char* type) { return tensorOn(storage(4, "0", type), 0, integers({4}), integers({1})); };
    row("b43_unknownStorageType", typed("WordStorage"), "torch.WordStorage");
    row("b43_quantizedStorageType", typed("QInt8Storage"), "torch.QInt8Storage");
    row("b43_locationIsMeta",
        tensorOn("(" + text("storage") + global("torch", "FloatStorage") + text("0") + text("meta") + integer(4) + "tQ", 0, integers({4}),
                 integers({1})),
        "meta");
    row("c52_untypedWithoutDType", typed("UntypedStorage"), "torch.UntypedStorage");
    row("c52_quantized", rebuilt("torch._utils", "_rebuild_qtensor", storage(4) + plain), "torch._utils._rebuild_qtensor");
    row("c52_sparse", rebuilt("torch._utils", "_rebuild_sparse_tensor", "N"), "torch._utils._rebuild_sparse_tensor");
    row("c52_nested", rebuilt("torch._utils", "_rebuild_nested_tensor", "N"), "torch._utils._rebuild_nested_tensor");
    row("c52_wrapperSubclass", rebuilt("torch._utils", "_rebuild_wrapper_subclass", "N"), "torch._utils._rebuild_wrapper_subclass");
    row("c52_deviceTensorFromNumpy", rebuilt("torch._utils", "_rebuild_device_tensor_from_numpy", "N"),
        "torch._utils._rebuild_device_tensor_from_numpy");
    row("c52_metaTensor", rebuilt("torch._utils", "_rebuild_meta_tensor_no_storage", "N"), "torch._utils._rebuild_meta_tensor_no_storage");
    row("c52_dtensor",
        rebuilt("torch._tensor", "_rebuild_from_type_v2",
                global("torch._utils", "_rebuild_wrapper_subclass") + global("torch.distributed.tensor", "DTensor") + ")}"),
        "torch._utils._rebuild_wrapper_subclass");
    row("c52_conjugated", rebuilt("torch._utils", "_rebuild_tensor_v2", storage(4) + plain + "\x89}" + dict({text("conj"), "\x88"})),
        "torch._utils._rebuild_tensor_v2");
    row("c52_unknownFloat8",
        rebuilt("torch._utils", "_rebuild_tensor_v3", storage(4, "0", "UntypedStorage") + plain + "\x89}" + global("torch", "float8_x")),
        "torch.float8_x");
}

void HostileTensorTest::dtypeIsRefused()
{
    QFETCH(std::string, weight);
    QFETCH(std::string, found);
    const auto error = errorOf([&] { readWeight(weight); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::TensorDType);
    QCOMPARE(std::string(error->fact("found")), found);
    QCOMPARE(std::string(error->fact("key")), std::string("w"));
}

void HostileTensorTest::oddTensorsOutsideTheWeightsAreNoObstacle()
{
    const PickleTree tree = readTree(
        dict({text("model"), dict({text("w"), floats()}), text("optimizer"), dict({text("q"), rebuilt("torch._utils", "_rebuild_qtensor", "N")})}) +
        ".");
    const auto found = checkpoint::findStateDict(tree, {}, Limits{});
    QCOMPARE(found.path, std::string("model"));
    QCOMPARE(found.ignored, std::vector<std::string>{"optimizer.q"});
    QVERIFY(tree.calls.empty());
}

void HostileTensorTest::b43_unknownStorageTypeOutsideTheWeightsIsNoObstacle()
{
    QVERIFY(!pickleError(storage(4, "0", "WordStorage") + "."));
    QVERIFY(!pickleError("(" + text("storage") + global("torch", "FloatStorage") + integer(12) + text("cuda:99") + integer(4) + "tQ."));
}

void HostileTensorTest::c54_objectsBesideTheWeightsAreListed()
{
    const std::string scalar =
        rebuilt("numpy.core.multiarray", "scalar", rebuilt("numpy", "dtype", text("f8")) + raw("C\x08\x00\x00\x00\x00\x00\x00\xf0?"));
    const std::string args = global("argparse", "Namespace") + ")\x81" + dict({text("lr"), "N"}) + "b";
    const std::string path = rebuilt("pathlib", "PosixPath", text("/tmp"));
    const std::string config = rebuilt("omegaconf.dictconfig", "DictConfig", "}");
    const PickleTree tree = readTree(dict({text("model"), dict({text("w"), floats()}), text("lr"), scalar, text("args"), args, text("p"), path,
                                           text("config"), config, text("device"), rebuilt("torch", "device", text("cpu"))}) +
                                     ".");
    QCOMPARE(tree.opaque, (std::vector<std::string>{"argparse.Namespace", "numpy.core.multiarray.scalar", "numpy.dtype",
                                                    "omegaconf.dictconfig.DictConfig", "pathlib.PosixPath"}));
    QVERIFY(tree.calls.empty());
    QCOMPARE(checkpoint::findStateDict(tree, {}, Limits{}).path, std::string("model"));
}

QTEST_GUILESS_MAIN(HostileTensorTest)
#include "hostile_tensor_test.moc"
