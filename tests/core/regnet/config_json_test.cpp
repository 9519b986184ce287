#include "core/regnet/card.h"
#include "core/regnet/config_json.h"
#include "tests/core/regnet/sample_index.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

#include <locale>

using nlohmann::ordered_json;
using wb::Error;
using wb::ErrorCode;
using wb::mapping::Architecture;
using wb::mapping::FolderFacts;

namespace {

// Writes 1.234,5 as a German locale does.
class CommaNumbers : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

}  // namespace

class ConfigJsonTest : public QObject {
    Q_OBJECT

private slots:
    void modelConfigIsTransformersOwn();
    void classifierConfigIsTransformersOwn();
    void labelsAreAsciiInTheFile();
    void preprocessorIsTheReferences();
    void numbersDoNotFollowTheLocale();
    void configGoesThereAndBack_data();
    void configGoesThereAndBack();
    void twoClassesMayGoUnsaid();
    void refusesWhatIsNoRegNetConfig_data();
    void refusesWhatIsNoRegNetConfig();
    void defaultLabelsFitTheClasses();
    void folderHasThreeFiles();
    void cardNeverGuessesALicence_data();
    void cardNeverGuessesALicence();
    void cardShowsForeignNamesAsText();

private:
    static QByteArray reference(const char* name)
    {
        QFile file(QString(WB_TEST_DATA) + "/hf/" + name);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s: cannot be read", name);
        }
        return file.readAll();
    }
    static Architecture tiny()
    {
        Architecture architecture = smallArchitecture("vissl");
        architecture.depths = {2, 7, 17, 1};
        architecture.hiddenSizes = {8, 8, 8, 8};
        return architecture;
    }
    static QByteArray withoutVersion(QByteArray text) { return text.replace(",\n  \"transformers_version\": \"5.23.0\"", "").trimmed(); }
};

void ConfigJsonTest::modelConfigIsTransformersOwn()
{
    const std::string text = wb::regnet::configJson(tiny(), {});
    QCOMPARE(QByteArray::fromStdString(text).trimmed(), withoutVersion(reference("config.regnetmodel.json")));
    QVERIFY(text.ends_with("}\n"));
}

// The reference is cut to the first three of a thousand labels.
void ConfigJsonTest::classifierConfigIsTransformersOwn()
{
    Architecture architecture = tiny();
    architecture.classes = 1000;
    FolderFacts facts;
    facts.labels = wb::regnet::family().defaultLabels(1000);
    ordered_json config = ordered_json::parse(wb::regnet::configJson(architecture, facts));
    QCOMPARE(config["id2label"].size(), size_t{1000});
    for (const char* name : {"id2label", "label2id"}) {
        ordered_json first;
        for (auto entry = config[name].begin(); first.size() < 3; ++entry) {
            first[entry.key()] = entry.value();
        }
        config[name] = first;
    }
    QCOMPARE(QByteArray::fromStdString(config.dump(2)), withoutVersion(reference("config.in1k.first3labels.json")));
}

void ConfigJsonTest::labelsAreAsciiInTheFile()
{
    Architecture architecture = tiny();
    architecture.classes = 2;
    FolderFacts facts;
    facts.labels = {"größe \"q\" \x7f", "😀"};
    const std::string text = wb::regnet::configJson(architecture, facts);
    QVERIFY(text.find("\"0\": \"gr\\u00f6\\u00dfe \\\"q\\\" \\u007f\"") != std::string::npos);
    QVERIFY(text.find("\"1\": \"\\ud83d\\ude00\"") != std::string::npos);
}

void ConfigJsonTest::preprocessorIsTheReferences()
{
    const std::string text = wb::regnet::preprocessorJson(wb::regnet::variantNamed("regnet-y-10b-seer").architecture);
    QCOMPARE(QByteArray::fromStdString(text).trimmed(), reference("preprocessor_config.json").trimmed());
}

void ConfigJsonTest::numbersDoNotFollowTheLocale()
{
    const std::string plain = wb::regnet::preprocessorJson(tiny()) + wb::regnet::cardText(tiny(), {});
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaNumbers));
    const std::string inLocale = wb::regnet::preprocessorJson(tiny()) + wb::regnet::cardText(tiny(), {});
    std::locale::global(before);
    QCOMPARE(inLocale, plain);
}

