#include "core/regnet/rules.h"
#include "tests/core/regnet/sample_index.h"

#include <QTest>

#include <set>

using wb::mapping::Architecture;

class RulesTest : public QObject {
    Q_OBJECT

private slots:
    void placesKeys_data();
    void placesKeys();
    void placesNothingElse_data();
    void placesNothingElse();
    void explainsThePlace();
    void leavesOutPretrainingHeads();
    void numbersTheLastLayerByLayerType();
    void namesGoThereAndBack_data();
    void namesGoThereAndBack();
    void prefixesTheTrunkOnlyBesideAClassifier();
};

void RulesTest::placesKeys_data()
{
    QTest::addColumn<QString>("naming");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("destination");
    const auto add = [](const char* naming, const char* key, const char* destination) { QTest::newRow(key) << naming << key << destination; };
    add("vissl", "_feature_blocks.conv1.stem.0.weight", "embedder.embedder.convolution.weight");
    add("vissl", "_feature_blocks.res4.block3-1.f.a.0.weight", "encoder.stages.2.layers.1.layer.0.convolution.weight");
    add("vissl", "_feature_blocks.res4.block3-part1.block3-1.f.final_bn.running_var", "encoder.stages.2.layers.1.layer.3.normalization.running_var");
    add("vissl", "res2.block1-0.proj.weight", "encoder.stages.0.layers.0.shortcut.convolution.weight");
    add("vissl", "_feature_blocks.res2.block1-0.bn.bias", "encoder.stages.0.layers.0.shortcut.normalization.bias");
    add("vissl", "_feature_blocks.res2.block1-0.f.se.excitation.2.bias", "encoder.stages.0.layers.0.layer.2.attention.2.bias");
    add("vissl", "module.trunk._feature_blocks.res2.block1-0.f.c.weight", "encoder.stages.0.layers.0.layer.3.convolution.weight");
    add("vissl", "_feature_blocks._fsdp_wrapped_module.res2.block1-part0._fsdp_wrapped_module._fpw_module.block1-0.f.b.1.num_batches_tracked",
        "encoder.stages.0.layers.0.layer.1.normalization.num_batches_tracked");
    add("vissl", "base_model.model.trunk._feature_blocks.conv1.stem.1.running_mean", "embedder.embedder.normalization.running_mean");
    add("timm", "stem.bn.weight", "embedder.embedder.normalization.weight");
    add("timm", "s3.b2.conv2.conv.weight", "encoder.stages.2.layers.1.layer.1.convolution.weight");
    add("timm", "_orig_mod.s3.b1.se.fc1.weight", "encoder.stages.2.layers.0.layer.2.attention.0.weight");
    add("timm", "s1.b1.downsample.bn.running_mean", "encoder.stages.0.layers.0.shortcut.normalization.running_mean");
    add("torchvision", "stem.0.weight", "embedder.embedder.convolution.weight");
    add("torchvision", "trunk_output.block3.block3-1.f.se.fc2.weight", "encoder.stages.2.layers.1.layer.2.attention.2.weight");
    add("torchvision", "trunk_output.block1.block1-0.proj.1.weight", "encoder.stages.0.layers.0.shortcut.normalization.weight");
    add("torchvision", "trunk_output.block1.block1-0.f.c.1.bias", "encoder.stages.0.layers.0.layer.3.normalization.bias");
    add("huggingface", "regnet.encoder.stages.2.layers.1.layer.1.convolution.weight", "encoder.stages.2.layers.1.layer.1.convolution.weight");
    add("huggingface", "embedder.embedder.convolution.weight", "embedder.embedder.convolution.weight");
}

void RulesTest::placesKeys()
{
    QFETCH(QString, naming);
    QFETCH(QString, key);
    QFETCH(QString, destination);
    const auto placement = wb::regnet::family().place(smallArchitecture(naming.toStdString()), key.toStdString());
    QVERIFY(placement && placement->destination);
    QCOMPARE(QString::fromStdString(*placement->destination), destination);
}

void RulesTest::placesNothingElse_data()
{
    QTest::addColumn<QString>("naming");
    QTest::addColumn<QString>("key");
    const auto add = [](const char* naming, const char* key) { QTest::newRow(qPrintable(QString("%1 %2").arg(naming, key))) << naming << key; };
    add("vissl", "");
    add("vissl", "module.");
    add("vissl", "_feature_blocks.res4.block2-1.f.a.0.weight");   // stage numbers contradict
    add("vissl", "_feature_blocks.res1.block0-0.f.a.0.weight");   // no stage 0
    add("vissl", "_feature_blocks.res4.block3-01.f.a.0.weight");  // leading zero
    add("vissl", "_feature_blocks.res4.block3-2.f.a.0.weight");   // the stage has two blocks
    add("vissl", "_feature_blocks.res6.block5-0.f.a.0.weight");   // there are four stages
    add("vissl", "_feature_blocks.res4.block3-1.proj.weight");    // a shortcut only in the first block
    add("vissl", "_feature_blocks.res4.block3-1.f.a.0.bias");     // convolutions have no bias
    add("vissl", "_feature_blocks.res4.block3-1.f.a.1.running_sum");
    add("vissl", "_feature_blocks.res4.block3-1.f.a.0.weight.more");
    add("vissl", "_feature_blocks.res4.block3-99999999999999999999.f.a.0.weight");
    add("vissl", "0.clf.0.weight");  // this model has no classifier
    add("vissl", "0.channel_bn.weight");
    add("timm", "s0.b1.conv1.conv.weight");
    add("timm", "s1.b0.conv1.conv.weight");
    add("timm", "_feature_blocks.conv1.stem.0.weight");
    add("timm", "0.projection_head.0.weight");
    add("huggingface", "encoder.stages.0.layers.0.layer.2.convolution.weight");  // layer type y has its last convolution in layer 3
}

