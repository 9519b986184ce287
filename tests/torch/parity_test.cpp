#include "core/regnet/rules.h"
#include "core/tensor/cast.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/zip_bytes.h"
#include "tests/torch/converted_pair.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <thread>

using namespace wb;
using test::ConvertedPair;

// Both networks of a checkpoint and its folder, run and compared as the helper does.
class ParityTest : public QObject {
    Q_OBJECT

private:
    static bool isExact(const verify::ParityReport& report)
    {
        return std::all_of(report.layers.begin(), report.layers.end(), [](const auto& layer) { return layer.distance.maxRel == 0.0; });
    }
    static double worstOf(const verify::ParityReport& report)
    {
        double worst = 0;
        for (const verify::LayerParity& layer : report.layers) {
            worst = std::max(worst, layer.distance.maxRel.value_or(std::numeric_limits<double>::infinity()));
        }
        return worst;
    }
    static void useReference(ConvertedPair& pair) { pair.useFile(ConvertedPair::data("seer10b-tiny-in1k.torch")); }

private slots:
    void computesWhatTransformersRecorded_data();
    void computesWhatTransformersRecorded();
    void rightFoldersAreEqualBitForBit_data();
    void rightFoldersAreEqualBitForBit();
    void everyNamingIsEqualBitForBit_data();
    void everyNamingIsEqualBitForBit();
    void otherFormatsAreReadToo_data();
    void otherFormatsAreReadToo();
    void narrowedFoldersHaveATolerance_data();
    void narrowedFoldersHaveATolerance();
    void sourceOfTheSameTypeIsExact();
    void tamperingIsFoundInItsLayer_data();
    void tamperingIsFoundInItsLayer();
    void singleBitIsFoundWhereTheImageIsBlack();
    void wrongCastIsFound_data();
    void wrongCastIsFound();
    void reorderedBlocksAreFound();
    void notANumberIsNamedWhereItFirstAppears_data();
    void notANumberIsNamedWhereItFirstAppears();
    void notANumberInBothIsNoPass();
    void overflowIsNoPass();
    void toleranceOfTheUserCounts();
    void seedIsThatOfTorch();
    void sizesAndSeeds();
    void editedMapIsFollowed();
    void outputsAreSavedAndComparedAgain();
    void recordedOutputsThatDifferFail();
    void badFoldersAreOneClearError_data();
    void badFoldersAreOneClearError();
    void badSourcesAreOneClearError_data();
    void badSourcesAreOneClearError();
    void cancelEndsWithinASecond();
};

void ParityTest::computesWhatTransformersRecorded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("last");
    QTest::newRow("10B") << "seer10b-tiny"
                         << "pooler_output";
    QTest::newRow("10B with classifier") << "seer10b-tiny-in1k"
                                         << "logits";
    QTest::newRow("legacy") << "shallow-legacy-extras"
                            << "logits";
}

void ParityTest::computesWhatTransformersRecorded()
{
    QFETCH(QString, name);
    QFETCH(QString, last);
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data(name.toStdString() + ".torch"));
    const auto compared =
        pair.compare([&](helper::CommandLine& line) { line.reference = ConvertedPair::data(name.toStdString() + ".forward.safetensors"); });
    QVERIFY(compared.report && !compared.error);
    QVERIFY(compared.report->ok);
    QCOMPARE(compared.report->recorded.size(), size_t{6});
    QCOMPARE(QString::fromStdString(compared.report->recorded.back().name), last);
    for (const verify::RecordedOutput& output : compared.report->recorded) {
        QVERIFY2(output.maxRel && *output.maxRel <= 1e-5, output.name.c_str());
    }
    QVERIFY(isExact(*compared.report));  // so the source's network gives the same outputs
    QCOMPARE(compared.report->outputs.size(), size_t{6});
    QCOMPARE(compared.report->outputs[1].shape, (std::vector<uint64_t>{1, 8, 16, 16}));
}

void ParityTest::rightFoldersAreEqualBitForBit_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("seed");
    const std::pair<const char*, double> shapes[] = {
        {"regnet-y-10b-seer", 1.0 / 256}, {"regnet-x-008", 1.0 / 8}, {"regnet-y-2560-seer-in1k", 1.0 / 100}, {"regnet-y-640-seer", 1.0 / 40}};
    for (const auto& [variant, scale] : shapes) {
        for (int seed = 0; seed < 5; ++seed) {
            QTest::addRow("%s, seed %d", variant, seed) << QString(variant) << scale << seed;
        }
    }
}

