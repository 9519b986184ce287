#include "tests/ui/window_fixture.h"

#include "ui/screenshot.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::mapping::Status;
using wb::ui::MainWindow;
using wb::ui::Session;

class MainWindowTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QStringList tableSources() const
    {
        const auto* model = find<QTableView>(u"keyTable"_s)->model();
        QStringList keys;
        for (int row = 0; row < model->rowCount(); ++row) {
            keys.append(model->index(row, 1).data().toString());
        }
        return keys;
    }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void startsEmptyWithItsPromise();
    void openingShowsSummaryAndTable();
    void theNextFileShowsItsKeyMapToo();
    void longNamesDoNotWidenTheWindow();
    void droppingAFileOpensIt();
    void filterBoxFiltersAndEscapeClears();
    void invalidFilterIsFramedAndExplained();
    void chipsCountAndFilter();
    void f8WalksTheProblems();
    void copyTakesTheCellsText();
    void catalogueVariantNamesThePublishedFile();
    void convertsByKeyboardToTheResult();
    void pausesAndResumes();
    void cancelSaysWhatIsKept();
    void errorsStandInThePage();
    void runErrorCanBeOverwritten();
    void typedFolderCountsAtOnce();
    void closingWhileConvertingAsksOnceAndStopsFirst();
    void columnsAndGeometryAreKept();
    void everyControlHasNameAndAccessibleName();
    void noDialogIsShownDuringWork();
    void stepsAreReachedByTheirKeys();
    void f5LooksAtTheFileAgain();
    void shortcutsAreListedAndSearched();
    void screenshotIsSavedAtRest();
    void screenshotOfAnErrorTellsItsExitCode();
    void sizeOfWeightFilesIsChosenByKeys();
};

void MainWindowTest::startsEmptyWithItsPromise()
{
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"startPromise"_s)->text(), u"Nothing in a checkpoint is ever executed."_s);
    QVERIFY(!find<QWidget>(u"jobPage"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
    QCOMPARE(find<QTreeView>(u"variantView"_s)->model()->rowCount(), 2);
}

void MainWindowTest::openingShowsSummaryAndTable()
{
    open();
    QVERIFY(find<QTableView>(u"keyTable"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"sourceTitle"_s)->accessibleName(), u"tiny.torch"_s);
    QCOMPARE(find<QLineEdit>(u"outputFolder"_s)->text(), u"/data/tiny-hf"_s);
    QCOMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Convert 7 kB"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"tiny.torch"_s));
    QCOMPARE(find<QTreeView>(u"variantView"_s)->currentIndex().row(), 0);
    QCOMPARE(tableSources().first(), u"heads.0.prototypes.weight"_s);
}

void MainWindowTest::theNextFileShowsItsKeyMapToo()
{
    const auto* tabs = find<QTabWidget>(u"tabs"_s);
    for (const QString& file : {u"/data/first.torch"_s, u"/data/second.torch"_s}) {
        m_window->openFile(file);
        QTRY_COMPARE(m_session->state(), State::Planned);
        QCOMPARE(tabs->currentWidget()->objectName(), u"keyMapPage"_s);
    }
}

void MainWindowTest::longNamesDoNotWidenTheWindow()
{
    open();
    constexpr int least = 900;  // pixels that any window has
    const QString name = u"<b>"_s + QString(240, u'n') + u".torch"_s;
    m_pipeline->holdsInspection = true;
    m_window->openFile(u"/data/"_s + name);
    QVERIFY(find<QWidget>(u"readingPage"_s)->isVisible());
    QCOMPARE_LE(m_window->minimumSizeHint().width(), least);
    m_pipeline->release();
    QTRY_VERIFY(find<QLabel>(u"sourceTitle"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"sourceTitle"_s)->accessibleName(), name);
    QTRY_COMPARE(find<QLabel>(u"sourceTitle"_s)->toolTip(), name.toHtmlEscaped());  // shortened
    QCOMPARE_LE(m_window->minimumSizeHint().width(), least);
}

void MainWindowTest::droppingAFileOpensIt()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/data/dropped.torch"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(find<QLabel>(u"sourceTitle"_s)->accessibleName(), u"dropped.torch"_s);
}

