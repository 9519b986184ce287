#include "core/mapping/build_key_map.h"
#include "tests/core/regnet/sample_index.h"

#include <QTest>
#include <rapidcheck.h>

using wb::Error;
using wb::ErrorCode;
using wb::mapping::Architecture;
using wb::mapping::Detection;
using wb::tensor::TensorIndex;

class DetectTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheConfigurationFromShapes_data();
    void readsTheConfigurationFromShapes();
    void otherNetworksAreNotRegNet_data();
    void otherNetworksAreNotRegNet();
    void takesTheNamesThatFitMost();
    void pretrainingHeadsMakeNoClassifier();
    void aMissingBlockIsSeenAsMissing();
    void aDamagedFileStillShowsItsMap();
    void aStageWithoutAnyWidthNeedsTheVariant();
    void refusesImpossibleShapes_data();
    void refusesImpossibleShapes();
    void anUnknownVariantNamesNearOnes();
    void theFilesShapesWinOverTheVariant();
    void aVariantThatAgreesHasNothingToSay();
    void oneConfigurationTwoPublications();
    void aStrangeNameIsOfferedItsPlace();
    void everyPossibleModelIsFoundAgain();
};

void DetectTest::readsTheConfigurationFromShapes_data()
{
    QTest::addColumn<QString>("naming");
    QTest::addColumn<QString>("layerType");
    QTest::addColumn<int>("classes");
    for (const char* naming : {"vissl", "timm", "torchvision", "huggingface"}) {
        QTest::addRow("%s y", naming) << naming << "y" << 0;
        QTest::addRow("%s x head", naming) << naming << "x" << 10;
    }
}

void DetectTest::readsTheConfigurationFromShapes()
{
    QFETCH(QString, naming);
    QFETCH(QString, layerType);
    QFETCH(int, classes);
    Architecture architecture = smallArchitecture(naming.toStdString());
    architecture.layerType = layerType.toStdString();
    architecture.embeddingSize = 24;
    architecture.channels = 4;
    if (classes > 0) {
        architecture.classes = static_cast<uint64_t>(classes);
    }
    const auto detection = wb::regnet::family().detect(sampleIndex(architecture), {});
    QVERIFY(detection);
    const Architecture& found = detection->architecture;
    QCOMPARE(found.family, std::string("regnet"));
    QCOMPARE(found.naming, architecture.naming);
    QCOMPARE(found.layerType, architecture.layerType);
    QVERIFY(found.depths == architecture.depths);
    QVERIFY(found.hiddenSizes == architecture.hiddenSizes);
    QCOMPARE(found.groupsWidth, uint64_t{8});
    QCOMPARE(found.embeddingSize, uint64_t{24});
    QCOMPARE(found.channels, uint64_t{4});
    QVERIFY(found.classes == architecture.classes);
    QVERIFY(found.variant.empty());
    QCOMPARE(detection->confidence, 1.0);
}

void DetectTest::otherNetworksAreNotRegNet_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("empty") << QStringList();
    QTest::newRow("only a classifier of that name") << QStringList{"fc.weight", "fc.bias"};
    QTest::newRow("resnet") << QStringList{"conv1.weight", "bn1.weight", "layer1.0.conv1.weight", "layer1.0.conv2.weight", "fc.weight", "fc.bias"};
    QTest::newRow("a stem alone") << QStringList{"stem.conv.weight", "stem.bn.weight"};
    QTest::newRow("one key of many") << QStringList{"s1.b1.conv1.conv.weight", "a.weight", "b.weight", "c.weight", "d.weight"};
}

void DetectTest::otherNetworksAreNotRegNet()
{
    QFETCH(QStringList, keys);
    TensorIndex index;
    for (const QString& key : keys) {
        wb::tensor::TensorInfo tensor;
        tensor.key = key.toStdString();
        tensor.shape = {8, 8, 1, 1};
        tensor.strides = wb::tensor::contiguousStrides(tensor.shape);
        index.tensors.push_back(tensor);
    }
    QVERIFY(!wb::regnet::family().detect(index, {}));
}

void DetectTest::takesTheNamesThatFitMost()
{
    TensorIndex index = sampleIndex(smallArchitecture("timm"));
    index.tensors.push_back(sampleIndex(smallArchitecture("torchvision")).tensors.front());
    const auto detection = wb::regnet::family().detect(index, {});
    QCOMPARE(detection->architecture.naming, std::string("timm"));
    const auto map = wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {});
    QCOMPARE(map.counts().unmapped, uint64_t{1});
}

void DetectTest::pretrainingHeadsMakeNoClassifier()
{
    TensorIndex index = sampleIndex(smallArchitecture("vissl"));
    wb::tensor::TensorInfo head;
    head.key = "0.projection_head.0.weight";
    head.shape = {16, 48};
    index.tensors.push_back(head);
    const auto detection = wb::regnet::family().detect(index, {});
    QVERIFY(!detection->architecture.classes);
    const auto map = wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {});
    QCOMPARE(map.counts().dropped, uint64_t{1});
    QVERIFY(map.isComplete());
}

