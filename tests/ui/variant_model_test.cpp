#include "tests/ui/fake_pipeline.h"

#include "ui/models/variant_model.h"
#include "ui/pages/variant_pane.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::ui::VariantModel;
using wb::ui::VariantPane;

class VariantModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNameSizeAndLicence();
    void filterBoxNarrowsTheList();
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
