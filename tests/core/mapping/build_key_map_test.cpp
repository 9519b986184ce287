#include "core/base/error.h"
#include "core/mapping/build_key_map.h"
#include "tests/core/mapping/toy_family.h"

#include <QTest>

#include <algorithm>

using wb::Error;
using wb::ErrorCode;
using wb::mapping::buildKeyMap;
using wb::mapping::KeyEdit;
using wb::mapping::KeyMap;
using wb::mapping::KeyMapRow;
using wb::mapping::Status;
using wb::tensor::DType;
using wb::tensor::TensorIndex;

class BuildKeyMapTest : public QObject {
    Q_OBJECT

private slots:
    void mapsACompleteFile();
    void keepsTheOrderOfTheFile();
    void dropsByRuleWithItsReason();
    void showsWhatNoRulePlacesAndWhatIsMissing();
    void saysWhenShapesDiffer();
    void saysWhenKindsDiffer_data();
    void saysWhenKindsDiffer();
    void givesAPlaceOnceToTheFirst();
    void anEditEqualToTheRuleIsMapped();
    void anEditWinsOverTheRule();
    void swappedPlacesAreBothEdited();
    void aUsersDropLeavesThePlaceMissing();
    void anEditOfTheWrongShapeIsMismatched();
    void refusesEditsOfUnknownKeys_data();
    void refusesEditsOfUnknownKeys();
    void takesAMapMadeWithoutWrappers();
    void anAbsentSourceOfTheRulesIsSeenAsMissing();
    void catalogueMapHasNoTensors();
    void staysFastWhenNothingIsMapped();

private:
    KeyMap build(const TensorIndex& index, const std::vector<KeyEdit>& edits = {}) const
    {
        return buildKeyMap(m_family, m_architecture, index, edits);
    }
    static const KeyMapRow& rowOf(const KeyMap& map, const std::string& source)
    {
        const auto row = std::find_if(map.rows.begin(), map.rows.end(), [&](const KeyMapRow& candidate) { return candidate.source == source; });
        if (row == map.rows.end()) {
            qFatal("no row %s", source.c_str());
        }
        return *row;
    }
    static std::string captureOf(const KeyMapRow& row, const std::string& name)
    {
        for (const auto& capture : row.reason.captures) {
            if (capture.first == name) {
                return capture.second;
            }
        }
        return {};
    }

    ToyFamily m_family;
    wb::mapping::Architecture m_architecture;
};

void BuildKeyMapTest::mapsACompleteFile()
{
    const KeyMap map = build(m_family.file());
    QCOMPARE(map.rows.size(), size_t{9});
    QCOMPARE(map.counts().mapped, uint64_t{9});
    QVERIFY(map.isComplete());
    const KeyMapRow& row = rowOf(map, "layer2.weight");
    QCOMPARE(*row.destination, std::string("body.1.weight"));
    QCOMPARE(row.bytes, uint64_t{64});
    QCOMPARE(*row.tensor, uint32_t{3});
    QCOMPARE(row.reason.rule, std::string("toy.layer"));
}

void BuildKeyMapTest::keepsTheOrderOfTheFile()
{
    TensorIndex index = m_family.file();
    std::reverse(index.tensors.begin(), index.tensors.end());
    index.tensors.pop_back();
    const KeyMap map = build(index);
    QCOMPARE(*map.rows.front().source, std::string("layer3.counter"));
    QVERIFY(!map.rows.back().source);
    QCOMPARE(*map.rows.back().destination, std::string("body.0.weight"));
}

void BuildKeyMapTest::dropsByRuleWithItsReason()
{
    TensorIndex index = m_family.file();
    index.tensors.push_back(ToyFamily::tensor("head.weight", {2, 4}));
    const KeyMap map = build(index);
    QVERIFY(map.isComplete());
    const KeyMapRow& row = rowOf(map, "head.weight");
    QVERIFY(row.status == Status::Dropped);
    QCOMPARE(row.reason.rule, std::string("toy.head"));
    QVERIFY(!row.destination);
}

void BuildKeyMapTest::showsWhatNoRulePlacesAndWhatIsMissing()
{
    TensorIndex index = m_family.file();
    index.tensors[3].key = "strange.weight";
    const KeyMap map = build(index);
    QVERIFY(!map.isComplete());
    const KeyMapRow& unmapped = rowOf(map, "strange.weight");
    QVERIFY(unmapped.status == Status::Unmapped);
    QCOMPARE(unmapped.reason.rule, std::string("no-rule"));
    const KeyMapRow& missing = map.rows.back();
    QVERIFY(missing.status == Status::Missing);
    QCOMPARE(*missing.destination, std::string("body.1.weight"));
    QVERIFY(missing.shape == (std::vector<uint64_t>{4, 4}));
    QVERIFY(!missing.dtype && !missing.tensor && !missing.source);
    QCOMPARE(unmapped.suggestions.at(0).destination, std::string("body.1.weight"));
}