void DetectTest::aMissingBlockIsSeenAsMissing()
{
    TensorIndex index = sampleIndex(smallArchitecture("vissl"));
    removeKeys(index, "res4.block3-0.");
    const auto detection = wb::regnet::family().detect(index, {});
    QVERIFY(detection->architecture.depths == (std::vector<uint64_t>{1, 1, 2, 1}));
    QVERIFY(detection->confidence < 1.0);
    const auto map = wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {});
    QCOMPARE(map.counts().missing, uint64_t{28});
    QCOMPARE(map.counts().mismatched, uint64_t{0});
}

void DetectTest::aDamagedFileStillShowsItsMap()
{
    TensorIndex index = sampleIndex(smallArchitecture("timm"));
    removeKeys(index, "conv2.conv.");
    removeKeys(index, "conv3.");
    removeKeys(index, "stem.");
    const auto detection = wb::regnet::family().detect(index, {});
    QVERIFY(detection);
    QVERIFY(detection->architecture.hiddenSizes == (std::vector<uint64_t>{8, 16, 32, 48}));
    QCOMPARE(detection->architecture.embeddingSize, uint64_t{32});
    QVERIFY(detection->architecture.groupsWidth > 0);
    const auto map = wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {});
    QCOMPARE(map.counts().missing, uint64_t{6 + 5 * 7});
}

void DetectTest::aStageWithoutAnyWidthNeedsTheVariant()
{
    TensorIndex index = sampleIndex(wb::regnet::variantNamed("regnet-y-004").architecture);
    removeKeys(index, "s2.");
    try {
        wb::regnet::family().detect(index, {});
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY(error.code() == ErrorCode::ConfigImpossible);
        QCOMPARE(std::string(error.fact("part")), std::string("stage 2"));
        QCOMPARE(std::string(error.fact("file")), std::string("sample.torch"));
    }
    const auto detection = wb::regnet::family().detect(index, "regnet-y-004");
    QVERIFY(detection->disagreements.empty());
    QVERIFY(detection->architecture.depths == (std::vector<uint64_t>{1, 3, 6, 6}));
}

void DetectTest::refusesImpossibleShapes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no channels") << "s1.b1.conv3.conv.weight" << QList<int>{0, 8, 1, 1} << "range";
    QTest::newRow("beyond any width") << "s1.b1.conv3.conv.weight" << QList<int>{2000000, 8, 1, 1} << "range";
    QTest::newRow("groups do not divide") << "s4.b1.conv2.conv.weight" << QList<int>{48, 7, 3, 3} << "groups-width";
    QTest::newRow("groups of no channel") << "s4.b1.conv2.conv.weight" << QList<int>{48, 0, 3, 3} << "groups-width";
    QTest::newRow("no group width for all") << "s4.b1.conv2.conv.weight" << QList<int>{48, 48, 3, 3} << "groups-width";
    QTest::newRow("no classes") << "head.fc.weight" << QList<int>{0, 48} << "range";
}

void DetectTest::refusesImpossibleShapes()
{
    QFETCH(QString, key);
    QFETCH(QList<int>, shape);
    QFETCH(QString, problem);
    Architecture architecture = smallArchitecture("timm");
    architecture.classes = 3;
    TensorIndex index = sampleIndex(architecture);
    tensorOf(index, key.toStdString()).shape.assign(shape.begin(), shape.end());
    try {
        wb::regnet::family().detect(index, {});
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY(error.code() == ErrorCode::ConfigImpossible);
        QCOMPARE(QString::fromStdString(std::string(error.fact("part"))), key);
        QCOMPARE(QString::fromStdString(std::string(error.fact("problem"))), problem);
        QVERIFY(!error.fact("expected").empty());
        QVERIFY(!error.fact("found").empty());
    }
}

void DetectTest::anUnknownVariantNamesNearOnes()
{
    try {
        wb::regnet::family().detect(sampleIndex(smallArchitecture("timm")), "regnet-y-10b-sear");
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY(error.code() == ErrorCode::VariantUnknown);
        QCOMPARE(std::string(error.fact("name")), std::string("regnet-y-10b-sear"));
        const QStringList near = QString::fromStdString(std::string(error.fact("expected"))).split(", ");
        QCOMPARE(near.size(), 3);
        QCOMPARE(near[0], QString("regnet-y-10b-seer"));
    }
}

void DetectTest::theFilesShapesWinOverTheVariant()
{
    const auto detection = wb::regnet::family().detect(sampleIndex(smallArchitecture("vissl")), "regnet-y-10b-seer-in1k");
    QVERIFY(detection->architecture.hiddenSizes == (std::vector<uint64_t>{8, 16, 32, 48}));
    QStringList settings;
    for (const wb::mapping::Disagreement& disagreement : detection->disagreements) {
        settings.append(QString::fromStdString(disagreement.setting));
    }
    QCOMPARE(settings, (QStringList{"depths", "hidden_sizes", "groups_width", "classes"}));
    QCOMPARE(detection->disagreements[0].variant, std::string("[2, 7, 17, 1]"));
    QCOMPARE(detection->disagreements[0].file, std::string("[1, 1, 2, 1]"));
    QCOMPARE(detection->disagreements[3].variant, std::string("1000"));
    QCOMPARE(detection->disagreements[3].file, std::string("none"));
}

