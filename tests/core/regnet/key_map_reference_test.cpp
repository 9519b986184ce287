#include "core/mapping/build_key_map.h"
#include "tests/core/regnet/sample_index.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using nlohmann::json;
using wb::mapping::KeyMap;
using wb::mapping::KeyMapRow;
using wb::mapping::Variant;

// tests/data/keymaps: rows [source, destination, shape], made by the published libraries and proved by the outputs of both networks.
class KeyMapReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void equalsTheReference_data();
    void equalsTheReference();
    void countsAreTheCatalogues_data() { everyVariant(); }
    void countsAreTheCatalogues();
    void everySourceAndDestinationOnce_data() { everyVariant(); }
    void everySourceAndDestinationOnce();
    void aFileOfTheVariantIsFoundAndMapped_data() { everyVariant(); }
    void aFileOfTheVariantIsFoundAndMapped();

private:
    static void everyVariant()
    {
        QTest::addColumn<QString>("name");
        for (const Variant& variant : wb::regnet::catalogue()) {
            QTest::newRow(variant.name.c_str()) << QString::fromStdString(variant.name);
        }
    }
};

void KeyMapReferenceTest::equalsTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"regnet-x-002", "regnet-x-032", "regnet-y-004", "regnet-y-320-seer", "regnet-y-640-seer-in1k", "regnet-y-10b-seer",
                             "regnet-y-10b-seer-in1k"}) {
        QTest::newRow(name) << QString(name);
    }
}

void KeyMapReferenceTest::equalsTheReference()
{
    QFETCH(QString, name);
    QFile file(QString(WB_TEST_DATA) + "/keymaps/" + name + ".json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const json reference = json::parse(file.readAll().toStdString());
    const KeyMap map = wb::mapping::catalogueKeyMap(wb::regnet::family(), wb::regnet::variantNamed(name.toStdString()));
    QCOMPARE(map.rows.size(), reference.size());
    for (size_t i = 0; i < map.rows.size(); ++i) {
        QCOMPARE(*map.rows[i].source, reference[i][0].get<std::string>());
        QCOMPARE(*map.rows[i].destination, reference[i][1].get<std::string>());
        QVERIFY2(map.rows[i].shape == reference[i][2].get<std::vector<uint64_t>>(), map.rows[i].source->c_str());
    }
}

void KeyMapReferenceTest::countsAreTheCatalogues()
{
    QFETCH(QString, name);
    const Variant& variant = wb::regnet::variantNamed(name.toStdString());
    uint64_t parameters = 0;
    for (const wb::mapping::Parameter& parameter : wb::regnet::family().destinationParameters(variant.architecture)) {
        uint64_t elements = 1;
        for (const uint64_t size : parameter.shape) {
            elements *= size;
        }
        parameters += parameter.buffer ? 0 : elements;
    }
    QCOMPARE(parameters, variant.parameters);
    uint64_t bytes = 0;
    const KeyMap map = wb::mapping::catalogueKeyMap(wb::regnet::family(), variant);
    for (const KeyMapRow& row : map.rows) {
        bytes += row.bytes;
    }
    QCOMPARE(bytes, variant.bytes);
    QCOMPARE(map.rows.size(), variant.tensors);
}

void KeyMapReferenceTest::everySourceAndDestinationOnce()
{
    QFETCH(QString, name);
    const Variant& variant = wb::regnet::variantNamed(name.toStdString());
    std::set<std::string> sources;
    std::map<std::string, std::vector<uint64_t>> destinations;
    for (const KeyMapRow& row : wb::mapping::catalogueKeyMap(wb::regnet::family(), variant).rows) {
        QVERIFY(sources.insert(*row.source).second);
        QVERIFY(destinations.emplace(*row.destination, row.shape).second);
    }
    const auto wanted = wb::regnet::family().destinationParameters(variant.architecture);
    QCOMPARE(destinations.size(), wanted.size());
    for (const wb::mapping::Parameter& parameter : wanted) {
        QVERIFY2(destinations.at(parameter.key) == parameter.shape, parameter.key.c_str());
    }
}

void KeyMapReferenceTest::aFileOfTheVariantIsFoundAndMapped()
{
    QFETCH(QString, name);
    const Variant& variant = wb::regnet::variantNamed(name.toStdString());
    const wb::tensor::TensorIndex index = sampleIndex(variant.architecture);
    const auto detection = wb::regnet::family().detect(index, {});
    QVERIFY(detection);
    const wb::mapping::Architecture& found = detection->architecture;
    QCOMPARE(found.variant, variant.name);
    QCOMPARE(found.naming, variant.architecture.naming);
    QVERIFY(found.depths == variant.architecture.depths);
    QVERIFY(found.hiddenSizes == variant.architecture.hiddenSizes);
    QCOMPARE(found.groupsWidth, variant.architecture.groupsWidth);
    QCOMPARE(found.layerType, variant.architecture.layerType);
    QVERIFY(found.classes == variant.architecture.classes);
    QCOMPARE(detection->confidence, 1.0);
    const KeyMap map = wb::mapping::buildKeyMap(wb::regnet::family(), found, index, {});
    QVERIFY(map.isComplete());
    QCOMPARE(map.counts().mapped, variant.tensors);
}

QTEST_GUILESS_MAIN(KeyMapReferenceTest)
#include "key_map_reference_test.moc"