void ParityTest::rightFoldersAreEqualBitForBit()
{
    QFETCH(QString, variant);
    QFETCH(double, scale);
    QFETCH(int, seed);
    ConvertedPair pair;
    pair.makeDemo(variant.toStdString(), scale, static_cast<uint64_t>(seed));
    const auto compared = pair.compare([&](helper::CommandLine& line) { line.common.parityOptions.seed = static_cast<uint64_t>(seed) + 100; });
    QVERIFY(compared.report && !compared.error);
    QVERIFY(isExact(*compared.report));
    QVERIFY(compared.report->tolerance > 0 && compared.report->tolerance < 1e-5);
    QVERIFY(!compared.report->firstOver);
}

void ParityTest::everyNamingIsEqualBitForBit_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("naming");
    for (const char* variant : {"regnet-y-004", "regnet-x-002"}) {
        for (const regnet::Naming naming : regnet::allNamings) {
            QTest::addRow("%s %s", variant, regnet::namingName(naming).data()) << QString(variant) << static_cast<int>(naming);
        }
    }
}

// One model's weights under each publisher's names.
void ParityTest::everyNamingIsEqualBitForBit()
{
    QFETCH(QString, variant);
    QFETCH(int, naming);
    ConvertedPair pair;
    pair.makeDemo(variant.toStdString(), 1.0 / 8, 1);
    const std::string layerType = variant.contains("-x-") ? "x" : "y";
    const std::string renamed = pair.path("renamed.safetensors");
    pair.writeRenamed(renamed, [&](const std::string& key) {
        const auto match = regnet::match(regnet::Naming::HuggingFace, layerType, key);
        return regnet::keyOf(static_cast<regnet::Naming>(naming), layerType, *match->place);
    });
    pair.useFile(renamed);
    const auto compared = pair.compare();
    QVERIFY2(compared.report && !compared.error, compared.error ? compared.error->what() : "");
    QVERIFY(isExact(*compared.report));
    QCOMPARE(compared.report->top5.size(), size_t{5});
}

void ParityTest::otherFormatsAreReadToo_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<qulonglong>("shardBytes");
    QTest::newRow("pth") << static_cast<int>(plan::Format::Pth) << 0ULL;
    QTest::newRow("both") << static_cast<int>(plan::Format::Both) << 0ULL;
    QTest::newRow("shards") << static_cast<int>(plan::Format::Safetensors) << 30'000ULL;
}

void ParityTest::otherFormatsAreReadToo()
{
    QFETCH(int, format);
    QFETCH(qulonglong, shardBytes);
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data("seer10b-tiny.torch"), [&](plan::Options& options) {
        options.format = static_cast<plan::Format>(format);
        options.shardBytes = shardBytes;
    });
    const auto compared = pair.compare();
    QVERIFY2(compared.report && !compared.error, compared.error ? compared.error->what() : "");
    QVERIFY(isExact(*compared.report));
}

void ParityTest::narrowedFoldersHaveATolerance_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("dtype");
    QTest::addColumn<QString>("name");
    for (const char* variant : {"regnet-y-10b-seer-in1k", "regnet-x-008", "regnet-y-640-seer"}) {
        QTest::addRow("%s f16", variant) << QString(variant) << static_cast<int>(tensor::DType::F16) << "F16";
        QTest::addRow("%s bf16", variant) << QString(variant) << static_cast<int>(tensor::DType::BF16) << "BF16";
    }
}

void ParityTest::narrowedFoldersHaveATolerance()
{
    QFETCH(QString, variant);
    QFETCH(int, dtype);
    QFETCH(QString, name);
    ConvertedPair pair;
    pair.makeDemo(variant.toStdString(), 1.0 / 64, 3, [&](plan::Options& options) { options.dtype = static_cast<tensor::DType>(dtype); });
    const auto compared = pair.compare();
    QVERIFY2(compared.report && !compared.error, compared.error ? compared.error->what() : "");
    QCOMPARE(QString::fromStdString(compared.report->dtype), name);
    QVERIFY(compared.report->narrowed);
    QVERIFY(worstOf(*compared.report) > 0);
    QVERIFY2(worstOf(*compared.report) < compared.report->tolerance * 0.7, qPrintable(QString::number(worstOf(*compared.report))));
}