void RulesTest::placesNothingElse()
{
    QFETCH(QString, naming);
    QFETCH(QString, key);
    QVERIFY(!wb::regnet::family().place(smallArchitecture(naming.toStdString()), key.toStdString()));
}

void RulesTest::explainsThePlace()
{
    const auto placement = wb::regnet::family().place(smallArchitecture("vissl"), "_feature_blocks.res4.block3-part0.block3-1.f.a.0.weight");
    QVERIFY(placement);
    QCOMPARE(placement->reason.rule, std::string("vissl.block.conv-a"));
    QCOMPARE(placement->reason.pattern, std::string("_feature_blocks.res{S+1}.block{S}-{i}.f.a.0.{p}"));
    const std::vector<std::pair<std::string, std::string>> captures{{"S", "3"}, {"i", "1"}, {"p", "weight"}};
    QVERIFY(placement->reason.captures == captures);
}

void RulesTest::leavesOutPretrainingHeads()
{
    for (const char* key : {"0.projection_head.0.weight", "0.prototypes0.weight", "heads.0.prototypes1.weight", "1.projection_head.1.running_mean"}) {
        const auto placement = wb::regnet::family().place(smallArchitecture("vissl"), key);
        QVERIFY2(placement && !placement->destination, key);
        QCOMPARE(placement->reason.rule, std::string("heads.pretraining"));
    }
}

void RulesTest::numbersTheLastLayerByLayerType()
{
    Architecture architecture = smallArchitecture("timm");
    architecture.layerType = "x";
    const auto placement = wb::regnet::family().place(architecture, "s1.b1.conv3.conv.weight");
    QCOMPARE(*placement->destination, std::string("encoder.stages.0.layers.0.layer.2.convolution.weight"));
    QVERIFY(!wb::regnet::family().place(architecture, "s1.b1.se.fc1.weight"));
    architecture.naming = "huggingface";
    QVERIFY(wb::regnet::family().place(architecture, *placement->destination));
    QVERIFY(!wb::regnet::family().place(architecture, "encoder.stages.0.layers.0.layer.3.convolution.weight"));
}

void RulesTest::namesGoThereAndBack_data()
{
    QTest::addColumn<QString>("naming");
    QTest::addColumn<QString>("layerType");
    QTest::addColumn<bool>("hasHead");
    for (const char* naming : {"vissl", "timm", "torchvision", "huggingface"}) {
        for (const char* layerType : {"x", "y"}) {
            for (const bool hasHead : {false, true}) {
                QTest::addRow("%s %s %d", naming, layerType, hasHead) << naming << layerType << hasHead;
            }
        }
    }
}

// Every key that a naming writes is placed, each at a place of its own, and all places are filled.
void RulesTest::namesGoThereAndBack()
{
    QFETCH(QString, naming);
    QFETCH(QString, layerType);
    QFETCH(bool, hasHead);
    Architecture architecture = smallArchitecture(naming.toStdString());
    architecture.layerType = layerType.toStdString();
    if (hasHead) {
        architecture.classes = 5;
    }
    std::set<std::string> destinations;
    for (const wb::mapping::Parameter& parameter : wb::regnet::family().sourceParameters(architecture)) {
        const auto placement = wb::regnet::family().place(architecture, parameter.key);
        QVERIFY2(placement && placement->destination, parameter.key.c_str());
        QVERIFY2(destinations.insert(*placement->destination).second, parameter.key.c_str());
    }
    const auto wanted = wb::regnet::family().destinationParameters(architecture);
    QCOMPARE(destinations.size(), wanted.size());
    for (const wb::mapping::Parameter& parameter : wanted) {
        QVERIFY2(destinations.count(parameter.key) == 1, parameter.key.c_str());
    }
}

void RulesTest::prefixesTheTrunkOnlyBesideAClassifier()
{
    Architecture architecture = smallArchitecture("huggingface");
    const std::string key = "regnet.embedder.embedder.convolution.weight";
    QCOMPARE(*wb::regnet::family().place(architecture, key)->destination, std::string("embedder.embedder.convolution.weight"));
    architecture.classes = 3;
    QCOMPARE(*wb::regnet::family().place(architecture, key)->destination, key);
    QCOMPARE(*wb::regnet::family().place(architecture, "embedder.embedder.convolution.weight")->destination, key);
    QCOMPARE(*wb::regnet::family().place(architecture, "classifier.1.bias")->destination, std::string("classifier.1.bias"));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