void ConfigJsonTest::configGoesThereAndBack_data()
{
    QTest::addColumn<QString>("name");
    for (const wb::mapping::Variant& variant : wb::regnet::catalogue()) {
        QTest::newRow(variant.name.c_str()) << QString::fromStdString(variant.name);
    }
}

void ConfigJsonTest::configGoesThereAndBack()
{
    QFETCH(QString, name);
    const Architecture& architecture = wb::regnet::variantNamed(name.toStdString()).architecture;
    FolderFacts facts;
    if (architecture.classes) {
        facts.labels = wb::regnet::family().defaultLabels(*architecture.classes);
    }
    const Architecture read = wb::regnet::family().architectureFromConfig(wb::regnet::configJson(architecture, facts));
    QVERIFY(read.depths == architecture.depths);
    QVERIFY(read.hiddenSizes == architecture.hiddenSizes);
    QCOMPARE(read.groupsWidth, architecture.groupsWidth);
    QCOMPARE(read.layerType, architecture.layerType);
    QVERIFY(read.classes == architecture.classes);
    QCOMPARE(read.embeddingSize, uint64_t{32});
    QCOMPARE(read.channels, uint64_t{3});
}

void ConfigJsonTest::twoClassesMayGoUnsaid()
{
    QByteArray text = reference("config.regnetmodel.json").replace("RegNetModel", "RegNetForImageClassification");
    QCOMPARE(*wb::regnet::family().architectureFromConfig(text.toStdString()).classes, uint64_t{2});
    text.replace("\"layer_type\"", "\"num_labels\": 7,\n  \"layer_type\"");
    QCOMPARE(*wb::regnet::family().architectureFromConfig(text.toStdString()).classes, uint64_t{7});
}

void ConfigJsonTest::refusesWhatIsNoRegNetConfig_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("problem");
    const auto add = [](const char* name, const char* from, const char* to, const char* part, const char* problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString(part) << QString(problem);
    };
    add("not JSON", "{", "<html>", "config.json", "syntax");
    add("a list", "{", "[{", "config.json", "not-object");
    add("cut", "}", "", "config.json", "syntax");
    add("not UTF-8", "relu", "\xff\xfe", "config.json", "not-utf8");
    add("other model", "\"regnet\"", "\"resnet\"", "model_type", "value");
    add("other class", "\"RegNetModel\"", "\"ResNetModel\"", "architectures", "value");
    add("no class", "\"architectures\"", "\"x\"", "architectures", "missing");
    add("no depths", "\"depths\"", "\"x\"", "depths", "missing");
    add("a depth of text", "17", "\"17\"", "depths", "type");
    add("a negative depth", "17", "-17", "depths", "type");
    add("a fraction", "17", "17.5", "depths", "type");
    add("a nested depth", "17", "[17]", "depths", "type");
    add("a depth of nothing", "17", "0", "depths", "range");
    add("a huge depth", "17", "1001", "depths", "range");
    add("a depth beyond 64 bits", "17", "99999999999999999999", "depths", "type");
    add("fewer stages", "    17,\n", "", "hidden_sizes", "length");
    add("no groups", "\"groups_width\": 8", "\"groups_width\": 0", "groups_width", "range");
    add("groups that do not divide", "    8,\n    8\n", "    8,\n    25\n", "groups_width", "groups-width");
    add("another layer type", "\"y\"", "\"z\"", "layer_type", "value");
    add("a layer type of numbers", "\"y\"", "1", "layer_type", "type");
    add("no downsampling", "true", "false", "downsample_in_first_stage", "value");
    add("twice", "\"hidden_act\"", "\"depths\": [1], \"hidden_act\"", "depths", "duplicate");
}

