#include "ui/edits/key_map_editor.h"

#include "tests/core/mapping/toy_family.h"

#include "ui/edits/candidate_model.h"

#include "core/mapping/build_key_map.h"
#include "core/mapping/key_map_file.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using wb::mapping::KeyMap;
using wb::mapping::Status;
using wb::ui::KeyMapEditor;

// The editor on a small family, planned anew at once after each step.
class KeyMapEditorTest : public QObject {
    Q_OBJECT

private:
    struct Bench {
        Bench()
        {
            index = family.file();
            index.tensors[0].key = "stray.weight";  // of body.0.weight
            QObject::connect(&editor, &KeyMapEditor::editsChanged, &editor, [this] { plan(); });
            QObject::connect(&editor, &KeyMapEditor::refused, &editor, [this](const QString& text) { sentence = text; });
            QObject::connect(&editor, &KeyMapEditor::placeHeld, &editor,
                             [this](const std::string&, const std::string&, const std::string& by) { holder = by; });
            plan();
        }
        void plan() { editor.setMap(std::make_shared<const KeyMap>(buildKeyMap(family, {}, index, editor.edits()))); }
        const wb::mapping::KeyMapRow& row(const std::string& source) const
        {
            return editor.map()->rows[*wb::mapping::rowOfSource(*editor.map(), source)];
        }
        std::string text() const { return keyMapToJson(*editor.map()); }

        ToyFamily family;
        wb::tensor::TensorIndex index;
        KeyMapEditor editor;
        QString sentence;
        std::string holder;
    };

private Q_SLOTS:
    void sendsAndUndoesToTheSameMap();
    void misfitsAreRefusedWithBothShapes();
    void heldPlacesAreSwappedOrTaken();
    void candidatesStandBestFirst();
    void aStepThatCannotBeCarriedOutLeavesNoTrace();
    void anySequenceUndoneGivesTheFirstMap();
};

void KeyMapEditorTest::sendsAndUndoesToTheSameMap()
{
    Bench bench;
    const std::string before = bench.text();
    QCOMPARE(bench.row("stray.weight").status, Status::Unmapped);
    bench.editor.send("stray.weight", "body.0.weight");
    QCOMPARE(bench.row("stray.weight").status, Status::Edited);
    QVERIFY(bench.editor.map()->isComplete());
    QCOMPARE(bench.editor.stack().undoText(), u"send stray.weight to body.0.weight"_s);
    const std::string after = bench.text();
    bench.editor.stack().undo();
    QCOMPARE(bench.text(), before);
    bench.editor.stack().redo();
    QCOMPARE(bench.text(), after);
    bench.editor.reset({"stray.weight"});
    QCOMPARE(bench.text(), before);
    bench.editor.drop({"stray.weight", "layer2.bias"});
    QCOMPARE(bench.row("layer2.bias").status, Status::Dropped);
    QCOMPARE(bench.editor.stack().count(), 3);
    bench.editor.clear();
    QCOMPARE(bench.text(), before);
}

void KeyMapEditorTest::misfitsAreRefusedWithBothShapes()
{
    Bench bench;
    const std::string before = bench.text();
    bench.editor.send("stray.weight", "body.1.bias");
    QVERIFY2(bench.sentence.contains(u"4 × 4"_s) && bench.sentence.contains(u"body.1.bias"_s), qPrintable(bench.sentence));
    bench.index.tensors[0].shape = {};
    bench.index.tensors[0].strides = {};
    bench.plan();
    bench.editor.send("stray.weight", "body.1.counter");
    QVERIFY2(bench.sentence.contains(u"integers"_s), qPrintable(bench.sentence));
    bench.editor.send("stray.weight", "nowhere");
    QVERIFY(bench.sentence.contains(u"nowhere"_s));
    QCOMPARE(bench.editor.stack().count(), 0);
    QVERIFY(bench.editor.edits().empty());
}