void BuildKeyMapTest::saysWhenShapesDiffer()
{
    TensorIndex index = m_family.file();
    index.tensors[0] = ToyFamily::tensor("layer1.weight", {4, 5});
    const KeyMap map = build(index);
    const KeyMapRow& row = rowOf(map, "layer1.weight");
    QVERIFY(row.status == Status::Mismatched);
    QCOMPARE(row.reason.rule, std::string("shape"));
    QCOMPARE(captureOf(row, "rule"), std::string("toy.layer"));
    QVERIFY(row.sourceShape == (std::vector<uint64_t>{4, 5}));
    QVERIFY(row.shape == (std::vector<uint64_t>{4, 4}));
    QCOMPARE(map.rows.size(), size_t{9});  // the place is shown once, not as missing too
}

void BuildKeyMapTest::saysWhenKindsDiffer_data()
{
    QTest::addColumn<int>("tensor");
    QTest::addColumn<int>("dtype");
    QTest::addColumn<bool>("agrees");
    const auto number = [](DType dtype) { return static_cast<int>(dtype); };
    QTest::newRow("half weight") << 0 << number(DType::F16) << true;
    QTest::newRow("integer weight") << 0 << number(DType::I64) << false;
    QTest::newRow("complex weight") << 0 << number(DType::C64) << false;
    QTest::newRow("short counter") << 2 << number(DType::I32) << true;
    QTest::newRow("floating counter") << 2 << number(DType::F32) << false;
    QTest::newRow("boolean counter") << 2 << number(DType::BOOL) << false;
}

void BuildKeyMapTest::saysWhenKindsDiffer()
{
    QFETCH(int, tensor);
    QFETCH(int, dtype);
    QFETCH(bool, agrees);
    TensorIndex index = m_family.file();
    index.tensors[static_cast<size_t>(tensor)].dtype = static_cast<DType>(dtype);
    const KeyMapRow row = build(index).rows[static_cast<size_t>(tensor)];
    QVERIFY(row.status == (agrees ? Status::Mapped : Status::Mismatched));
    QCOMPARE(row.reason.rule, std::string(agrees ? "toy.layer" : "kind"));
}

void BuildKeyMapTest::givesAPlaceOnceToTheFirst()
{
    TensorIndex index = m_family.file();
    index.tensors.push_back(ToyFamily::tensor("module.layer1.weight", {4, 4}));
    const KeyMap map = build(index);
    QVERIFY(rowOf(map, "layer1.weight").status == Status::Mapped);
    const KeyMapRow& second = rowOf(map, "module.layer1.weight");
    QVERIFY(second.status == Status::Mismatched);
    QCOMPARE(second.reason.rule, std::string("taken"));
    QCOMPARE(captureOf(second, "by"), std::string("layer1.weight"));
}

void BuildKeyMapTest::anEditEqualToTheRuleIsMapped()
{
    const KeyMap map = build(m_family.file(), {{"layer1.weight", "body.0.weight"}});
    QCOMPARE(map.counts().edited, uint64_t{0});
    QVERIFY(map.isComplete());
}

void BuildKeyMapTest::anEditWinsOverTheRule()
{
    const KeyMap map = build(m_family.file(), {{"layer3.weight", "body.0.weight"}});
    QVERIFY(rowOf(map, "layer3.weight").status == Status::Edited);
    QCOMPARE(rowOf(map, "layer3.weight").reason.rule, std::string("user"));
    const KeyMapRow& displaced = rowOf(map, "layer1.weight");
    QVERIFY(displaced.status == Status::Mismatched);
    QCOMPARE(displaced.reason.rule, std::string("taken"));
    QCOMPARE(captureOf(displaced, "by"), std::string("layer3.weight"));
    QCOMPARE(displaced.suggestions.at(0).destination, std::string("body.2.weight"));
    QCOMPARE(map.counts().missing, uint64_t{1});
}

void BuildKeyMapTest::swappedPlacesAreBothEdited()
{
    const KeyMap map = build(m_family.file(), {{"layer3.weight", "body.0.weight"}, {"layer1.weight", "body.2.weight"}});
    QCOMPARE(map.counts().edited, uint64_t{2});
    QVERIFY(map.isComplete());
}

