#include "app/torch/regnet/regnet_network.h"

#include "core/job/pipeline.h"
#include "core/regnet/catalogue.h"
#include "core/regnet/parameters.h"
#include "core/regnet/regnet_family.h"
#include "core/regnet/rules.h"

#include <QTest>

#include <map>

using namespace wb;
using regnet::CallOrder;

using Shapes = std::map<std::string, std::vector<uint64_t>>;

// The modules of the four networks give the names and shapes of the published state dicts.
class NetworkNamesTest : public QObject {
    Q_OBJECT

private:
    static Shapes shapesOf(const network::Network& network)
    {
        Shapes shapes;
        for (const network::Leaf* leaf : network.leaves()) {
            for (const network::Leaf::NamedShape& tensor : leaf->tensors()) {
                shapes.emplace(leaf->keyOf(tensor.name), std::vector<uint64_t>(tensor.shape.begin(), tensor.shape.end()));
            }
        }
        return shapes;
    }
    static Shapes shapesOf(const std::vector<mapping::Parameter>& parameters)
    {
        Shapes shapes;
        for (const mapping::Parameter& parameter : parameters) {
            shapes.emplace(parameter.key, parameter.shape);
        }
        return shapes;
    }
    static std::vector<std::string> keysOf(const network::Network& network)
    {
        std::vector<std::string> keys;
        for (const network::Leaf* leaf : network.leaves()) {
            for (const network::Leaf::NamedShape& tensor : leaf->tensors()) {
                keys.push_back(leaf->keyOf(tensor.name));
            }
        }
        return keys;
    }
    static void everyVariant()
    {
        QTest::addColumn<QString>("name");
        for (const mapping::Variant& variant : regnet::catalogue()) {
            QTest::newRow(variant.name.c_str()) << QString::fromStdString(variant.name);
        }
    }

private slots:
    void sourceNetworkHasThePublishedTensors_data() { everyVariant(); }
    void sourceNetworkHasThePublishedTensors();
    void huggingFaceNetworkHasTheModelsTensors_data() { everyVariant(); }
    void huggingFaceNetworkHasTheModelsTensors();
    void torchvisionNetworkHasItsTensors_data();
    void torchvisionNetworkHasItsTensors();
    void fsdpTrunkHasTheKeysOfTheFileInTheirOrder();
    void partsAreReadFromTheKeys();
    void stepsAndHiddenStatesStandForEachOther_data();
    void stepsAndHiddenStatesStandForEachOther();
};

void NetworkNamesTest::sourceNetworkHasThePublishedTensors()
{
    QFETCH(QString, name);
    const mapping::Architecture& architecture = regnet::variantNamed(name.toStdString()).architecture;
    const Shapes wanted = shapesOf(regnet::family().sourceParameters(architecture));
    QCOMPARE(shapesOf(regnet::sourceNetwork(architecture, {}, CallOrder::TransformFirst)), wanted);
    QCOMPARE(shapesOf(regnet::sourceNetwork(architecture, {}, CallOrder::AsPublished)), wanted);
}

void NetworkNamesTest::huggingFaceNetworkHasTheModelsTensors()
{
    QFETCH(QString, name);
    const mapping::Architecture& architecture = regnet::variantNamed(name.toStdString()).architecture;
    QCOMPARE(shapesOf(regnet::huggingFaceNetwork(architecture)), shapesOf(regnet::family().destinationParameters(architecture)));
}

void NetworkNamesTest::torchvisionNetworkHasItsTensors_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("x") << "regnet-x-008";
    QTest::newRow("y") << "regnet-y-004";
}

void NetworkNamesTest::torchvisionNetworkHasItsTensors()
{
    QFETCH(QString, name);
    mapping::Architecture architecture = regnet::variantNamed(name.toStdString()).architecture;
    architecture.naming = "torchvision";
    const network::Network network = regnet::sourceNetwork(architecture, {}, CallOrder::TransformFirst);
    QCOMPARE(shapesOf(network), shapesOf(regnet::family().sourceParameters(architecture)));
    QVERIFY(shapesOf(network).contains("trunk_output.block1.block1-0.f.a.0.weight"));
}

void NetworkNamesTest::fsdpTrunkHasTheKeysOfTheFileInTheirOrder()
{
    const CancelToken cancel;
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};
    const tensor::TensorIndex index = job::inspect(WB_TEST_DATA "/checkpoints/seer10b-tiny-in1k.torch", {}, job);
    std::vector<std::string> keys;
    for (const tensor::TensorInfo& info : index.tensors) {
        for (const char* container : {"trunk.", "heads."}) {
            if (info.key.starts_with(container)) {
                keys.push_back(info.key.substr(std::string_view(container).size()));
            }
        }
        if (!info.key.starts_with("trunk.") && !info.key.starts_with("heads.")) {
            keys.push_back(info.key);
        }
    }
    const mapping::Architecture architecture = job::identify(index, {}).detection.architecture;
    QCOMPARE(keysOf(regnet::sourceNetwork(architecture, regnet::fsdpPartsIn(keys), CallOrder::AsPublished)), keys);
}

void NetworkNamesTest::partsAreReadFromTheKeys()
{
    using regnet::fsdpPartsIn;
    QCOMPARE(fsdpPartsIn({"trunk._feature_blocks.res2.block1-0.f.a.0.weight"}), regnet::FsdpParts());
    QCOMPARE(fsdpPartsIn({"a.res4.block3-part0.block3-0.f.c.weight", "a.res4.block3-part1.block3-1.f.c.weight",
                          "a.res4.block3-part1._fsdp_wrapped_module.block3-2.f.c.weight", "a.res4.block3-part1.block3-2.bn.weight"}),
             (regnet::FsdpParts{{}, {}, {1, 2}}));
    for (const char* strange : {"block", "block-part.", "block9999999999-part0.block9-0.", "block1-part", "block1-part0.block2-0.",
                                "block0-part0.block0-1.x", "block1-part0.block1-"}) {
        QCOMPARE(fsdpPartsIn({strange}), regnet::FsdpParts());
    }
}

void NetworkNamesTest::stepsAndHiddenStatesStandForEachOther_data()
{
    QTest::addColumn<QString>("naming");
    for (const regnet::Naming naming : regnet::allNamings) {
        QTest::newRow(regnet::namingName(naming).data()) << QString::fromUtf8(regnet::namingName(naming).data());
    }
}

void NetworkNamesTest::stepsAndHiddenStatesStandForEachOther()
{
    QFETCH(QString, naming);
    mapping::Architecture architecture = regnet::variantNamed("regnet-y-004").architecture;
    architecture.naming = naming.toStdString();
    const network::Network source = regnet::sourceNetwork(architecture, {}, CallOrder::TransformFirst);
    const network::Network result = regnet::huggingFaceNetwork(architecture);
    QCOMPARE(source.steps.size(), result.steps.size());
    QCOMPARE(source.hiddenStates, result.hiddenStates);
    QCOMPARE(result.hiddenStates, (std::vector<size_t>{0, 1, 4, 10, 16}));
    QCOMPARE(result.steps[4].name, std::string("encoder.stages.1.layers.2"));
    QCOMPARE(result.steps.back().name, std::string("classifier"));
}

QTEST_GUILESS_MAIN(NetworkNamesTest)
#include "network_names_test.moc"