void ParityTest::sourceOfTheSameTypeIsExact()
{
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data("seer10b-tiny.torch"), [](plan::Options& options) { options.dtype = tensor::DType::BF16; });
    const std::string narrow = pair.path("narrow");
    QVERIFY(QDir().rename(QString::fromStdString(pair.folder()), QString::fromStdString(narrow)));
    pair.useFile(narrow);
    const auto compared = pair.compare();
    QVERIFY(compared.report && isExact(*compared.report));
    QVERIFY(!compared.report->narrowed);
    QCOMPARE(compared.report->dtype, std::string("BF16"));
    QVERIFY(compared.report->tolerance < 1e-5);
}

void ParityTest::tamperingIsFoundInItsLayer_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("element");
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("module");
    const QString block = "encoder.stages.2.layers.6.";
    QTest::newRow("stem") << "embedder.embedder.convolution.weight" << 100 << "embedder"
                          << "embedder.embedder.convolution";
    QTest::newRow("first convolution") << block + "layer.0.convolution.weight" << 17 << block.chopped(1) << block + "layer.0.convolution";
    QTest::newRow("grouped convolution") << block + "layer.1.convolution.weight" << 400 << block.chopped(1) << block + "layer.1.convolution";
    QTest::newRow("running_var") << block + "layer.1.normalization.running_var" << 3 << block.chopped(1) << block + "layer.1.normalization";
    QTest::newRow("running_mean") << block + "layer.0.normalization.running_mean" << 3 << block.chopped(1) << block + "layer.0.normalization";
    QTest::newRow("squeeze") << block + "layer.2.attention.0.weight" << 5 << block.chopped(1) << block + "layer.2.attention.0";
    QTest::newRow("bias of excite") << block + "layer.2.attention.2.bias" << 5 << block.chopped(1) << block + "layer.2.attention.2";
    QTest::newRow("shortcut") << "encoder.stages.1.layers.0.shortcut.convolution.weight" << 9 << "encoder.stages.1.layers.0"
                              << "encoder.stages.1.layers.0.shortcut.convolution";
    QTest::newRow("last convolution") << "encoder.stages.3.layers.0.layer.3.convolution.weight" << 63 << "encoder.stages.3.layers.0"
                                      << "encoder.stages.3.layers.0.layer.3.convolution";
    QTest::newRow("classifier") << "classifier.1.weight" << 7999 << "classifier"
                                << "classifier.1";
    QTest::newRow("bias of the classifier") << "classifier.1.bias" << 999 << "classifier"
                                            << "classifier.1";
}

void ParityTest::tamperingIsFoundInItsLayer()
{
    QFETCH(QString, key);
    QFETCH(int, element);
    QFETCH(QString, layer);
    QFETCH(QString, module);
    ConvertedPair pair;
    useReference(pair);
    const std::string full = (key.startsWith("classifier") ? "" : "regnet.") + key.toStdString();
    // The lowest bit of the exponent: the value is doubled or halved.
    pair.changeFloat(full, static_cast<size_t>(element),
                     [](float value) { return std::bit_cast<float>(std::bit_cast<uint32_t>(value) ^ (1U << 23)); });
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QCOMPARE(compared.error->exitCode(), ExitCode::VerificationFailed);
    QCOMPARE(QString::fromStdString(*compared.report->firstOver), layer);
    for (const verify::LayerParity& one : compared.report->layers) {
        if (QString::fromStdString(one.name) == layer) {
            QCOMPARE(QString::fromStdString(one.module), module);
            break;
        }
        QCOMPARE(*one.distance.maxRel, 0.0);
    }
}

// No activation of the picture tells of a weight that meets only zeros; the probe does.
void ParityTest::singleBitIsFoundWhereTheImageIsBlack()
{
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data("seer10b-tiny.torch"));
    const std::string key = "encoder.stages.2.layers.3.layer.0.convolution.weight";
    pair.changeFloat(key, 13, [](float value) { return value * 2; });
    const auto compared = pair.compare([](helper::CommandLine& line) { line.common.parityOptions.size = 1; });
    QVERIFY(compared.report && compared.error);
    QCOMPARE(*compared.report->firstOver, std::string("encoder.stages.2.layers.3"));
}

