#include "core/mapping/build_key_map.h"
#include "core/regnet/config_json.h"
#include "tests/core/regnet/sample_index.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <map>

using nlohmann::json;
using wb::mapping::Architecture;
using wb::mapping::buildKeyMap;
using wb::mapping::KeyMap;
using wb::mapping::KeyMapRow;
using wb::tensor::TensorIndex;

// What has gone wrong before when RegNets were converted: see "Traps" of the project's notes on RegNet.
class TrapsTest : public QObject {
    Q_OBJECT

private slots:
    void orderOfTheFileNeverShiftsNames();
    void groupWidthOf2560DividesEveryStage();
    void widthsOfClassyVisions64gfWin();
    void largestTensorOf10bNeedsSixtyFourBits();
    void equalLabelsKeepTheLastNumber();
    void imageSizeAndCropAreTheVariants_data();
    void imageSizeAndCropAreTheVariants();
};

// At tiny widths nearly all shapes agree, so that pairing by order would go unnoticed.
void TrapsTest::orderOfTheFileNeverShiftsNames()
{
    Architecture architecture = smallArchitecture("vissl");
    architecture.hiddenSizes = {8, 8, 8, 8};
    TensorIndex index = sampleIndex(architecture);
    std::map<std::string, std::string> expected;
    for (const KeyMapRow& row : buildKeyMap(wb::regnet::family(), architecture, index, {}).rows) {
        expected[*row.source] = *row.destination;
    }
    QCOMPARE(expected.at("_feature_blocks.res2.block1-0.proj.weight"), std::string("encoder.stages.0.layers.0.shortcut.convolution.weight"));
    QCOMPARE(expected.at("_feature_blocks.res2.block1-0.f.a.0.weight"), std::string("encoder.stages.0.layers.0.layer.0.convolution.weight"));
    const auto isShortcut = [](const wb::tensor::TensorInfo& tensor) {
        return tensor.key.find(".proj.") != std::string::npos || tensor.key.find("-0.bn.") != std::string::npos;
    };
    std::stable_partition(index.tensors.begin(), index.tensors.end(), isShortcut);
    QVERIFY(isShortcut(index.tensors.front()));
    for (const KeyMapRow& row : buildKeyMap(wb::regnet::family(), architecture, index, {}).rows) {
        QCOMPARE(*row.destination, expected.at(*row.source));
    }
}

void TrapsTest::groupWidthOf2560DividesEveryStage()
{
    const auto& variant = wb::regnet::variantNamed("regnet-y-2560-seer");
    QCOMPARE(variant.architecture.groupsWidth, uint64_t{848});
    TensorIndex index = sampleIndex(variant.architecture);
    const std::vector<uint64_t> groups{1, 2, 3, 6};
    for (size_t stage = 1; stage <= 4; ++stage) {
        const auto& convolution =
            tensorOf(index, "_feature_blocks.res" + std::to_string(stage + 1) + ".block" + std::to_string(stage) + "-0.f.b.0.weight");
        QCOMPARE(convolution.shape[0] / convolution.shape[1], groups[stage - 1]);
    }
    QCOMPARE(wb::regnet::family().detect(index, {})->architecture.groupsWidth, uint64_t{848});
    Architecture published = variant.architecture;
    published.groupsWidth = 640;
    QVERIFY_THROWS_EXCEPTION(wb::Error, wb::regnet::family().architectureFromConfig(wb::regnet::configJson(published, {})));
    wb::regnet::family().architectureFromConfig(wb::regnet::configJson(variant.architecture, {}));
}

void TrapsTest::widthsOfClassyVisions64gfWin()
{
    Architecture architecture = wb::regnet::variantNamed("regnet-y-640-seer").architecture;
    architecture.hiddenSizes = {352, 1056, 2112, 4928};
    architecture.groupsWidth = 352;
    const TensorIndex index = sampleIndex(architecture);
    const auto detection = wb::regnet::family().detect(index, "regnet-y-640-seer");
    QVERIFY(detection->architecture.hiddenSizes == architecture.hiddenSizes);
    QVERIFY(detection->architecture.variant.empty());
    const auto& shown = detection->disagreements;
    const auto widths = std::find_if(shown.begin(), shown.end(), [](const auto& disagreement) { return disagreement.setting == "hidden_sizes"; });
    QVERIFY(widths != shown.end());
    QCOMPARE(widths->variant, std::string("[328, 984, 1968, 4920]"));
    QCOMPARE(widths->file, std::string("[352, 1056, 2112, 4928]"));
    QVERIFY(buildKeyMap(wb::regnet::family(), detection->architecture, index, {}).isComplete());
}

void TrapsTest::largestTensorOf10bNeedsSixtyFourBits()
{
    const KeyMap map = wb::mapping::catalogueKeyMap(wb::regnet::family(), wb::regnet::variantNamed("regnet-y-10b-seer"));
    const auto largest = std::max_element(map.rows.begin(), map.rows.end(), [](const KeyMapRow& a, const KeyMapRow& b) { return a.bytes < b.bytes; });
    QVERIFY(largest->shape == (std::vector<uint64_t>{28280, 28280, 1, 1}));
    QCOMPARE(largest->bytes, uint64_t{3199033600});
    uint64_t total = 0;
    for (const KeyMapRow& row : map.rows) {
        total += row.bytes;
    }
    QCOMPARE(total, uint64_t{37302091312});
}

void TrapsTest::equalLabelsKeepTheLastNumber()
{
    Architecture architecture = smallArchitecture("vissl");
    architecture.classes = 1000;
    wb::mapping::FolderFacts facts;
    facts.labels = wb::regnet::family().defaultLabels(1000);
    const json config = json::parse(wb::regnet::configJson(architecture, facts));
    QCOMPARE(config.at("id2label").size(), size_t{1000});
    QCOMPARE(config.at("id2label").at("134").get<std::string>(), std::string("crane"));
    QCOMPARE(config.at("id2label").at("517").get<std::string>(), std::string("crane"));
    QCOMPARE(config.at("label2id").at("crane").get<int>(), 517);
    QVERIFY(config.at("label2id").size() < 1000);
}

void TrapsTest::imageSizeAndCropAreTheVariants_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("crop");
    QTest::newRow("SEER") << "regnet-y-320-seer" << 384 << 0.875;
    QTest::newRow("SEER fine-tuned") << "regnet-y-10b-seer-in1k" << 384 << 0.875;
    QTest::newRow("timm") << "regnet-x-002" << 224 << 0.875;
    QTest::newRow("timm from torchvision") << "regnet-y-320" << 224 << 0.965;
    QTest::newRow("timm's own") << "regnet-y-032" << 224 << 0.95;
}

void TrapsTest::imageSizeAndCropAreTheVariants()
{
    QFETCH(QString, variant);
    QFETCH(int, size);
    QFETCH(double, crop);
    const json processor = json::parse(wb::regnet::preprocessorJson(wb::regnet::variantNamed(variant.toStdString()).architecture));
    QCOMPARE(processor.at("size").at("shortest_edge").get<int>(), size);
    QCOMPARE(processor.at("crop_pct").get<double>(), crop);
    QCOMPARE(processor.at("resample").get<int>(), 3);
}

QTEST_GUILESS_MAIN(TrapsTest)
#include "traps_test.moc"