void MainWindowTest::filterBoxFiltersAndEscapeClears()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* box = find<QLineEdit>(u"keyFilter"_s);
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, u"stem weight"_s);
    QCOMPARE(tableSources(), QStringList{u"conv1.stem.0.weight"_s});
    QTest::keyClick(box, Qt::Key_Down);
    QTRY_VERIFY(find<QTableView>(u"keyTable"_s)->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(tableSources().size(), 3);
}

void MainWindowTest::invalidFilterIsFramedAndExplained()
{
    open();
    auto* box = find<QLineEdit>(u"keyFilter"_s);
    QTest::keyClicks(box, u"/stem(/"_s);
    QVERIFY(find<QLabel>(u"keyFilterError"_s)->isVisible());
    QVERIFY(!box->styleSheet().isEmpty());
    box->clear();
    QVERIFY(!find<QLabel>(u"keyFilterError"_s)->isVisible());
    QVERIFY(box->styleSheet().isEmpty());
}

void MainWindowTest::chipsCountAndFilter()
{
    open();
    QCOMPARE(find<QToolButton>(u"chip-all"_s)->text(), u"All 3"_s);
    QCOMPARE(find<QToolButton>(u"chip-mapped"_s)->text(), u"Mapped 2"_s);
    QVERIFY(!find<QToolButton>(u"chip-missing"_s)->isEnabled());
    QTest::mouseClick(find<QToolButton>(u"chip-dropped"_s), Qt::LeftButton);
    QCOMPARE(tableSources(), QStringList{u"heads.0.prototypes.weight"_s});
    QTest::mouseClick(find<QToolButton>(u"chip-all"_s), Qt::LeftButton);
    QCOMPARE(tableSources().size(), 3);
}