void BuildKeyMapTest::aUsersDropLeavesThePlaceMissing()
{
    const KeyMap map = build(m_family.file(), {{"layer1.bias", std::nullopt}});
    QVERIFY(rowOf(map, "layer1.bias").status == Status::Dropped);
    QCOMPARE(rowOf(map, "layer1.bias").reason.rule, std::string("user"));
    QCOMPARE(map.counts().missing, uint64_t{1});
}

void BuildKeyMapTest::anEditOfTheWrongShapeIsMismatched()
{
    const KeyMap map = build(m_family.file(), {{"layer1.bias", "body.0.weight"}});
    const KeyMapRow& row = rowOf(map, "layer1.bias");
    QVERIFY(row.status == Status::Mismatched);
    QCOMPARE(row.reason.rule, std::string("shape"));
    QCOMPARE(captureOf(row, "rule"), std::string("user"));
}

void BuildKeyMapTest::refusesEditsOfUnknownKeys_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("part");
    QTest::newRow("destination") << "layer1.weight"
                                 << "body.9.weight"
                                 << "unknown-destination"
                                 << "body.9.weight";
    QTest::newRow("source") << "nowhere.weight"
                            << "body.0.weight"
                            << "unknown-source"
                            << "nowhere.weight";
    QTest::newRow("source of a drop") << "nowhere.weight"
                                      << ""
                                      << "unknown-source"
                                      << "nowhere.weight";
    QTest::newRow("control characters are shown safely") << "a\x1b[2J"
                                                         << ""
                                                         << "unknown-source"
                                                         << "a\\x1B[2J";
}

void BuildKeyMapTest::refusesEditsOfUnknownKeys()
{
    QFETCH(QString, source);
    QFETCH(QString, destination);
    QFETCH(QString, problem);
    QFETCH(QString, part);
    KeyEdit edit{source.toStdString(), std::nullopt};
    if (!destination.isEmpty()) {
        edit.destination = destination.toStdString();
    }
    try {
        build(m_family.file(), {edit});
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY(error.code() == ErrorCode::KeyMapFile);
        QCOMPARE(QString::fromStdString(std::string(error.fact("problem"))), problem);
        QCOMPARE(QString::fromStdString(std::string(error.fact("part"))).toLower(), part.toLower());
    }
}

void BuildKeyMapTest::takesAMapMadeWithoutWrappers()
{
    TensorIndex index = m_family.file();
    for (wb::tensor::TensorInfo& tensor : index.tensors) {
        tensor.key = "module." + tensor.key;
    }
    const KeyMap map = build(index, {{"layer1.weight", "body.0.weight"}, {"layer2.weight", "body.2.weight"}, {"layer3.weight", "body.1.weight"}});
    QVERIFY(map.isComplete());
    QCOMPARE(map.counts().edited, uint64_t{2});
    QCOMPARE(*rowOf(map, "module.layer2.weight").destination, std::string("body.2.weight"));
}

void BuildKeyMapTest::anAbsentSourceOfTheRulesIsSeenAsMissing()
{
    TensorIndex index = m_family.file();
    index.tensors.erase(index.tensors.begin());
    const KeyMap map = build(index, {{"layer1.weight", "body.0.weight"}, {"head.weight", std::nullopt}});
    QCOMPARE(map.counts().missing, uint64_t{1});
    QCOMPARE(map.counts().mapped, uint64_t{8});
}

void BuildKeyMapTest::catalogueMapHasNoTensors()
{
    wb::mapping::Variant variant;
    variant.name = "toy-1";
    const KeyMap map = wb::mapping::catalogueKeyMap(m_family, variant);
    QCOMPARE(map.variant, std::string("toy-1"));
    QVERIFY(map.isComplete());
    QCOMPARE(map.rows.size(), size_t{9});
    QVERIFY(!map.rows[0].tensor);
    QVERIFY(map.rows[0].dtype == DType::F32);
    QCOMPARE(map.rows[0].bytes, uint64_t{64});
    QVERIFY(map.rows[2].dtype == DType::I64);
    QCOMPARE(map.rows[2].bytes, uint64_t{8});
}

void BuildKeyMapTest::staysFastWhenNothingIsMapped()
{
    TensorIndex index;
    for (int i = 0; i < 20000; ++i) {
        index.tensors.push_back(ToyFamily::tensor("strange" + std::to_string(i) + ".weight", {4, 4}));
    }
    const KeyMap map = build(index);
    QCOMPARE(map.counts().unmapped, uint64_t{20000});
    QCOMPARE(map.counts().missing, uint64_t{9});
    QVERIFY(map.rows[0].suggestions.size() <= 5);
}

QTEST_GUILESS_MAIN(BuildKeyMapTest)
#include "build_key_map_test.moc"