void ParityTest::wrongCastIsFound_data()
{
    QTest::addColumn<int>("dtype");
    QTest::newRow("through f16") << static_cast<int>(tensor::DType::F16);
    QTest::newRow("through bf16") << static_cast<int>(tensor::DType::BF16);
}

void ParityTest::wrongCastIsFound()
{
    QFETCH(int, dtype);
    ConvertedPair pair;
    useReference(pair);
    pair.changeFloat("regnet.encoder.stages.0.layers.1.layer.3.convolution.weight", 8, [&](float value) {
        uint16_t narrow = 0;
        tensor::castFloating(tensor::DType::F32, std::as_bytes(std::span(&value, 1)), static_cast<tensor::DType>(dtype),
                             std::as_writable_bytes(std::span(&narrow, 1)));
        tensor::castFloating(static_cast<tensor::DType>(dtype), std::as_bytes(std::span(&narrow, 1)), tensor::DType::F32,
                             std::as_writable_bytes(std::span(&value, 1)));
        return value;
    });
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QCOMPARE(*compared.report->firstOver, std::string("encoder.stages.0.layers.1"));
}

void ParityTest::reorderedBlocksAreFound()
{
    ConvertedPair pair;
    useReference(pair);
    const tensor::TensorIndex index = pair.index();
    const std::string one = "regnet.encoder.stages.2.layers.4.";
    const std::string other = "regnet.encoder.stages.2.layers.11.";
    for (const tensor::TensorInfo& info : index.tensors) {
        if (info.key.starts_with(one)) {
            pair.swapTensors(info.key, other + info.key.substr(one.size()));
        }
    }
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QCOMPARE(*compared.report->firstOver, std::string("encoder.stages.2.layers.4"));
}

void ParityTest::notANumberIsNamedWhereItFirstAppears_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<float>("value");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("NaN in a convolution") << "encoder.stages.1.layers.3.layer.1.convolution.weight" << nan;
    QTest::newRow("infinity in a convolution") << "encoder.stages.1.layers.3.layer.0.convolution.weight" << std::numeric_limits<float>::infinity();
    QTest::newRow("NaN in a batch norm") << "encoder.stages.1.layers.3.layer.3.normalization.running_mean" << nan;
    QTest::newRow("negative variance") << "encoder.stages.1.layers.3.layer.0.normalization.running_var" << -1.0F;
}

void ParityTest::notANumberIsNamedWhereItFirstAppears()
{
    QFETCH(QString, key);
    QFETCH(float, value);
    ConvertedPair pair;
    useReference(pair);
    pair.changeFloat("regnet." + key.toStdString(), 0, [&](float) { return value; });
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QCOMPARE(compared.error->code(), ErrorCode::ParityFailed);
    QCOMPARE(compared.error->fact("problem"), std::string_view("not-finite"));
    QCOMPARE(*compared.report->firstOver, std::string("encoder.stages.1.layers.3"));
    QCOMPARE(compared.report->layers.back().name, std::string("encoder.stages.1.layers.3"));
    QVERIFY(compared.report->notFinite->inResult && !compared.report->notFinite->inSource);
    // A negative variance is a number; what it leads to is none.
    QCOMPARE(QString::fromStdString(compared.report->notFinite->key), value == -1.0F ? QString() : "regnet." + key);
}

void ParityTest::notANumberInBothIsNoPass()
{
    ConvertedPair pair;
    useReference(pair);
    const std::string broken = pair.path("broken");
    pair.changeFloat("regnet.encoder.stages.0.layers.0.layer.0.convolution.weight", 3, [](float) { return std::numeric_limits<float>::quiet_NaN(); });
    QVERIFY(QDir().rename(QString::fromStdString(pair.folder()), QString::fromStdString(broken)));
    pair.useFile(broken);
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QVERIFY(compared.report->notFinite->inResult && compared.report->notFinite->inSource);
    QCOMPARE(*compared.report->firstOver, std::string("encoder.stages.0.layers.0"));
}

