#include "tests/ui/window_fixture.h"

#include "ui/models/parity_model.h"
#include "ui/parity_text.h"
#include "ui/widgets/parity_chart.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QChart>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLogValueAxis>
#include <QPushButton>
#include <QScatterSeries>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;

// The page in the window, on stages that stand in.
class VerifyPageTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QString verdict() const { return find<QLabel>(u"parityVerdict"_s)->text(); }
    const QScatterSeries* points(const QString& name) const
    {
        for (const QAbstractSeries* series : find<wb::ui::ParityChart>(u"parityChart"_s)->chart()->series()) {
            if (series->objectName() == name) {
                return qobject_cast<const QScatterSeries*>(series);
            }
        }
        return nullptr;
    }
    void convert()
    {
        startConverting();
        m_pipeline->release();
        QTRY_COMPARE(m_session->state(), State::Done);
    }
    void showPage() { find<QTabWidget>(u"tabs"_s)->setCurrentWidget(find<QWidget>(u"verifyPage"_s)); }
    void compare()
    {
        showPage();
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(m_session->state(), State::Comparing);
        QTRY_VERIFY(m_session->sample().progress.stage == wb::Stage::Parity);
    }
    void compareToTheEnd()
    {
        compare();
        m_pipeline->release();
        QTRY_COMPARE(m_session->state(), State::Done);
    }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void isThereOnceThereIsAResult();
    void comparesByKeyboardToTheVerdict();
    void chartTableAndSentenceAgreeOnAFailure();
    void equalLayersLieOnTheEdgeOfTheChart();
    void choicesReachTheHelper();
    void pictureMustBeNamed();
    void missingHelperNamesThePackage();
    void progressAndCancelLeaveTheResult();
    void errorOfTheHelperIsReadable();
    void anotherConversionForgetsTheComparison();
    void closingWhileComparingEndsIt();
    void modelHoldsToItsContract();
    void sentences();
    void namesForScreenReaders();
    void darkPaletteIsFollowed();
};

void VerifyPageTest::isThereOnceThereIsAResult()
{
    auto* tabs = find<QTabWidget>(u"tabs"_s);
    const int page = tabs->indexOf(find<QWidget>(u"verifyPage"_s));
    QVERIFY(!tabs->isTabEnabled(page));
    convert();
    QVERIFY(tabs->isTabEnabled(page));
    showPage();
    QVERIFY(find<QPushButton>(u"compareButton"_s)->isEnabled());
    QVERIFY(m_window->findChild<QWidget*>(u"parityResults"_s) == nullptr);
    QVERIFY(!verdict().isEmpty());
}

