#include "tests/ui/fake_pipeline.h"

#include "ui/models/key_map_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using wb::mapping::Status;
using wb::ui::KeyMapModel;

class KeyMapModelTest : public QObject {
    Q_OBJECT

private:
    static std::shared_ptr<const wb::mapping::KeyMap> mapOf(std::vector<wb::mapping::KeyMapRow> rows)
    {
        wb::mapping::KeyMap map;
        map.rows = std::move(rows);
        return std::make_shared<const wb::mapping::KeyMap>(std::move(map));
    }
    static QString text(const KeyMapModel& model, int row, int column) { return model.index(row, column).data().toString(); }

private Q_SLOTS:
    void behavesAsAModel();
    void showsEveryColumn();
    void missingRowsHaveNoSourceSide();
    void foreignKeysStayPlainText();
    void suggestionsAreInTheDetails();
    void mismatchSaysBothShapes();
    void stageComesFromTheDestination();
    void valuesChangeTheirRowsAlone();
};

void KeyMapModelTest::behavesAsAModel()
{
    KeyMapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setKeyMap(mapOf(FakePipeline::sampleRows()));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    model.setKeyMap(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void KeyMapModelTest::showsEveryColumn()
{
    KeyMapModel model;
    model.setKeyMap(mapOf(FakePipeline::sampleRows()));
    QCOMPARE(text(model, 0, KeyMapModel::StatusColumn), u"mapped"_s);
    QCOMPARE(text(model, 0, KeyMapModel::SourceColumn), u"conv1.stem.0.weight"_s);
    QCOMPARE(text(model, 0, KeyMapModel::DestinationColumn), u"regnet.embedder.embedder.convolution.weight"_s);
    QCOMPARE(text(model, 0, KeyMapModel::ShapeColumn), u"32 × 3 × 3 × 3"_s);
    QCOMPARE(text(model, 0, KeyMapModel::DTypeColumn), u"F32"_s);
    QCOMPARE(text(model, 0, KeyMapModel::StageColumn), u"stem"_s);
    QVERIFY(text(model, 0, KeyMapModel::ReasonColumn).contains(u"vissl.stem"_s));
    QVERIFY(text(model, 0, KeyMapModel::ReasonColumn).contains(u"p=weight"_s));
    QVERIFY(!model.index(0, KeyMapModel::StatusColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

void KeyMapModelTest::missingRowsHaveNoSourceSide()
{
    KeyMapModel model;
    model.setKeyMap(mapOf({FakePipeline::row(Status::Missing, nullptr, "classifier.1.weight")}));
    QCOMPARE(text(model, 0, KeyMapModel::SourceColumn), u"–"_s);
    QCOMPARE(text(model, 0, KeyMapModel::DTypeColumn), u"–"_s);
    QCOMPARE(text(model, 0, KeyMapModel::BytesColumn), u"–"_s);
    QCOMPARE(text(model, 0, KeyMapModel::StageColumn), u"head"_s);
}

void KeyMapModelTest::foreignKeysStayPlainText()
{
    KeyMapModel model;
    model.setKeyMap(mapOf({FakePipeline::row(Status::Mapped, "<b>bold</b>\n\x1b[31m", "x")}));
    const QString shown = text(model, 0, KeyMapModel::SourceColumn);
    QVERIFY(shown.contains(u"<b>bold</b>"_s));
    QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x1b)));
    const QString toolTip = model.index(0, KeyMapModel::SourceColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(!toolTip.contains(u"<b>"_s));
}

void KeyMapModelTest::suggestionsAreInTheDetails()
{
    KeyMapModel model;
    auto row = FakePipeline::row(Status::Unmapped, "res3.block2-1.f.bb.0.weight", nullptr);
    row.suggestions = {{"stages.1.layers.1.layer.1.convolution.weight", false, true, true, false}, {"classifier.1.weight", false, true, false, true}};
    model.setKeyMap(mapOf({row}));
    const QString details = model.details(0);
    QVERIFY(details.contains(u"stages.1.layers.1.layer.1.convolution.weight (same shape, same place in order, only free one)"_s));
    QVERIFY(details.contains(u"a guess"_s));
    QVERIFY(text(model, 0, KeyMapModel::ReasonColumn).contains(u"stages.1.layers.1"_s));
}

void KeyMapModelTest::mismatchSaysBothShapes()
{
    KeyMapModel model;
    auto row = FakePipeline::row(Status::Mismatched, "a.weight", "b.weight");
    row.shape = {64, 3};
    row.reason.rule = "shape";
    model.setKeyMap(mapOf({row}));
    QCOMPARE(text(model, 0, KeyMapModel::ShapeColumn), u"32 × 3 × 3 × 3"_s);
    QVERIFY(text(model, 0, KeyMapModel::ReasonColumn).contains(u"64 × 3"_s));
}

void KeyMapModelTest::stageComesFromTheDestination()
{
    QCOMPARE(wb::ui::stageOf(FakePipeline::row(Status::Mapped, "a", "regnet.encoder.stages.2.layers.9.layer.1.convolution.weight")), u"3"_s);
    QCOMPARE(wb::ui::stageOf(FakePipeline::row(Status::Mapped, "a", "encoder.stages.x.layers")), QString());
    QCOMPARE(wb::ui::stageOf(FakePipeline::row(Status::Dropped, "a", nullptr)), QString());
}

void KeyMapModelTest::valuesChangeTheirRowsAlone()
{
    auto rows = FakePipeline::sampleRows();
    rows.push_back(FakePipeline::row(Status::Missing, nullptr, "classifier.1.weight"));
    for (uint32_t i = 0; i < 3; ++i) {
        rows[i].tensor = 2 - i;
    }
    KeyMapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKeyMap(mapOf(rows));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(text(model, 0, KeyMapModel::MinColumn), QString());
    model.setValues({{2, {-0.5, 1.5, std::nan(""), 0.25, 7, 2, 1}}, {0, {}}, {77, {}}});
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0][0].toModelIndex(), model.index(0, KeyMapModel::MinColumn));
    QCOMPARE(changes[0][1].toModelIndex(), model.index(0, KeyMapModel::InfiniteColumn));
    QCOMPARE(changes[1][0].toModelIndex().row(), 2);
    QCOMPARE(text(model, 0, KeyMapModel::MinColumn), u"-0.5"_s);
    QCOMPARE(text(model, 0, KeyMapModel::MeanColumn), u"NaN"_s);
    QCOMPARE(text(model, 0, KeyMapModel::NanColumn), u"2"_s);
    QVERIFY(!model.number(0, KeyMapModel::MeanColumn) && model.number(0, KeyMapModel::InfiniteColumn) == 1);
    QCOMPARE(text(model, 2, KeyMapModel::MinColumn), u"–"_s);  // no finite value
    QCOMPARE(text(model, 1, KeyMapModel::ZerosColumn), QString());
    QCOMPARE(text(model, 3, KeyMapModel::ZerosColumn), QString());
    QVERIFY(!model.values(3) && model.values(0)->zeros == 7);
    model.setValues({{0, {}}});
    QCOMPARE(changes.size(), 2);  // it says the same
    QCOMPARE(resets.size(), 0);
    std::swap(rows[0], rows[1]);
    model.setKeyMap(mapOf(rows));  // after an edit
    QCOMPARE(text(model, 1, KeyMapModel::MinColumn), u"-0.5"_s);
    model.forgetValues();
    QCOMPARE(text(model, 1, KeyMapModel::MinColumn), QString());
}

QTEST_MAIN(KeyMapModelTest)
#include "key_map_model_test.moc"