void ParityTest::overflowIsNoPass()
{
    ConvertedPair pair;
    useReference(pair);
    for (const char* key : {"regnet.embedder.embedder.normalization.weight", "regnet.encoder.stages.0.layers.0.layer.0.normalization.weight"}) {
        pair.changeFloat(key, 0, [](float) { return 3e38F; });
    }
    const auto compared = pair.compare();
    QVERIFY(compared.report && compared.error);
    QVERIFY(compared.report->notFinite.has_value());
    QVERIFY(compared.report->notFinite->key.empty());
}

void ParityTest::toleranceOfTheUserCounts()
{
    ConvertedPair pair;
    useReference(pair);
    pair.changeFloat("classifier.1.bias", 0, [](float value) { return value + 1e-3F; });
    const auto strict = pair.compare();
    QVERIFY(strict.error);
    const auto loose = pair.compare([](helper::CommandLine& line) { line.common.parityOptions.tolerance = 0.01; });
    QVERIFY(loose.report && !loose.error);
    QVERIFY(loose.report->toleranceGiven);
    QCOMPARE(loose.report->tolerance, 0.01);
    QCOMPARE(loose.report->worst, std::string("classifier"));
}

// torch.manual_seed(7); torch.randn(1, 3, 64, 64): its first numbers.
void ParityTest::seedIsThatOfTorch()
{
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data("seer10b-tiny.torch"));
    const std::string saved = pair.path("saved.safetensors");
    const auto compared = pair.compare([&](helper::CommandLine& line) {
        line.common.parityOptions.seed = 7;
        line.saveOutputs = saved;
    });
    QVERIFY(compared.report && !compared.error);
    const tensor::TensorIndex index = safetensors::readSafetensors(*io::openFile(saved), pair.job());
    const auto input = std::find_if(index.tensors.begin(), index.tensors.end(), [](const auto& info) { return info.key == "input"; });
    QVERIFY(input != index.tensors.end());
    QCOMPARE(input->shape, (std::vector<uint64_t>{1, 3, 64, 64}));
    std::array<float, 3> first{};
    io::openFile(saved)->readAt(index.records[input->record].offset, std::as_writable_bytes(std::span(first)));
    const std::array<float, 3> wanted{-0.8201345205307007F, 0.39563116431236267F, 0.8989084959030151F};
    for (size_t i = 0; i < first.size(); ++i) {
        QVERIFY2(std::abs(first[i] - wanted[i]) < 1e-6F, qPrintable(QString::number(first[i], 'g', 9)));
    }
}

void ParityTest::sizesAndSeeds()
{
    ConvertedPair pair;
    pair.useFile(ConvertedPair::data("shallow-legacy-extras.torch"));
    for (const uint64_t size : {1U, 2U, 31U, 33U, 224U}) {
        const auto compared = pair.compare([&](helper::CommandLine& line) {
            line.common.parityOptions.size = size;
            line.common.parityOptions.seed = size;
        });
        QVERIFY2(compared.report && !compared.error, compared.error ? compared.error->what() : "");
        QCOMPARE(compared.report->size, size);
        QVERIFY(isExact(*compared.report));
    }
}