void ConfigJsonTest::refusesWhatIsNoRegNetConfig()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, part);
    QFETCH(QString, problem);
    const QByteArray text = reference("config.regnetmodel.json").replace(from, to);
    try {
        wb::regnet::family().architectureFromConfig(text.toStdString());
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY(error.code() == ErrorCode::ConfigImpossible);
        QCOMPARE(QString::fromStdString(std::string(error.fact("part"))), part);
        QCOMPARE(QString::fromStdString(std::string(error.fact("problem"))), problem);
    }
}

void ConfigJsonTest::defaultLabelsFitTheClasses()
{
    const std::vector<std::string> imagenet = wb::regnet::family().defaultLabels(1000);
    QCOMPARE(imagenet.size(), size_t{1000});
    QCOMPARE(imagenet[0], std::string("tench, Tinca tinca"));
    QCOMPARE(imagenet[999], std::string("toilet tissue, toilet paper, bathroom tissue"));
    QVERIFY(wb::regnet::family().defaultLabels(3) == (std::vector<std::string>{"LABEL_0", "LABEL_1", "LABEL_2"}));
}

void ConfigJsonTest::folderHasThreeFiles()
{
    const auto files = wb::regnet::family().folderFiles(tiny(), {});
    QCOMPARE(files.size(), size_t{3});
    QCOMPARE(files[0].name, std::string("config.json"));
    QCOMPARE(files[1].name, std::string("preprocessor_config.json"));
    QCOMPARE(files[2].name, std::string("README.md"));
    QVERIFY(files[2].text.starts_with("---\nlibrary_name: transformers\npipeline_tag: image-feature-extraction\n"));
}

void ConfigJsonTest::cardNeverGuessesALicence_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("naming");
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("licence");
    QTest::newRow("SEER") << "regnet-y-10b-seer"
                          << "vissl" << 0 << "license: other\nlicense_name: seer-license-vissl-model-license\nlicense_link: https://";
    QTest::newRow("SEER fine-tuned") << "regnet-y-320-seer-in1k"
                                     << "vissl" << 1000 << "license: other\n";
    QTest::newRow("timm") << "regnet-x-002"
                          << "timm" << 1000 << "license: mit\n";
    QTest::newRow("torchvision") << "regnet-y-320"
                                 << "torchvision" << 1000 << "license: bsd-3-clause\n";
    QTest::newRow("timm, a configuration of SEER too") << "regnet-y-320"
                                                       << "timm" << 1000 << "";
    QTest::newRow("Hugging Face, a configuration of SEER too") << "regnet-y-320"
                                                               << "huggingface" << 1000 << "";
    QTest::newRow("other classes") << "regnet-x-002"
                                   << "timm" << 10 << "";
    QTest::newRow("VISSL names, not published by it") << "regnet-x-002"
                                                      << "vissl" << 1000 << "";
}

void ConfigJsonTest::cardNeverGuessesALicence()
{
    QFETCH(QString, variant);
    QFETCH(QString, naming);
    QFETCH(int, classes);
    QFETCH(QString, licence);
    Architecture architecture = wb::regnet::variantNamed(variant.toStdString()).architecture;
    architecture.naming = naming.toStdString();
    architecture.classes.reset();
    if (classes > 0) {
        architecture.classes = static_cast<uint64_t>(classes);
    }
    const QString card = QString::fromStdString(wb::regnet::cardText(architecture, {}));
    QVERIFY(card.startsWith("---\n" + licence));
    QVERIFY(!card.contains("apache"));
    QCOMPARE(card.contains("license:"), !licence.isEmpty());
    QCOMPARE(card.contains("Licence unknown"), licence.isEmpty());
    QCOMPARE(card.contains("datasets:\n- imagenet-1k\n"), !licence.isEmpty() && classes == 1000);
}

void ConfigJsonTest::cardShowsForeignNamesAsText()
{
    FolderFacts facts;
    facts.sourceName = "a`<img src=x>\n---\nlicense: mit.torch";
    const std::string card = wb::regnet::cardText(tiny(), facts);
    QVERIFY(card.find("\nlicense: mit") == std::string::npos);
    QVERIFY(card.find("`a'<img src=x>") != std::string::npos);
}

QTEST_GUILESS_MAIN(ConfigJsonTest)
#include "config_json_test.moc"
