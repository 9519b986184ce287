#include "core/mapping/edit_rule.h"

#include "tests/core/mapping/toy_family.h"

#include "core/mapping/build_key_map.h"
#include "core/mapping/edits.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace wb::mapping;

// A model of stages with blocks, each a convolution and its norm, and a file that writes one of the two layers of a block otherwise than the rules.
class EditRuleTest : public QObject {
    Q_OBJECT

private:
    struct Model {
        std::vector<size_t> depths;
        size_t offset = 2;  // the first stage's number in the file

        static Parameter weight(const std::string& key, size_t stage) { return {key + ".weight", {4 + stage, 3}, true, false}; }
        KeyMap map() const
        {
            KeyMap map;
            for (size_t stage = 0; stage < depths.size(); ++stage) {
                for (size_t block = 0; block < depths[stage]; ++block) {
                    add(map, stage, block);
                }
            }
            std::stable_partition(map.rows.begin(), map.rows.end(), [](const KeyMapRow& row) { return row.source.has_value(); });
            return map;
        }
        std::string source(size_t stage, size_t block) const
        {
            return "res" + std::to_string(stage + offset) + ".block" + std::to_string(stage + offset - 1) + "-" + std::to_string(block) + ".f.bb.0";
        }
        static std::string destination(size_t stage, size_t block)
        {
            return "stages." + std::to_string(stage) + ".layers." + std::to_string(block) + ".layer.1.convolution";
        }
        void add(KeyMap& map, size_t stage, size_t block) const
        {
            for (const std::string leaf : {".weight", ".bias"}) {
                KeyMapRow file;
                file.source = source(stage, block) + leaf;
                file.sourceShape = {4 + stage, leaf == ".bias" ? size_t{1} : size_t{3}};
                file.shape = file.sourceShape;
                file.dtype = wb::tensor::DType::F32;
                KeyMapRow missing;
                missing.destination = destination(stage, block) + leaf;
                missing.shape = file.shape;
                missing.status = Status::Missing;
                map.rows.push_back(file);
                map.rows.push_back(missing);
            }
        }
    };

private Q_SLOTS:
    void ruleTiesNumbersThatGoTogether();
    void wrappersMakeNoDifference();
    void loneKeyGivesItself();
    void manyNumbersAreNotGeneralised();
    void everyRegularRenamingIsFound();
    void everyFurtherEditFitsAFreePlace();
};

void EditRuleTest::ruleTiesNumbersThatGoTogether()
{
    const Model model{{1, 2, 3}};
    const EditRule rule = ruleFromEdit(model.map(), {model.source(1, 1) + ".weight", Model::destination(1, 1) + ".weight"});
    QCOMPARE(rule.source, std::string("res{a+1}.block{a}-{b}.f.bb.0.{p}"));
    QCOMPARE(rule.destination, std::string("stages.{a-1}.layers.{b}.layer.1.convolution.{p}"));
    QCOMPARE(rule.edits.size(), size_t{11});
    QCOMPARE(rule.edits.front().source, model.source(0, 0) + ".weight");
    QCOMPARE(*rule.edits.front().destination, Model::destination(0, 0) + ".weight");
}

void EditRuleTest::wrappersMakeNoDifference()
{
    const Model model{{2, 2}};
    KeyMap map = model.map();
    map.rows[2].source = "module._fsdp_wrapped_module.block0-part1." + *map.rows[2].source;
    const EditRule rule = ruleFromEdit(map, {*map.rows[0].source, Model::destination(0, 0) + ".weight"});
    const auto wrapped = std::find_if(rule.edits.begin(), rule.edits.end(), [&](const KeyEdit& edit) { return edit.source == *map.rows[2].source; });
    QVERIFY(wrapped != rule.edits.end());
    QCOMPARE(*wrapped->destination, Model::destination(0, 1) + ".weight");
}