void VerifyPageTest::comparesByKeyboardToTheVerdict()
{
    convert();
    compareToTheEnd();
    QVERIFY(find<QWidget>(u"verifyPage"_s)->isVisible());
    QVERIFY2(verdict().contains(u"Both networks compute the same in all 4 layers"_s), qUtf8Printable(verdict()));
    QVERIFY(verdict().contains(u"stage 2, block 1"_s));
    QVERIFY(find<QLabel>(u"parityBasis"_s)->text().contains(u"sums of up to 72 products"_s));
    QCOMPARE(find<QTableView>(u"parityTable"_s)->model()->rowCount(), 4);
    QCOMPARE(find<QTreeWidget>(u"topClasses"_s)->topLevelItemCount(), 2);
    QCOMPARE(find<QTreeWidget>(u"topClasses"_s)->topLevelItem(0)->text(0), u"3  cat"_s);
    QVERIFY(find<QTreeWidget>(u"topClasses"_s)->topLevelItem(1)->text(2).contains(u"class 2"_s));
    QCOMPARE(m_pipeline->lastCompared().source, std::string("/data/tiny.torch"));
    QCOMPARE(m_pipeline->lastCompared().folder, std::string("/data/tiny-hf"));
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void VerifyPageTest::chartTableAndSentenceAgreeOnAFailure()
{
    m_pipeline->parity = FakePipeline::sampleParity(false);
    convert();
    compareToTheEnd();
    QVERIFY2(verdict().contains(u"stage 2, block 1"_s) && verdict().contains(u"do not compute the same"_s), qUtf8Printable(verdict()));
    QVERIFY(find<QLabel>(u"parityBasis"_s)->text().contains(u"convert it again"_s));
    QCOMPARE(points(u"overPoints"_s)->count(), 1);
    QCOMPARE(points(u"overPoints"_s)->at(0), QPointF(2, 0.25));
    QCOMPARE(points(u"withinPoints"_s)->count(), 1);
    QCOMPARE(points(u"equalPoints"_s)->count(), 2);
    QVERIFY(points(u"overPoints"_s)->markerShape() != points(u"withinPoints"_s)->markerShape());
    const auto* table = find<QTableView>(u"parityTable"_s);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(table->model()->index(2, wb::ui::ParityModel::VerdictColumn).data().toString(), u"over"_s);
    QCOMPARE(table->model()->index(2, wb::ui::ParityModel::RelativeColumn).data().toString(), u"2.5e-01"_s);
    QVERIFY(find<QToolButton>(u"step4"_s)->accessibleName().contains(u"problem"_s));
    // The result itself is still there.
    QCOMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Publish…"_s);
}

void VerifyPageTest::equalLayersLieOnTheEdgeOfTheChart()
{
    m_pipeline->parity = FakePipeline::sampleParity(true);
    for (wb::verify::LayerParity& layer : m_pipeline->parity.layers) {
        layer.distance = {};
    }
    convert();
    compareToTheEnd();
    QVERIFY2(verdict().contains(u"bit for bit, in all 4 layers"_s), qUtf8Printable(verdict()));
    QCOMPARE(points(u"equalPoints"_s)->count(), 4);
    const auto axes = find<wb::ui::ParityChart>(u"parityChart"_s)->chart()->axes(Qt::Vertical);
    const auto* axis = qobject_cast<const QLogValueAxis*>(axes.value(0));
    QVERIFY(axis != nullptr);
    QVERIFY(axis->min() < 1e-6 && axis->max() > 1e-6);
    QVERIFY(points(u"equalPoints"_s)->at(0).y() >= axis->min() && points(u"equalPoints"_s)->at(0).y() < 1e-6);
}

void VerifyPageTest::choicesReachTheHelper()
{
    convert();
    showPage();
    find<QSpinBox>(u"paritySeed"_s)->setValue(42);
    find<QComboBox>(u"paritySize"_s)->setCurrentIndex(3);
    compareToTheEnd();
    QCOMPARE(m_pipeline->lastCompared().options.seed, uint64_t{42});
    QCOMPARE(m_pipeline->lastCompared().options.size, std::optional<uint64_t>(224));
    QVERIFY(m_pipeline->lastCompared().options.image.empty());
}

void VerifyPageTest::pictureMustBeNamed()
{
    convert();
    showPage();
    find<QComboBox>(u"parityKind"_s)->setCurrentIndex(1);
    QVERIFY(!find<QPushButton>(u"compareButton"_s)->isEnabled());
    QVERIFY(!find<QSpinBox>(u"paritySeed"_s)->isVisible());
    auto* picture = find<QLineEdit>(u"parityPicture"_s);
    picture->setFocus();
    QTest::keyClicks(picture, u"/data/cat.png"_s);
    QVERIFY(find<QPushButton>(u"compareButton"_s)->isEnabled());
    compareToTheEnd();
    QCOMPARE(m_pipeline->lastCompared().options.image, std::string("/data/cat.png"));
}

void VerifyPageTest::missingHelperNamesThePackage()
{
    m_pipeline->missingHelper = Error(ErrorCode::HelperMissing);
    convert();
    showPage();
    QVERIFY(!find<QPushButton>(u"compareButton"_s)->isEnabled());
    QVERIFY(find<QLabel>(u"parityBasis"_s)->text().contains(u"Install the package weightbridge-torch"_s));
    // It is installed while the window is open.
    m_pipeline->missingHelper.reset();
    find<QTabWidget>(u"tabs"_s)->setCurrentIndex(0);
    showPage();
    QVERIFY(find<QPushButton>(u"compareButton"_s)->isEnabled());
}

void VerifyPageTest::progressAndCancelLeaveTheResult()
{
    convert();
    compare();
    QTRY_VERIFY(find<QLabel>(u"jobStatus"_s)->accessibleName().contains(u"encoder.stages.0.layers.0"_s));
    QVERIFY(!find<QPushButton>(u"pauseButton"_s)->isEnabled());
    QVERIFY(!find<QPushButton>(u"compareButton"_s)->isEnabled());
    QVERIFY(find<QToolButton>(u"step4"_s)->accessibleName().contains(u"now"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(m_session->outcome().has_value());
    QVERIFY(!m_session->parity().has_value());
    QVERIFY(find<QPushButton>(u"compareButton"_s)->isEnabled());
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void VerifyPageTest::errorOfTheHelperIsReadable()
{
    convert();
    m_pipeline->parityError = Error(ErrorCode::HelperKilled);
    showPage();
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(find<QWidget>(u"banner"_s)->isVisible());
    QVERIFY(find<QLabel>(u"bannerSentence"_s)->text().contains(u"memory ran out"_s));
    QCOMPARE(m_session->state(), State::Done);
    QVERIFY(m_session->outcome().has_value());
    m_pipeline->parityError.reset();
    compareToTheEnd();
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void VerifyPageTest::anotherConversionForgetsTheComparison()
{
    convert();
    compareToTheEnd();
    QVERIFY(m_session->parity().has_value());
    m_window->openFile(u"/data/other.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(!m_session->parity().has_value());
    QVERIFY(!find<QWidget>(u"verifyPage"_s)->isVisible());
}

void VerifyPageTest::closingWhileComparingEndsIt()
{
    convert();
    compare();
    m_window->quitNow();
    QTRY_VERIFY(!m_window->isVisible());
    QTRY_VERIFY(m_session->isWorkerIdle());
}

void VerifyPageTest::modelHoldsToItsContract()
{
    wb::ui::ParityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(FakePipeline::sampleParity(false));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, wb::ui::ParityModel::VerdictColumn).data().toString(), u"equal"_s);
    QCOMPARE(model.index(1, wb::ui::ParityModel::VerdictColumn).data().toString(), u"within"_s);
    wb::verify::ParityReport report = FakePipeline::sampleParity(false);
    report.layers.resize(1);
    report.layers[0] = {"<b>x</b>", {std::nullopt, std::nullopt, std::nullopt}, ""};
    model.setReport(report);
    QCOMPARE(model.index(0, wb::ui::ParityModel::VerdictColumn).data().toString(), u"no number"_s);
    QCOMPARE(model.index(0, wb::ui::ParityModel::RelativeColumn).data().toString(), u"–"_s);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    model.setReport({});
    QCOMPARE(model.rowCount(), 0);
}

void VerifyPageTest::sentences()
{
    using wb::ui::parityVerdict;
    wb::verify::ParityReport report = FakePipeline::sampleParity(true);
    report.notFinite = wb::verify::NotFinite{"encoder.stages.1.layers.0", "m", false, true, "regnet.x.weight"};
    QVERIFY(parityVerdict(report).contains(u"The result is damaged: regnet.x.weight"_s));
    report.notFinite->inSource = true;
    QVERIFY(parityVerdict(report).contains(u"in the checkpoint too"_s));
    report.notFinite->inResult = false;
    QVERIFY(parityVerdict(report).contains(u"The checkpoint is damaged"_s));
    report.notFinite->key.clear();
    QVERIFY(parityVerdict(report).contains(u"grows beyond"_s));
    report.narrowed = true;
    report.dtype = "BF16";
    QVERIFY(wb::ui::parityBasis(report).contains(u"rounded to BF16"_s));
    report.toleranceGiven = true;
    QVERIFY(wb::ui::parityBasis(report).contains(u"as you said"_s));
    QCOMPARE(wb::ui::layerText("encoder.stages.2.layers.16"), u"stage 3, block 17"_s);
    QCOMPARE(wb::ui::layerText("pooler"), u"the pooling"_s);
    QCOMPARE(wb::ui::layerText("strange"), u"strange"_s);
}

void VerifyPageTest::namesForScreenReaders()
{
    convert();
    compareToTheEnd();
    for (const char* name : {"parityKind", "paritySeed", "parityPicture", "paritySize", "parityTable", "topClasses", "parityChart"}) {
        QVERIFY2(!find<QWidget>(QString::fromUtf8(name))->accessibleName().isEmpty(), name);
    }
    QCOMPARE(find<QWidget>(u"parityChart"_s)->accessibleDescription(), verdict());
}

void VerifyPageTest::darkPaletteIsFollowed()
{
    convert();
    compareToTheEnd();
    const QPalette light = QApplication::palette();
    QPalette dark = light;
    dark.setColor(QPalette::Base, QColor(30, 30, 30));
    dark.setColor(QPalette::Text, QColor(230, 230, 230));
    QApplication::setPalette(dark);
    auto* chart = find<wb::ui::ParityChart>(u"parityChart"_s)->chart();
    QTRY_COMPARE(chart->backgroundBrush().color(), QColor(30, 30, 30));
    QCOMPARE(chart->axes(Qt::Vertical).value(0)->labelsColor(), QColor(230, 230, 230));
    QApplication::setPalette(light);
}

QTEST_MAIN(VerifyPageTest)
#include "verify_page_test.moc"