void DetectTest::aVariantThatAgreesHasNothingToSay()
{
    const auto& variant = wb::regnet::variantNamed("regnet-y-320-seer-in1k");
    const auto detection = wb::regnet::family().detect(sampleIndex(variant.architecture), variant.name);
    QVERIFY(detection->disagreements.empty());
    QCOMPARE(detection->architecture.variant, variant.name);
    const auto pretrained = wb::regnet::family().detect(sampleIndex(variant.architecture), "regnet-y-320-seer");
    QCOMPARE(pretrained->disagreements.size(), size_t{1});
    QCOMPARE(pretrained->disagreements[0].setting, std::string("classes"));
}

void DetectTest::oneConfigurationTwoPublications()
{
    Architecture architecture = wb::regnet::variantNamed("regnet-y-320").architecture;
    const auto variantOf = [](const Architecture& made, const std::string& named) {
        return wb::regnet::family().detect(sampleIndex(made), named)->architecture.variant;
    };
    QCOMPARE(variantOf(architecture, {}), std::string("regnet-y-320"));
    architecture.naming = "torchvision";
    QCOMPARE(variantOf(architecture, {}), std::string("regnet-y-320"));
    architecture.naming = "vissl";
    QCOMPARE(variantOf(architecture, {}), std::string("regnet-y-320-seer-in1k"));
    architecture.naming = "huggingface";
    QCOMPARE(variantOf(architecture, {}), std::string());
    QCOMPARE(variantOf(architecture, "regnet-y-320-seer-in1k"), std::string("regnet-y-320-seer-in1k"));
}

void DetectTest::aStrangeNameIsOfferedItsPlace()
{
    TensorIndex index = sampleIndex(wb::regnet::variantNamed("regnet-y-10b-seer").architecture);
    tensorOf(index, "_feature_blocks.res4.block3-9.f.a.1.weight").key = "_feature_blocks.res4.block3-9.f.a.norm.weight";
    tensorOf(index, "_feature_blocks.res4.block3-4.f.a.1.weight").key = "_feature_blocks.res4.block3-4.f.a.norm.weight";
    const auto detection = wb::regnet::family().detect(index, {});
    const auto map = wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {});
    QCOMPARE(map.counts().unmapped, uint64_t{2});
    for (const wb::mapping::KeyMapRow& row : map.rows) {
        if (row.status == wb::mapping::Status::Unmapped) {
            const std::string layer = row.source->find("block3-9") != std::string::npos ? "9" : "4";
            QCOMPARE(row.suggestions.size(), size_t{2});
            QCOMPARE(row.suggestions[0].destination, "encoder.stages.2.layers." + layer + ".layer.0.normalization.weight");
            QVERIFY(row.suggestions[0].sameOrder && row.suggestions[0].sameShape && row.suggestions[0].sameSuffix);
            QVERIFY(!row.suggestions[1].sameOrder);
        }
    }
}

// Whatever the widths and groups, a model's own checkpoint gives back the same tensors and maps without a gap.
void DetectTest::everyPossibleModelIsFoundAgain()
{
    const auto holds = [] {
        Architecture architecture = smallArchitecture(*rc::gen::element<std::string>("vissl", "timm", "torchvision", "huggingface"));
        architecture.layerType = *rc::gen::element<std::string>("x", "y");
        architecture.groupsWidth = *rc::gen::inRange<uint64_t>(1, 40);
        architecture.depths.clear();
        architecture.hiddenSizes.clear();
        const auto stages = *rc::gen::inRange<uint64_t>(1, 6);
        for (uint64_t stage = 0; stage < stages; ++stage) {
            architecture.depths.push_back(*rc::gen::inRange<uint64_t>(1, 4));
            architecture.hiddenSizes.push_back(*rc::gen::suchThat(rc::gen::inRange<uint64_t>(1, 200), [&](uint64_t width) {
                return width % std::max<uint64_t>(1, width / architecture.groupsWidth) == 0;
            }));
        }
        const TensorIndex index = sampleIndex(architecture);
        const auto detection = wb::regnet::family().detect(index, {});
        RC_ASSERT(detection.has_value());
        const auto wanted = wb::regnet::family().destinationParameters(architecture);
        const auto found = wb::regnet::family().destinationParameters(detection->architecture);
        RC_ASSERT(found.size() == wanted.size());
        for (size_t i = 0; i < found.size(); ++i) {
            RC_ASSERT(found[i].key == wanted[i].key);
            RC_ASSERT(found[i].shape == wanted[i].shape);
        }
        RC_ASSERT(wb::mapping::buildKeyMap(wb::regnet::family(), detection->architecture, index, {}).isComplete());
    };
    QVERIFY(rc::check("detection gives back the model", holds));
}

QTEST_GUILESS_MAIN(DetectTest)
#include "detect_test.moc"
