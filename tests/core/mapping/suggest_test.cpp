#include "core/mapping/build_key_map.h"
#include "tests/core/mapping/toy_family.h"

#include <QTest>

using wb::mapping::KeyMap;
using wb::mapping::Parameter;
using wb::mapping::Status;
using wb::mapping::suggest;
using wb::mapping::Suggestion;

class SuggestTest : public QObject {
    Q_OBJECT

private slots:
    void prefersTheSameEndingAndShape();
    void marksAGuessByShapeAlone();
    void theOnlyPlaceBetweenTheNeighboursIsSaidToBe();
    void twoPlacesBetweenTheNeighboursAreNot();
    void numbersInNamesCountAsNumbers();
    void doesNotOfferAnotherKind();
    void offersAtMostFive();
    void saysNothingOfARowWithoutSource();

private:
    static wb::mapping::KeyMapRow mapped(const std::string& source, const std::string& destination)
    {
        wb::mapping::KeyMapRow row;
        row.source = source;
        row.destination = destination;
        row.status = Status::Mapped;
        return row;
    }
    static wb::mapping::KeyMapRow unmapped(const std::string& source, const std::vector<uint64_t>& shape)
    {
        wb::mapping::KeyMapRow row;
        row.source = source;
        row.sourceShape = shape;
        row.dtype = wb::tensor::DType::F32;
        return row;
    }
};

void SuggestTest::prefersTheSameEndingAndShape()
{
    KeyMap map;
    map.rows = {unmapped("odd.norm.bias", {4})};
    const std::vector<Suggestion> found =
        suggest(map, 0, {{"body.0.weight", {4}}, {"body.0.bias", {4}}, {"body.0.norm.bias", {4}}, {"body.1.bias", {5}}});
    QCOMPARE(found.size(), size_t{3});  // the last has another shape and no order speaks for it
    QCOMPARE(found[0].destination, std::string("body.0.norm.bias"));
    QCOMPARE(found[1].destination, std::string("body.0.bias"));
    QVERIFY(found[1].sameSuffix && found[1].sameShape && !found[1].guess);
    QCOMPARE(found[2].destination, std::string("body.0.weight"));
}

void SuggestTest::marksAGuessByShapeAlone()
{
    KeyMap map;
    map.rows = {unmapped("odd.gamma", {4})};
    const std::vector<Suggestion> found = suggest(map, 0, {{"body.0.weight", {4}}});
    QCOMPARE(found.size(), size_t{1});
    QVERIFY(found[0].guess && found[0].sameShape && !found[0].sameSuffix && !found[0].sameOrder);
}

void SuggestTest::theOnlyPlaceBetweenTheNeighboursIsSaidToBe()
{
    KeyMap map;
    map.rows = {mapped("l1", "body.0.weight"), unmapped("odd.gamma", {4}), mapped("l3", "body.2.weight")};
    const std::vector<Suggestion> found = suggest(map, 1, {{"body.7.weight", {4}}, {"body.1.weight", {4}}});
    QCOMPARE(found.at(0).destination, std::string("body.1.weight"));
    QVERIFY(found[0].sameOrder && !found[0].guess);
    QVERIFY(!found.at(1).sameOrder && found[1].guess);
}

void SuggestTest::twoPlacesBetweenTheNeighboursAreNot()
{
    KeyMap map;
    map.rows = {mapped("l1", "body.0.weight"), unmapped("odd.weight", {4}), mapped("l4", "body.3.weight")};
    const std::vector<Suggestion> found = suggest(map, 1, {{"body.1.weight", {4}}, {"body.2.weight", {4}}});
    QCOMPARE(found.size(), size_t{2});
    QVERIFY(!found[0].sameOrder && !found[1].sameOrder);
}

void SuggestTest::numbersInNamesCountAsNumbers()
{
    KeyMap map;
    map.rows = {mapped("l9", "body.9.weight"), unmapped("odd.weight", {4}), mapped("l11", "body.11.weight")};
    const std::vector<Suggestion> found = suggest(map, 1, {{"body.1.weight", {4}}, {"body.10.weight", {4}}, {"body.100.weight", {4}}});
    QCOMPARE(found.at(0).destination, std::string("body.10.weight"));
    QVERIFY(found[0].sameOrder);
}

void SuggestTest::doesNotOfferAnotherKind()
{
    KeyMap map;
    map.rows = {unmapped("odd.counter", {})};
    Parameter counter{"body.0.counter", {}};
    counter.floating = false;
    QVERIFY(suggest(map, 0, {counter}).empty());
    map.rows[0].dtype = wb::tensor::DType::I64;
    QCOMPARE(suggest(map, 0, {counter}).size(), size_t{1});
}

void SuggestTest::offersAtMostFive()
{
    KeyMap map;
    map.rows = {unmapped("odd.weight", {4})};
    std::vector<Parameter> free;
    for (int i = 0; i < 20; ++i) {
        free.push_back({"body." + std::to_string(i) + ".weight", {4}});
    }
    const std::vector<Suggestion> found = suggest(map, 0, free);
    QCOMPARE(found.size(), size_t{5});
    QCOMPARE(found[0].destination, std::string("body.0.weight"));
}

void SuggestTest::saysNothingOfARowWithoutSource()
{
    KeyMap map;
    map.rows.emplace_back();
    QVERIFY(suggest(map, 0, {{"body.0.weight", {4}}}).empty());
}

QTEST_GUILESS_MAIN(SuggestTest)
#include "suggest_test.moc"
