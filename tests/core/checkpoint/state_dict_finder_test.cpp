#include "tests/core/checkpoint/pickle_fixture.h"

#include "core/checkpoint/state_dict_finder.h"

#include <QTest>

using namespace wb;
using namespace wb::test;
using checkpoint::FoundStateDict;

namespace {

FoundStateDict find(const std::string& object, const std::string& wanted = {})
{
    return checkpoint::findStateDict(readTree(object + "."), wanted, Limits{});
}

std::string weights(const std::vector<std::string>& keys)
{
    std::vector<std::string> items;
    for (const std::string& key : keys) {
        items.push_back(text(key));
        items.push_back(floats(std::to_string(items.size())));
    }
    return dict(items);
}

std::vector<std::string> keysOf(const FoundStateDict& found)
{
    std::vector<std::string> keys;
    for (const auto& tensor : found.tensors) {
        keys.push_back(tensor.key);
    }
    return keys;
}

// {"classy_state_dict": {"base_model": {"model": {"trunk": …, "heads": …}}}}
std::string classy(const std::string& trunk, const std::string& heads)
{
    const std::string model = dict({text("trunk"), trunk, text("heads"), heads});
    return dict({text("classy_state_dict"), dict({text("base_model"), dict({text("model"), model})})});
}

using Keys = std::vector<std::string>;

}  // namespace

class StateDictFinderTest : public QObject {
    Q_OBJECT

private slots:
    void visslTrunkAndHeadsBecomeOne();
    void visslHeadsMayBeAListOrEmpty();
    void findsTheUsualPlaces_data();
    void findsTheUsualPlaces();
    void mostTensorsWin();
    void optimizerNeverWins();
    void plainWeightsWinOverAveragedOnes();
    void averagedWeightsAloneAreTaken();
    void twoEqualsOfUnknownNameAreAmbiguous();
    void nestedDictsAreFlattened();
    void wantedPathIsFollowed_data();
    void wantedPathIsFollowed();
    void wantedPathThatLeadsNowhere_data();
    void wantedPathThatLeadsNowhere();
    void sliceListGivesSlices();
    void sliceListOfLayersGivesSlices();
    void shardsAreRefused_data();
    void shardsAreRefused();
    void keysThatCannotBeAreRefused_data();
    void keysThatCannotBeAreRefused();
    void objectsWithoutWeightsAreRefused_data();
    void objectsWithoutWeightsAreRefused();
    void oneTensorUnderTwoKeysIsTwoTensors();
    void ignoredIsBounded();
};

void StateDictFinderTest::visslTrunkAndHeadsBecomeOne()
{
    const FoundStateDict found = find(classy(weights({"_feature_blocks.a", "_feature_blocks.b"}), weights({"0.clf.0.weight"})));
    QCOMPARE(found.path, std::string("classy_state_dict.base_model.model"));
    QCOMPARE(keysOf(found), (Keys{"_feature_blocks.a", "_feature_blocks.b", "0.clf.0.weight"}));
    QVERIFY(found.ignored.empty());
}

void StateDictFinderTest::visslHeadsMayBeAListOrEmpty()
{
    QCOMPARE(keysOf(find(classy(weights({"a"}), "](" + weights({"clf.0.weight"}) + "e"))), (Keys{"a", "0.clf.0.weight"}));
    const FoundStateDict empty = find(classy(weights({"a"}), "}"));
    QCOMPARE(keysOf(empty), Keys{"a"});
    QCOMPARE(empty.path, std::string("classy_state_dict.base_model.model"));
    QCOMPARE(find(classy(weights({"a"}), "N")).path, std::string("classy_state_dict.base_model.model"));
}

void StateDictFinderTest::findsTheUsualPlaces_data()
{
    QTest::addColumn<std::string>("object");
    QTest::addColumn<std::string>("path");
    const std::string model = weights({"conv.weight", "fc.bias"});
    QTest::newRow("root") << model << std::string();
    QTest::newRow("root OrderedDict") << global("collections", "OrderedDict") + ")R(" + text("conv.weight") + floats("1") + text("fc.bias") +
                                             floats("3") + "u" + dict({text("_metadata"), "}"}) + "b"
                                      << std::string();
    for (const char* name : {"state_dict", "model_state_dict", "model_state", "model", "module", "net", "ema"}) {
        QTest::newRow(name) << dict({text("epoch"), integer(3), text(name), model}) << std::string(name);
    }
    QTest::newRow("nested") << dict({text("model"), dict({text("state_dict"), model})}) << std::string("model.state_dict");
    QTest::newRow("in a tuple") << "(" + model + "Nt" << std::string("0");
}