void EditRuleTest::loneKeyGivesItself()
{
    const Model model{{1}};
    KeyMap map = model.map();
    map.rows.erase(map.rows.begin() + 1);  // the bias
    const EditRule rule = ruleFromEdit(map, {model.source(0, 0) + ".weight", Model::destination(0, 0) + ".weight"});
    QVERIFY(rule.edits.empty());
    QCOMPARE(rule.source, model.source(0, 0) + ".weight");
    QCOMPARE(rule.destination, Model::destination(0, 0) + ".weight");
}

void EditRuleTest::manyNumbersAreNotGeneralised()
{
    std::string key;
    for (int i = 0; i < 4000; ++i) {
        key += "1.";
    }
    KeyMap map = Model{{1}}.map();
    map.rows[0].source = key + "weight";
    map.rows[1].source = key + "bias";
    const EditRule rule = ruleFromEdit(map, {key + "weight", key + "weight"});
    QVERIFY(rule.edits.empty());
}

void EditRuleTest::everyRegularRenamingIsFound()
{
    const bool holds = rc::check("a regular renaming is found from any of its rows", [] {
        const auto depth = rc::gen::inRange<size_t>(1, 5);
        const Model model{*rc::gen::container<std::vector<size_t>>(*rc::gen::inRange<size_t>(1, 5), depth), *rc::gen::inRange<size_t>(1, 4)};
        const size_t stage = *rc::gen::inRange<size_t>(0, model.depths.size());
        const size_t block = *rc::gen::inRange<size_t>(0, model.depths[stage]);
        const EditRule rule = ruleFromEdit(model.map(), {model.source(stage, block) + ".weight", Model::destination(stage, block) + ".weight"});
        size_t rows = 0;
        for (const size_t blocks : model.depths) {
            rows += 2 * blocks;
        }
        RC_ASSERT(rule.edits.size() == rows - 1);
        std::set<std::pair<std::string, std::string>> pairs;
        for (const KeyEdit& edit : rule.edits) {
            pairs.emplace(edit.source, *edit.destination);
        }
        for (size_t s = 0; s < model.depths.size(); ++s) {
            for (size_t b = 0; b < model.depths[s]; ++b) {
                for (const std::string leaf : {".weight", ".bias"}) {
                    const bool isOwn = s == stage && b == block && leaf == ".weight";
                    RC_ASSERT(pairs.contains({model.source(s, b) + leaf, Model::destination(s, b) + leaf}) != isOwn);
                }
            }
        }
    });
    QVERIFY(holds);
}

// Whatever the keys are: the further edits, applied, are all in order.
void EditRuleTest::everyFurtherEditFitsAFreePlace()
{
    const bool holds = rc::check("further edits are sound", [] {
        const ToyFamily family;
        wb::tensor::TensorIndex index = family.file();
        for (wb::tensor::TensorInfo& tensor : index.tensors) {
            if (*rc::gen::element(false, true, true)) {
                tensor.key.replace(0, 5, *rc::gen::element<std::string>("blk", "b1.l", "module.layer9"));
            }
        }
        std::set<std::string> keys;
        for (const auto& tensor : index.tensors) {
            RC_PRE(keys.insert(tensor.key).second);
        }
        const KeyMap map = buildKeyMap(family, {}, index, {});
        std::vector<std::pair<size_t, std::string>> choices;
        for (size_t row = 0; row < map.rows.size(); ++row) {
            for (const Suggestion& suggestion : map.rows[row].suggestions) {
                if (suggestion.sameShape) {
                    choices.emplace_back(row, suggestion.destination);
                }
            }
        }
        RC_PRE(!choices.empty());
        const auto [row, destination] = *rc::gen::elementOf(choices);
        const KeyEdit first{*map.rows[row].source, destination};
        std::vector<KeyEdit> edits = ruleFromEdit(map, first).edits;
        edits.push_back(first);
        const KeyMap edited = buildKeyMap(family, {}, index, edits);
        for (const KeyEdit& edit : edits) {
            const KeyMapRow& after = edited.rows[*rowOfSource(edited, edit.source)];
            RC_ASSERT(after.status == Status::Edited);
            RC_ASSERT(after.destination == edit.destination);
        }
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(EditRuleTest)
#include "edit_rule_test.moc"