void MainWindowTest::f8WalksTheProblems()
{
    m_pipeline->rows.push_back(FakePipeline::row(Status::Unmapped, "stray.one", nullptr));
    m_pipeline->rows.push_back(FakePipeline::row(Status::Missing, nullptr, "regnet.two"));
    m_pipeline->blocker = Error(ErrorCode::MapIncomplete);
    open();
    const auto* table = find<QTableView>(u"keyTable"_s);
    const auto status = [table] { return table->model()->index(table->currentIndex().row(), 0).data().toString(); };
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(status(), u"unmapped"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(status(), u"missing"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(status(), u"unmapped"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(status(), u"missing"_s);
    QCOMPARE(find<QLabel>(u"inspectorStatus"_s)->text(), u"Missing"_s);
    QVERIFY(find<QLabel>(u"inspectorProblem"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"primaryButton"_s)->isEnabled());
}

void MainWindowTest::copyTakesTheCellsText()
{
    open();
    auto* table = find<QTableView>(u"keyTable"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 1));
    table->selectionModel()->select(table->model()->index(1, 2), QItemSelectionModel::Select);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"conv1.stem.0.weight\tregnet.embedder.embedder.convolution.weight"_s);
}

void MainWindowTest::catalogueVariantNamesThePublishedFile()
{
    auto* view = find<QTreeView>(u"variantView"_s);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTRY_VERIFY(find<QTableView>(u"keyTable"_s)->isVisible());
    QVERIFY(find<QLabel>(u"bannerHint"_s)->text().contains(u"https://example.org/regnet_y_040.pth"_s));
    QVERIFY(!find<QWidget>(u"jobPage"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"checkOnlineButton"_s)->isVisible() && find<QPushButton>(u"downloadButton"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"sourceTitle"_s)->accessibleName(), u"regnet-y-10b-seer"_s);
    QCOMPARE(view->currentIndex().row(), 1);
}

void MainWindowTest::convertsByKeyboardToTheResult()
{
    startConverting();
    QTRY_VERIFY(find<QProgressBar>(u"progressBar"_s)->value() == 500);
    QVERIFY(find<QProgressBar>(u"progressBar"_s)->format().contains(u"50 %"_s));
    QVERIFY(find<QLabel>(u"jobStatus"_s)->accessibleName().contains(u"regnet.embedder"_s));
    QVERIFY(!find<QLineEdit>(u"outputFolder"_s)->isEnabled());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(find<QWidget>(u"resultPage"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"verdict"_s)->text(), u"2 of 2 tensors proved"_s);
    QCOMPARE(find<QTableView>(u"resultFiles"_s)->model()->rowCount(), 2);
    QCOMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Verify"_s);
}

void MainWindowTest::pausesAndResumes()
{
    startConverting();
    QTest::mouseClick(find<QPushButton>(u"pauseButton"_s), Qt::LeftButton);
    QCOMPARE(find<QLabel>(u"jobStatus"_s)->accessibleName(), u"Stopping…"_s);
    QTRY_COMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Resume"_s);
    QVERIFY(!find<QPushButton>(u"pauseButton"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QCOMPARE(m_session->state(), State::Converting);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
}

void MainWindowTest::cancelSaysWhatIsKept()
{
    startConverting();
    QTest::mouseClick(find<QPushButton>(u"cancelButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Cancelled);
    QVERIFY(find<QLabel>(u"jobStatus"_s)->accessibleName().contains(u"kept"_s));
}

void MainWindowTest::errorsStandInThePage()
{
    m_pipeline->inspectError = Error(ErrorCode::NotACheckpoint).with("kind", "html").file("/data/tiny.torch");
    m_window->openFile(u"/data/tiny.torch"_s);
    QTRY_VERIFY(find<QWidget>(u"banner"_s)->isVisible());
    QVERIFY(find<QLabel>(u"bannerSentence"_s)->text().contains(u"a web page"_s));
    QVERIFY(!find<QLabel>(u"bannerHint"_s)->text().isEmpty());
    auto* details = find<QToolButton>(u"bannerDetailsButton"_s);
    QTest::mouseClick(details, Qt::LeftButton);
    QVERIFY(find<QLabel>(u"bannerDetails"_s)->isVisible());
    QVERIFY(find<QLabel>(u"bannerDetails"_s)->text().contains(u"E_NOT_A_CHECKPOINT"_s));
    m_pipeline->inspectError.reset();
    open();
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void MainWindowTest::runErrorCanBeOverwritten()
{
    m_pipeline->runError = Error(ErrorCode::WouldOverwrite);
    open();
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Failed);
    QVERIFY(find<QWidget>(u"banner"_s)->isVisible());
    m_pipeline->runError.reset();
    find<QAbstractButton>(u"overwriteBox"_s)->click();
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Converting);
    QTRY_VERIFY(m_pipeline->sawOverwrite);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
}

void MainWindowTest::typedFolderCountsAtOnce()
{
    open();
    auto* box = find<QLineEdit>(u"outputFolder"_s);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, u"/data/typed"_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_session->outcome()->converted.folder, std::string("/data/typed"));
}

void MainWindowTest::closingWhileConvertingAsksOnceAndStopsFirst()
{
    startConverting();
    m_window->close();
    m_window->close();
    QCOMPARE(m_window->findChildren<QMessageBox*>().size(), 1);
    QTest::keyClick(find<QMessageBox>(u"quitQuestion"_s), Qt::Key_Return);  // keeps working
    QTRY_VERIFY(m_window->findChild<QMessageBox*>() == nullptr);
    QVERIFY(m_window->isVisible() && m_session->canPause());
    m_window->close();
    find<QPushButton>(u"pauseAndQuitButton"_s)->click();
    QVERIFY(m_window->isVisible());
    QVERIFY(find<QWidget>(u"banner"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 1500);
    QVERIFY(m_session->isWorkerIdle());
}

void MainWindowTest::columnsAndGeometryAreKept()
{
    auto* table = find<QTableView>(u"keyTable"_s);
    table->setColumnWidth(1, 321);
    m_window->resize(1100, 700);
    m_window->close();
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
    QCOMPARE(find<QTableView>(u"keyTable"_s)->columnWidth(1), 321);
    QCOMPARE(m_window->size(), QSize(1100, 700));
}

void MainWindowTest::everyControlHasNameAndAccessibleName()
{
    open();
    const auto widgets = m_window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
                               qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        if (!isControl || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s) || !(widget->focusPolicy() & Qt::TabFocus)) {
            continue;
        }
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(widget->objectName()));
    }
}

void MainWindowTest::noDialogIsShownDuringWork()
{
    startConverting();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void MainWindowTest::stepsAreReachedByTheirKeys()
{
    QVERIFY(!find<QAction>(u"step2Action"_s)->isEnabled());
    startConverting();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(find<QWidget>(u"keyMapPage"_s)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(find<QWidget>(u"verifyPage"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"step5"_s), Qt::LeftButton);
    QVERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(find<QWidget>(u"resultPage"_s)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(find<QWidget>(u"variantView"_s)->hasFocus());
}

void MainWindowTest::f5LooksAtTheFileAgain()
{
    open();
    const int before = m_pipeline->inspections;
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_pipeline->inspections.load(), before + 1);
    QTRY_COMPARE(m_session->state(), State::Planned);
}

void MainWindowTest::shortcutsAreListedAndSearched()
{
    QTest::keyClick(m_window.get(), Qt::Key_Question, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"keysDialog"_s) != nullptr);
    QVERIFY(!find<QDialog>(u"keysDialog"_s)->isModal());
    const auto* list = find<QTreeWidget>(u"keysList"_s);
    QTest::keyClicks(find<QLineEdit>(u"keysFilter"_s), u"problem f8"_s);
    QStringList shown;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        if (!list->topLevelItem(row)->isHidden()) {
            shown.append(list->topLevelItem(row)->text(0));
        }
    }
    QCOMPARE(shown, (QStringList{u"Next problem"_s, u"Previous problem"_s}));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"guideDialog"_s) != nullptr);
}