// A checkpoint with a key that no rule knows, placed by the user.
void ParityTest::editedMapIsFollowed()
{
    const std::string key = "s2.b1.conv2.conv.weight";
    const std::string strange = "s2.b1.conv2.conv.wait!!";
    const std::string destination = "regnet.encoder.stages.1.layers.0.layer.1.convolution.weight";
    ConvertedPair pair;
    pair.makeDemo("regnet-y-004", 1.0 / 8, 2, {}, job::DemoContainer::Safetensors);
    QFile file(QString::fromStdString(pair.checkpoint()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll().replace(QByteArray::fromStdString(key), QByteArray::fromStdString(strange));
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    pair.useFile(pair.checkpoint(), [&](plan::Options& options) { options.edits = {{strange, destination}}; });
    const std::string mapFile = pair.path("edits.keymap.json");
    QFile map(QString::fromStdString(mapFile));
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write(QByteArray::fromStdString(R"({"schema": 1, "rows": [{"source": ")" + strange + R"(", "destination": ")" + destination + R"("}]})"));
    map.close();

    const auto compared = pair.compare([&](helper::CommandLine& line) { line.common.keymapFile = mapFile; });
    QVERIFY2(compared.report && !compared.error, compared.error ? compared.error->what() : "");
    QVERIFY(isExact(*compared.report));
    const auto without = pair.compare();
    QVERIFY(without.error && !without.report);
    QCOMPARE(without.error->code(), ErrorCode::MapIncomplete);
}

void ParityTest::outputsAreSavedAndComparedAgain()
{
    ConvertedPair pair;
    useReference(pair);
    const std::string saved = pair.path("saved.safetensors");
    const auto save = [&](helper::CommandLine& line) {
        line.common.parityOptions.seed = 5;
        line.saveOutputs = saved;
    };
    QVERIFY(!pair.compare(save).error);
    QVERIFY(!pair.compare(save).error);  // an earlier one is replaced
    const auto again = pair.compare([&](helper::CommandLine& line) { line.reference = saved; });
    QVERIFY(again.report && !again.error);
    QCOMPARE(again.report->recorded.size(), size_t{6});
    for (const verify::RecordedOutput& output : again.report->recorded) {
        QCOMPARE(*output.maxRel, 0.0);
    }
    const auto refused = pair.compare([&](helper::CommandLine& line) { line.saveOutputs = pair.weightFile(); });
    QCOMPARE(refused.error->code(), ErrorCode::WouldOverwrite);
}

void ParityTest::recordedOutputsThatDifferFail()
{
    ConvertedPair pair;
    useReference(pair);
    const auto compared =
        pair.compare([&](helper::CommandLine& line) { line.reference = ConvertedPair::data("shallow-legacy-extras.forward.safetensors"); });
    QVERIFY(compared.report && compared.error);
    QCOMPARE(compared.error->code(), ErrorCode::ParityFailed);
    QCOMPARE(compared.error->fact("problem"), std::string_view("recorded"));
    QVERIFY(!compared.report->firstOver);
    const auto none = pair.compare([&](helper::CommandLine& line) { line.reference = pair.weightFile(); });
    QCOMPARE(none.error->code(), ErrorCode::SafetensorsTensor);
    const std::string inputOnly = pair.path("input-only.safetensors");
    const std::string head = R"({"input":{"dtype":"F32","shape":[1,3,32,32],"data_offsets":[0,12288]}})";
    io::writeFileAtomically(inputOnly, test::safetensorsBytes(head, 0) + std::string(12288, '\0'));
    const auto nothing = pair.compare([&](helper::CommandLine& line) { line.reference = inputOnly; });
    QVERIFY(nothing.error && !nothing.report);
    QCOMPARE(nothing.error->fact("problem"), std::string_view("recorded-none"));
}

void ParityTest::badFoldersAreOneClearError_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such folder") << "gone"
                                    << "E_NOT_FOUND"
                                    << "";
    QTest::newRow("no weights") << "weights"
                                << "E_VERIFY"
                                << "model.safetensors";
    QTest::newRow("no config") << "config"
                               << "E_VERIFY"
                               << "config.json";
    QTest::newRow("config is none") << "garbage"
                                    << "E_VERIFY"
                                    << "config.json";
    QTest::newRow("config contradicts the shapes") << "widths"
                                                   << "E_VERIFY"
                                                   << "shapes";
    QTest::newRow("config of another depth") << "depths"
                                             << "E_VERIFY"
                                             << "keys";
    QTest::newRow("a tensor is missing") << "tensor"
                                         << "E_VERIFY"
                                         << "keys";
    QTest::newRow("weights are cut") << "cut"
                                     << "E_VERIFY"
                                     << "layout";
    QTest::newRow("another model") << "other"
                                   << "E_CONFIG_IMPOSSIBLE"
                                   << "config.json";
}

void ParityTest::badFoldersAreOneClearError()
{
    QFETCH(QString, damage);
    QFETCH(QString, id);
    QFETCH(QString, word);
    ConvertedPair pair;
    useReference(pair);
    const QString weights = QString::fromStdString(pair.weightFile());
    const QString config = QString::fromStdString(io::join(pair.folder(), "config.json"));
    if (damage == "gone") {
        QVERIFY(QDir(QString::fromStdString(pair.folder())).removeRecursively());
    } else if (damage == "weights") {
        QVERIFY(QFile::remove(weights));
    } else if (damage == "config") {
        QVERIFY(QFile::remove(config));
    } else if (damage == "garbage") {
        pair.replaceInFile("config.json", "{", "<html>");
    } else if (damage == "widths") {
        pair.replaceInFile("config.json", "\"groups_width\": 8", "\"groups_width\": 4");
    } else if (damage == "depths") {
        pair.replaceInFile("config.json", "17", "18");
    } else if (damage == "tensor") {
        pair.replaceInFile("model.safetensors", "regnet.encoder.stages.0.layers.1.layer.0.convolution.weight",
                           "regnet.encoder.stages.0.layers.1.layer.0.convolution.wait!!");
    } else if (damage == "cut") {
        QFile file(weights);
        QVERIFY(file.resize(file.size() - 100));
    }
    const auto compared = pair.compare([&](helper::CommandLine& line) {
        if (damage == "other") {
            line.common.source = ConvertedPair::data("shallow-legacy-extras.torch");
        }
    });
    QVERIFY(!compared.report && compared.error);
    QCOMPARE(QString::fromUtf8(errorId(compared.error->code()).data()), id);
    QVERIFY2(QString::fromUtf8(compared.error->what()).contains(word), compared.error->what());
}

void ParityTest::badSourcesAreOneClearError_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("id");
    QTest::newRow("no such file") << "gone"
                                  << "E_NOT_FOUND";
    QTest::newRow("no checkpoint") << "text"
                                   << "E_NOT_A_CHECKPOINT";
    QTest::newRow("a tensor is missing") << "missing"
                                         << "E_MAP_INCOMPLETE";
    QTest::newRow("hostile pickle") << "call"
                                    << "E_PICKLE_CALL";
    QTest::newRow("picture is none") << "picture"
                                     << "E_IMAGE";
    QTest::newRow("no such picture") << "no picture"
                                     << "E_NOT_FOUND";
}