void StateDictFinderTest::findsTheUsualPlaces()
{
    QFETCH(std::string, object);
    QFETCH(std::string, path);
    const FoundStateDict found = find(object);
    QCOMPARE(found.path, path);
    QCOMPARE(keysOf(found), (Keys{"conv.weight", "fc.bias"}));
}

void StateDictFinderTest::mostTensorsWin()
{
    const FoundStateDict found = find(dict({text("queue"), floats(), text("state_dict"), weights({"a"}), text("other"), weights({"a", "b", "c"})}));
    QCOMPARE(found.path, std::string("other"));
    QCOMPARE(found.ignored, (Keys{"queue", "state_dict.a"}));
}

void StateDictFinderTest::optimizerNeverWins()
{
    const std::string state = dict({integer(0), weights({"momentum_buffer", "exp_avg", "exp_avg_sq"})});
    for (const char* name : {"optimizer", "optim", "optimizers", "optimizer_state_dict", "momentum", "loss", "meters"}) {
        const FoundStateDict found = find(dict({text(name), dict({text("state"), state}), text("model"), weights({"a"})}));
        QCOMPARE(found.path, std::string("model"));
        QCOMPARE(found.ignored.size(), size_t{3});
        QCOMPARE(found.ignored[0], std::string(name) + ".state.0.momentum_buffer");
    }
}

void StateDictFinderTest::plainWeightsWinOverAveragedOnes()
{
    for (const char* name : {"ema", "state_dict_ema", "model_ema", "teacher"}) {
        const FoundStateDict found = find(dict({text(name), weights({"a", "b"}), text("state_dict"), weights({"a", "b"})}));
        QCOMPARE(found.path, std::string("state_dict"));
        QCOMPARE(found.ignored, (Keys{std::string(name) + ".a", std::string(name) + ".b"}));
    }
}

void StateDictFinderTest::averagedWeightsAloneAreTaken()
{
    QCOMPARE(find(dict({text("epoch"), "N", text("state_dict_ema"), weights({"a"})})).path, std::string("state_dict_ema"));
}