void KeyMapEditorTest::heldPlacesAreSwappedOrTaken()
{
    Bench bench;
    const std::string before = bench.text();
    bench.editor.send("layer2.weight", "body.2.weight");
    QCOMPARE(bench.holder, std::string("layer3.weight"));
    QCOMPARE(bench.editor.stack().count(), 0);
    QVERIFY(wb::ui::canSwap(*bench.editor.map(), "layer2.weight", "body.2.weight"));
    bench.editor.swap("layer2.weight", "body.2.weight");
    QCOMPARE(*bench.row("layer3.weight").destination, std::string("body.1.weight"));
    QCOMPARE(bench.row("layer3.weight").status, Status::Edited);
    QCOMPARE(bench.row("layer2.weight").status, Status::Edited);
    bench.editor.stack().undo();
    QCOMPARE(bench.text(), before);
    QVERIFY(!wb::ui::canSwap(*bench.editor.map(), "stray.weight", "body.2.weight"));
    bench.editor.take("stray.weight", "body.2.weight");
    QCOMPARE(bench.row("stray.weight").status, Status::Edited);
    QCOMPARE(bench.row("layer3.weight").status, Status::Mismatched);
    bench.editor.stack().undo();
    QCOMPARE(bench.text(), before);
}

void KeyMapEditorTest::candidatesStandBestFirst()
{
    const Bench bench;
    wb::ui::CandidateModel model(*bench.editor.map(), *wb::mapping::rowOfSource(*bench.editor.map(), "stray.weight"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(cell(0, 0), u"body.0.weight"_s);
    QVERIFY(cell(0, 1).contains(u"same shape"_s));
    QVERIFY2(cell(1, 1).contains(u"layer2.weight"_s), qPrintable(cell(1, 1)));
    QVERIFY(cell(8, 1).contains(u"does not fit"_s));
}

void KeyMapEditorTest::aStepThatCannotBeCarriedOutLeavesNoTrace()
{
    const Bench bench;
    KeyMapEditor editor;  // whose map stays as it is
    editor.setMap(bench.editor.map());
    editor.drop({"layer2.bias"});
    QSignalSpy changes(&editor, &KeyMapEditor::editsChanged);
    editor.replace({{"unknown", "body.0.bias"}}, u"load"_s);
    editor.takeBack();
    QCOMPARE(changes.count(), 1);  // the step; taking it back tells no one
    QCOMPARE(editor.stack().count(), 1);
    QCOMPARE(editor.edits().size(), size_t{1});
    QCOMPARE(editor.edits()[0].source, std::string("layer2.bias"));
}

void KeyMapEditorTest::anySequenceUndoneGivesTheFirstMap()
{
    const bool holds = rc::check("any sequence of edits, undone entirely, gives the first map", [] {
        Bench bench;
        const std::string first = bench.text();
        std::vector<std::string> sources;
        for (const auto& tensor : bench.index.tensors) {
            sources.push_back(tensor.key);
        }
        std::vector<std::string> maps{first};
        const auto steps = *rc::gen::inRange(1, 20);
        for (int i = 0; i < steps; ++i) {
            const std::string source = *rc::gen::elementOf(sources);
            const auto places = wb::mapping::placesOf(*bench.editor.map());
            const std::string destination = (*rc::gen::elementOf(places)).destination;
            const int before = bench.editor.stack().index();
            switch (*rc::gen::element(0, 1, 2, 3, 4, 5)) {
            case 0:
                bench.editor.send(source, destination);
                break;
            case 1:
                bench.editor.swap(source, destination);
                break;
            case 2:
                bench.editor.take(source, destination);
                break;
            case 3:
                bench.editor.drop({source});
                break;
            case 4:
                bench.editor.reset({source});
                break;
            default:
                bench.editor.clear();
            }
            if (bench.editor.stack().index() != before) {
                maps.push_back(bench.text());
            }
        }
        const auto count = static_cast<int>(maps.size()) - 1;
        RC_ASSERT(bench.editor.stack().index() == count);
        for (int i = count; i > 0; --i) {
            bench.editor.stack().undo();
            RC_ASSERT(bench.text() == maps[static_cast<size_t>(i - 1)]);
        }
        RC_ASSERT(bench.text() == first);
        for (int i = 1; i <= count; ++i) {
            bench.editor.stack().redo();
            RC_ASSERT(bench.text() == maps[static_cast<size_t>(i)]);
        }
    });
    QVERIFY(holds);
}

QTEST_MAIN(KeyMapEditorTest)
#include "key_map_editor_test.moc"