void MainWindowTest::screenshotIsSavedAtRest()
{
    const QString file = m_folder->filePath(u"window.png"_s);
    const wb::ui::Screenshot screenshot(*m_session, *m_window, file, true);
    QSignalSpy taken(&screenshot, &wb::ui::Screenshot::taken);
    m_window->openFile(u"/data/tiny.torch"_s);
    QVERIFY(taken.wait());
    QCOMPARE(taken[0][0].toInt(), 0);
    QCOMPARE(QImage(file).size(), m_window->size() * m_window->devicePixelRatio());
}

void MainWindowTest::screenshotOfAnErrorTellsItsExitCode()
{
    m_pipeline->inspectError = Error(ErrorCode::EmptyFile).file("/data/tiny.torch");
    const wb::ui::Screenshot screenshot(*m_session, *m_window, m_folder->filePath(u"window.png"_s), true);
    QSignalSpy taken(&screenshot, &wb::ui::Screenshot::taken);
    m_window->openFile(u"/data/tiny.torch"_s);
    QVERIFY(taken.wait());
    QCOMPARE(taken[0][0].toInt(), 4);
    QVERIFY(QFile::exists(m_folder->filePath(u"window.png"_s)));
}

void MainWindowTest::sizeOfWeightFilesIsChosenByKeys()
{
    open();
    auto* shards = find<QComboBox>(u"shardBox"_s);
    QCOMPARE(shards->currentText(), u"files of 5.00 GB"_s);
    QTest::keyClick(shards, Qt::Key_End);
    QTRY_COMPARE(m_session->options().shardBytes, uint64_t(0));
    QTRY_COMPARE(m_session->state(), State::Planned);
    m_session->setShardBytes(123'000'000);
    QTRY_COMPARE(shards->currentText(), u"files of 123.0 MB"_s);
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