void StateDictFinderTest::twoEqualsOfUnknownNameAreAmbiguous()
{
    const auto error = errorOf([] { find(dict({text("generator"), weights({"a"}), text("critic"), weights({"b"})})); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::StateDictAmbiguous);
    QCOMPARE(std::string(error->fact("found")), std::string("generator, critic"));
}

void StateDictFinderTest::nestedDictsAreFlattened()
{
    const FoundStateDict found = find(dict({text("a"), floats(), text("b"), floats(), text("block"), dict({text("c"), weights({"d"})}), text("n"),
                                            "N", text("optimizer"), weights({"m"})}));
    QCOMPARE(keysOf(found), (Keys{"a", "b", "block.c.d"}));
    QCOMPARE(found.ignored, Keys{"optimizer.m"});
}

void StateDictFinderTest::wantedPathIsFollowed_data()
{
    QTest::addColumn<std::string>("object");
    QTest::addColumn<std::string>("wanted");
    const std::string model = weights({"w"});
    QTest::newRow("plain") << dict({text("big"), weights({"a", "b"}), text("small"), model}) << std::string("small");
    QTest::newRow("nested") << dict({text("a"), dict({text("b"), model})}) << std::string("a.b");
    QTest::newRow("dots in keys") << dict({text("a"), "}", text("a.b"), dict({text("c.d"), model})}) << std::string("a.b.c.d");
    QTest::newRow("numbers") << dict({integer(7), "](N" + model + "e"}) << std::string("7.1");
    QTest::newRow("optimizer when asked for") << dict({text("optimizer"), model}) << std::string("optimizer");
}

void StateDictFinderTest::wantedPathIsFollowed()
{
    QFETCH(std::string, object);
    QFETCH(std::string, wanted);
    const FoundStateDict found = find(object, wanted);
    QCOMPARE(found.path, wanted);
    QCOMPARE(keysOf(found), Keys{"w"});
}

void StateDictFinderTest::wantedPathThatLeadsNowhere_data()
{
    QTest::addColumn<QString>("wanted");
    for (const char* wanted : {"absent", "model.absent", "model.w", "model.", ".model", "model..w", "epoch"}) {
        QTest::newRow(wanted) << wanted;
    }
}

void StateDictFinderTest::wantedPathThatLeadsNowhere()
{
    QFETCH(QString, wanted);
    const auto error = errorOf([&] { find(dict({text("epoch"), "N", text("model"), weights({"w"})}), wanted.toStdString()); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::StateDictPath);
    QCOMPARE(error->exitCode(), ExitCode::NotFound);
}

void StateDictFinderTest::sliceListGivesSlices()
{
    const std::string trunk = dict({text("_feature_blocks.a"), text("/checkpoint/x_layers/0a.torch")});
    const std::string heads = dict({text("0.clf.0.weight"), text("x_layers/0b.torch")});
    const std::string model = dict({text("trunk"), trunk, text("heads"), heads});
    const FoundStateDict found =
        find(dict({text("type"), text("slice_list"), text("classy_state_dict"), dict({text("base_model"), dict({text("model"), model})})}));
    QCOMPARE(found.path, std::string("classy_state_dict.base_model.model"));
    QVERIFY(found.tensors.empty());
    QCOMPARE(found.slices.size(), size_t{2});
    QCOMPARE(found.slices[0].key, std::string("_feature_blocks.a"));
    QCOMPARE(found.slices[0].path, std::string("/checkpoint/x_layers/0a.torch"));
    QCOMPARE(found.slices[1].key, std::string("0.clf.0.weight"));
}

void StateDictFinderTest::sliceListOfLayersGivesSlices()
{
    const FoundStateDict found = find(dict({text("type"), text("slice_list"), text("layers"), dict({text("a"), text("x_layers/0a.torch")})}));
    QCOMPARE(found.path, std::string("layers"));
    QCOMPARE(found.slices.size(), size_t{1});
}

void StateDictFinderTest::shardsAreRefused_data()
{
    QTest::addColumn<std::string>("type");
    QTest::newRow("shard_list") << std::string("shard_list");
    QTest::newRow("shard") << std::string("shard");
}

void StateDictFinderTest::shardsAreRefused()
{
    QFETCH(std::string, type);
    const auto error = errorOf([&] { find(dict({text("type"), text(type), text("shards"), "](" + text("model_shard0.torch") + "e"})); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::ShardList);
    QCOMPARE(std::string(error->fact("found")), type);
}

void StateDictFinderTest::keysThatCannotBeAreRefused_data()
{
    QTest::addColumn<std::string>("object");
    QTest::addColumn<std::string>("problem");
    QTest::newRow("empty") << weights({"a", ""}) << std::string("empty");
    QTest::newRow("duplicate") << weights({"a", "b", "a"}) << std::string("duplicate");
    QTest::newRow("duplicate through nesting") << dict({text("a.b"), floats(), text("c"), floats(), text("a"), weights({"b"})})
                                               << std::string("duplicate");
    QTest::newRow("duplicate of trunk and head") << classy(weights({"a"}), weights({"a"})) << std::string("duplicate");
    QTest::newRow("too long") << weights({std::string(4097, 'k')}) << std::string("too-long");
    QTest::newRow("too long through nesting") << dict({text("a"), floats(), text("c"), floats(), text(std::string(4000, 'p')),
                                                       weights({std::string(97, 'k')})})
                                              << std::string("too-long");
}

void StateDictFinderTest::keysThatCannotBeAreRefused()
{
    QFETCH(std::string, object);
    QFETCH(std::string, problem);
    const auto error = errorOf([&] { find(object); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::TensorKey);
    QCOMPARE(std::string(error->fact("problem")), problem);
}

void StateDictFinderTest::objectsWithoutWeightsAreRefused_data()
{
    QTest::addColumn<std::string>("object");
    QTest::newRow("None") << std::string("N");
    QTest::newRow("a tensor") << floats();
    QTest::newRow("empty dict") << std::string("}");
    QTest::newRow("only an optimizer") << dict({text("optimizer"), weights({"m"})});
    QTest::newRow("a whole module") << global("torchvision.models", "RegNet") + ")\x81" + dict({text("_parameters"), weights({"w"})}) + "b";
}

void StateDictFinderTest::objectsWithoutWeightsAreRefused()
{
    QFETCH(std::string, object);
    const auto error = errorOf([&] { find(object); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::NoStateDict);
}

void StateDictFinderTest::oneTensorUnderTwoKeysIsTwoTensors()
{
    const FoundStateDict found = find(dict({text("a"), floats() + raw("q\x00"), text("b"), raw("h\x00")}));
    QCOMPARE(keysOf(found), (Keys{"a", "b"}));
    QCOMPARE(found.tensors[0].tensor, found.tensors[1].tensor);
}

void StateDictFinderTest::ignoredIsBounded()
{
    std::string list = floats() + raw("q\x00") + "0](";
    for (int i = 0; i < 1500; ++i) {
        list += raw("h\x00");
    }
    const FoundStateDict found = find(dict({text("optimizer"), list + "e", text("model"), weights({"w"})}));
    QCOMPARE(found.ignored.size(), size_t{1000});
}

QTEST_GUILESS_MAIN(StateDictFinderTest)
#include "state_dict_finder_test.moc"