void ParityTest::badSourcesAreOneClearError()
{
    QFETCH(QString, damage);
    QFETCH(QString, id);
    ConvertedPair pair;
    useReference(pair);
    const std::string other = pair.path("other.torch");
    const auto write = [&](const std::string& bytes) {
        QFile file(QString::fromStdString(other));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(bytes));
    };
    if (damage == "call") {
        const std::string pickle = test::PickleBytes().dict().text("a").tensor({}).text("b").global("posix", "system").raw("(tR").setItems().finish();
        write(test::torchZip(pickle, {test::countingFloats(4)}).finish());
    } else if (damage == "missing") {
        pair.replaceInFile("model.safetensors", "regnet.embedder.embedder.normalization.bias", "regnet.embedder.embedder.normalization.bogu");
    } else if (damage != "gone" && damage != "no picture") {
        write("just some words\n");
    }
    const auto compared = pair.compare([&](helper::CommandLine& line) {
        if (damage == "missing") {
            line.common.source = pair.folder();
        } else if (damage.contains("picture")) {
            line.common.parityOptions.image = other;
        } else {
            line.common.source = other;
        }
    });
    QVERIFY(!compared.report && compared.error);
    QCOMPARE(QString::fromUtf8(errorId(compared.error->code()).data()), id);
}

// The cancel comes while weights are read: some of them were, not all.
void ParityTest::cancelEndsWithinASecond()
{
    ConvertedPair pair;
    pair.makeDemo("regnet-y-10b-seer", 1.0 / 12, 1);
    QElapsedTimer sinceCancel;
    std::atomic<bool> isDone{false};
    std::thread watcher([&] {
        while (!isDone) {
            const Progress::Snapshot now = pair.progress();
            if (now.stage == Stage::Parity && now.bytesDone > 0) {
                sinceCancel.start();
                pair.cancel().cancel();
                return;
            }
            std::this_thread::yield();
        }
    });
    const bool isCancelled = pair.isCancelled([](helper::CommandLine& line) { line.common.parityOptions.size = 448; });
    const qint64 elapsed = sinceCancel.isValid() ? sinceCancel.elapsed() : 0;
    isDone = true;
    watcher.join();
    QVERIFY(isCancelled);
    QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
}

QTEST_GUILESS_MAIN(ParityTest)
#include "parity_test.moc"
