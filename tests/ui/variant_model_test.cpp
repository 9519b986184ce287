#include "tests/ui/fake_pipeline.h"

#include "ui/models/variant_filter.h"
#include "ui/models/variant_model.h"
#include "ui/pages/variant_pane.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::ui::VariantFilter;
using wb::ui::VariantModel;
using wb::ui::VariantPane;

class VariantModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNameSizeAndLicence();
    void filterBoxNarrowsTheList();
    void wordsMustAllOccurInWhatIsTold();
    void kindNarrowsTheList();
    void whatIsOnThisMachineIsMarked();
    void choosingTellsAndShowingDoesNot();
};

void VariantModelTest::showsNameSizeAndLicence()
{
    QLocale::setDefault(QLocale::c());
    VariantModel model(FakePipeline().variants());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, VariantModel::NameColumn).data().toString(), u"regnet-y-10b-seer"_s);
    QCOMPARE(model.index(1, VariantModel::SizeColumn).data().toString(), u"37.00 GB"_s);
    QCOMPARE(model.index(0, VariantModel::LicenceColumn).data().toString(), u"apache-2.0"_s);
    QCOMPARE(model.index(1, VariantModel::LicenceColumn).data().toString(), u"SEER license"_s);
    QVERIFY(model.index(1, VariantModel::SizeColumn).data(VariantModel::SortRole).toULongLong() == 37'000'000'000ULL);
}

void VariantModelTest::filterBoxNarrowsTheList()
{
    const VariantPane pane(FakePipeline().variants());
    QCOMPARE(pane.view()->model()->rowCount(), 2);
    QTest::keyClicks(pane.findChild<QLineEdit*>(u"variantFilter"_s), u"SEER"_s);
    QCOMPARE(pane.view()->model()->rowCount(), 1);
}

void VariantModelTest::wordsMustAllOccurInWhatIsTold()
{
    const VariantPane pane(FakePipeline().variants());
    auto* box = pane.findChild<QLineEdit*>(u"variantFilter"_s);
    QTest::keyClicks(box, u"apache  REGNET"_s);
    QCOMPARE(pane.view()->model()->rowCount(), 1);
    QTest::keyClicks(box, u" 37.00"_s);
    QCOMPARE(pane.view()->model()->rowCount(), 0);
}

void VariantModelTest::kindNarrowsTheList()
{
    VariantPane pane(FakePipeline().variants());
    auto* kind = pane.findChild<QComboBox*>(u"variantKind"_s);
    const auto rowsOf = [&](VariantFilter::Kind wanted) {
        kind->setCurrentIndex(kind->findData(QVariant::fromValue(wanted)));
        return pane.view()->model()->rowCount();
    };
    QCOMPARE(rowsOf(VariantFilter::Kind::Seer), 1);
    QCOMPARE(rowsOf(VariantFilter::Kind::SeerFineTuned), 0);
    QCOMPARE(rowsOf(VariantFilter::Kind::ImageNet), 1);
    QCOMPARE(rowsOf(VariantFilter::Kind::LayersX), 0);
    QCOMPARE(rowsOf(VariantFilter::Kind::LayersY), 2);
    QCOMPARE(rowsOf(VariantFilter::Kind::Fitting), 0);
    pane.showHere({u"regnet-y-10b-seer"_s}, 1'000'000'000);
    QCOMPARE(rowsOf(VariantFilter::Kind::Fitting), 1);
    QCOMPARE(rowsOf(VariantFilter::Kind::Here), 1);
    QCOMPARE(rowsOf(VariantFilter::Kind::All), 2);
}

void VariantModelTest::whatIsOnThisMachineIsMarked()
{
    VariantPane pane(FakePipeline().variants());
    pane.showHere({u"regnet-y-10b-seer"_s}, 0);
    const QAbstractItemModel* model = pane.view()->model();
    QVERIFY(model->index(0, VariantModel::NameColumn).data(Qt::DecorationRole).isNull());
    QVERIFY(!model->index(1, VariantModel::NameColumn).data(Qt::DecorationRole).isNull());
    QCOMPARE(model->index(1, VariantModel::NameColumn).data(Qt::AccessibleTextRole).toString(), u"regnet-y-10b-seer, on this machine"_s);
}

void VariantModelTest::choosingTellsAndShowingDoesNot()
{
    VariantPane pane(FakePipeline().variants());
    QSignalSpy chosen(&pane, &VariantPane::variantChosen);
    pane.showVariant(u"regnet-y-10b-seer"_s);
    QCOMPARE(pane.view()->currentIndex().row(), 1);
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(pane.view(), Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"regnet-y-040"_s);
    pane.showVariant({});
    QVERIFY(pane.view()->selectionModel()->selectedIndexes().isEmpty());
}

QTEST_MAIN(VariantModelTest)
#include "variant_model_test.moc"
