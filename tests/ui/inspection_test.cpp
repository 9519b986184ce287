#include "tests/support/http/fault_server.h"
#include "tests/ui/demo_file.h"
#include "tests/ui/window_base.h"

#include "ui/core_pipeline.h"
#include "ui/format.h"
#include "ui/models/compare_model.h"
#include "ui/models/folder_model.h"
#include "ui/models/numbers_model.h"
#include "ui/models/stage_bytes.h"
#include "ui/speed_history.h"
#include "ui/values_text.h"
#include "ui/worker/background_task.h"

#include "core/job/look_at_values.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QChartView>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLineSeries>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QUrl>

#include <atomic>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

// What looks into tensors and files, in the window on the real stages: one small checkpoint, converted to float16 once.
class InspectionTest : public QObject, WindowBase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { dropAll(); }
    void valuesOfARowAreReadByThemselves();
    void convertingShowsWhatRoundingChanged();
    void valuesComeFromTheCache();
    void largeTensorWaitsUntilItIsAskedFor();
    void resultIsComparedByTheMap();
    void comparisonIsFilteredAndExported();
    void comparisonOfNothingSaysSo();
    void otherIsTypedChosenOrTakenFromWhatWasOpened();
    void otherOverTheNetworkIsReadThereOrSaysWhyNot();
    void dropAsksWhatToDo();
    void chartsHaveTheirNumbers();
    void filesOfTheResultAreShown();
    void foreignFilesAreNeverFollowed();
    void resultIsVerifiedAgain();
    void newTaskCancelsTheOneBefore();
    void speedsOfTheLastMinutes();
    void numbersAreWrittenForPeople();

private:
    template <typename Widget> Widget* known(const QString& name) const { return m_window->findChild<Widget*>(name); }
    void showTab(const QString& page) const { find<QTabWidget>(u"tabs"_s)->setCurrentWidget(find<QWidget>(page)); }
    void selectRow(const QString& words) const;
    QString makeDemo(const QString& name, uint64_t seed) const;
    QString fact(const QString& name, int column) const;
    void chooseFile(const QString& name) const;
    QDialog* askForOther() const;
};

QString InspectionTest::makeDemo(const QString& name, uint64_t seed) const
{
    wb::job::DemoOptions options;
    options.path = at(name).toStdString();
    options.variant = "regnet-y-040";
    options.seed = seed;
    return writeDemoFile(options);
}

void InspectionTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", at(u"cache"_s).toUtf8());
    openSettings(u"settings.ini"_s);
    showWindow(std::make_shared<wb::ui::CorePipeline>());
    m_window->resize(1400, 900);
    m_window->openFile(makeDemo(u"demo.torch"_s, 0));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
}

void InspectionTest::selectRow(const QString& words) const
{
    auto* table = find<QTableView>(u"keyTable"_s);
    const QAbstractItemModel& model = *table->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.index(row, column).data().toString() == words) {
                table->setCurrentIndex(model.index(row, 1));
                return;
            }
        }
    }
    qFatal("no row %s", qPrintable(words));
}

// Cell of the statistics, by the name of its row.
QString InspectionTest::fact(const QString& name, int column) const
{
    const auto* table = known<QTableView>(u"valuesTable"_s);
    if (table == nullptr || !table->isVisible()) {
        return {};
    }
    const QAbstractItemModel& model = *table->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == name) {
            return model.index(row, column).data().toString();
        }
    }
    return {};
}

void InspectionTest::valuesOfARowAreReadByThemselves()
{
    showTab(u"keyMapPage"_s);
    selectRow(u"regnet.embedder.embedder.convolution.weight"_s);
    QTRY_VERIFY(!fact(u"Number"_s, 1).isEmpty());
    const uint64_t elements = m_session->plan()->source.tensors.at(0).elements();
    QCOMPARE(fact(u"Number"_s, 1), wb::ui::countText(elements));
    QCOMPARE(fact(u"NaN"_s, 1), u"0"_s);
    QVERIFY(fact(u"Least"_s, 1).toDouble() < fact(u"Mean"_s, 1).toDouble());
    QCOMPARE(find<QTableView>(u"valuesTable"_s)->model()->columnCount(), 2);
    QVERIFY(find<QTextEdit>(u"valuesFirst"_s)->toPlainText().count(u"  "_s) == 64);
    auto* chart = find<QChartView>(u"histogram"_s);
    QVERIFY(chart->accessibleDescription().contains(u": "_s));
    auto* turn = find<QToolButton>(u"histogramTurn"_s);
    turn->click();
    auto* bins = find<QTableView>(u"histogramTable"_s);
    QTRY_VERIFY(bins->isVisible());
    uint64_t counted = 0;
    for (int row = 0; row < bins->model()->rowCount(); ++row) {
        counted += QLocale().toULongLong(bins->model()->index(row, 2).data().toString());
    }
    QCOMPARE(counted, elements);
    const QAbstractItemModelTester tester(bins->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    turn->click();
}

void InspectionTest::convertingShowsWhatRoundingChanged()
{
    m_session->setDType(wb::tensor::DType::F16);
    QTRY_COMPARE(m_session->state(), State::Planned);
    m_session->convert();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 60'000);
    showTab(u"keyMapPage"_s);
    selectRow(u"regnet.embedder.embedder.convolution.weight"_s);
    QTRY_VERIFY(!fact(u"Number"_s, 2).isEmpty());
    QCOMPARE(fact(u"Number"_s, 1), fact(u"Number"_s, 2));
    QVERIFY2(find<QLabel>(u"valuesDifference"_s)->text().contains(u"values differ, by at most"_s),
             qPrintable(find<QLabel>(u"valuesDifference"_s)->text()));
    selectRow(u"regnet.embedder.embedder.normalization.num_batches_tracked"_s);
    QTRY_COMPARE(find<QLabel>(u"valuesDifference"_s)->text(), u"The result holds the same values."_s);
}

void InspectionTest::valuesComeFromTheCache()
{
    const QDir cache(at(u"cache"_s));
    QStringList kept;
    for (const QFileInfo& folder : cache.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        kept.append(QDir(folder.filePath() + u"/values"_s).entryList(QDir::Files));
    }
    QVERIFY2(kept.size() >= 3, qPrintable(QString::number(kept.size())));
}

void InspectionTest::largeTensorWaitsUntilItIsAskedFor()
{
    wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    wb::inspect::StatisticsCache cache;
    const wb::tensor::TensorIndex& source = m_session->plan()->source;
    const uint64_t bytes = source.tensors.at(0).bytes();
    QVERIFY(!wb::job::lookAtValues(source, {0, {}, {}}, bytes - 1, cache, job));
    QVERIFY(wb::job::lookAtValues(source, {0, "/gone", "w"}, bytes, cache, job)->first.elements > 0);  // the checkpoint alone
    QVERIFY(wb::job::lookAtValues(source, {0, {}, {}}, 0, cache, job));                                // was read before
    cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(wb::job::lookAtValues(source, {1, {}, {}}, bytes, cache, job), wb::Cancelled);
}

void InspectionTest::resultIsComparedByTheMap()
{
    auto* act = find<QAction>(u"compareResultAction"_s);
    QVERIFY(act->isEnabled());
    act->trigger();
    auto* verdict = find<QLabel>(u"compareVerdict"_s);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(u"tensors differ"_s), 20'000);
    QVERIFY(find<QWidget>(u"comparePage"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"compareHint"_s)->text(), u"Tensors belong together by the key map."_s);
    auto* model = find<QTableView>(u"compareTable"_s)->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), static_cast<int>(m_session->plan()->source.tensors.size()));
    QVERIFY(find<QToolButton>(u"compareChip-type"_s)->isEnabled());
    QVERIFY(!find<QToolButton>(u"compareChip-values"_s)->isEnabled());
    QCOMPARE(model->index(0, wb::ui::CompareModel::DTypeColumn).data().toString(), u"F32 → F16"_s);
}

void InspectionTest::comparisonIsFilteredAndExported()
{
    auto* model = find<QTableView>(u"compareTable"_s)->model();
    const int all = model->rowCount();
    QTest::mouseClick(find<QToolButton>(u"compareChip-equal"_s), Qt::LeftButton);
    QVERIFY(model->rowCount() > 0 && model->rowCount() < all);
    QCOMPARE(model->index(0, 0).data().toString(), u"equal"_s);
    QTest::mouseClick(find<QPushButton>(u"compareExport"_s), Qt::LeftButton);
    auto* dialog = find<QFileDialog>(u"saveDialog"_s);
    dialog->selectFile(at(u"comparison.csv"_s));
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(at(u"comparison.csv"_s)));
    QFile csv(at(u"comparison.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArrayList lines = csv.readAll().split('\n');
    QVERIFY(lines.first().startsWith("status,first_key,"));
    QCOMPARE(lines.size(), all + 2);
}

void InspectionTest::comparisonOfNothingSaysSo()
{
    QFile page(at(u"page.pth"_s));
    QVERIFY(page.open(QIODevice::WriteOnly) && page.write("<!DOCTYPE html>\n<html></html>") > 0);
    page.close();
    QDialog* dialog = askForOther();
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"compareFile"_s), Qt::LeftButton);
    auto* files = dialog->findChild<QFileDialog*>(u"compareFileDialog"_s);
    files->selectFile(page.fileName());
    QMetaObject::invokeMethod(files, "accept");
    auto* other = dialog->findChild<QComboBox*>(u"compareOther"_s);
    QCOMPARE(other->currentText(), page.fileName());
    QTest::keyClick(other, Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>(u"compareVerdict"_s)->text().contains(u"not a checkpoint"_s));
    QVERIFY(!find<QTableView>(u"compareTable"_s)->isVisible());
    QCOMPARE(m_session->state(), State::Done);
}

QDialog* InspectionTest::askForOther() const
{
    [&] { QTRY_VERIFY(m_window->findChild<QDialog*>(u"compareDialog"_s) == nullptr); }();
    m_window->activateWindow();
    [&] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    return find<QDialog>(u"compareDialog"_s);
}

void InspectionTest::otherIsTypedChosenOrTakenFromWhatWasOpened()
{
    const QString other = makeDemo(u"typed.torch"_s, 7);
    QDialog* dialog = askForOther();
    auto* box = dialog->findChild<QComboBox*>(u"compareOther"_s);
    auto* start = dialog->findChild<QPushButton*>(u"compareStart"_s);
    QTRY_VERIFY(box->lineEdit()->hasFocus());
    QVERIFY(!start->isEnabled());
    QCOMPARE(box->findText(m_session->sourcePath()), -1);  // not with itself
    QTest::keyClicks(box->lineEdit(), u"  "_s + other + u' ');
    QVERIFY(start->isEnabled());
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    auto* values = find<QToolButton>(u"compareChip-values"_s);
    QTRY_VERIFY_WITH_TIMEOUT(values->isVisible() && values->isEnabled(), 20'000);

    dialog = askForOther();
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"compareFolder"_s), Qt::LeftButton);
    auto* folders = dialog->findChild<QFileDialog*>(u"folderDialog"_s);
    Q_EMIT folders->fileSelected(wb::ui::pathFromBytes(m_session->outcome()->converted.folder));
    folders->reject();
    QTest::keyClick(dialog->findChild<QComboBox*>(u"compareOther"_s)->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"compareHint"_s)->text(), u"Tensors belong together by the key map."_s, 20'000);

    dialog = askForOther();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"compareDialog"_s) == nullptr);
}

void InspectionTest::otherOverTheNetworkIsReadThereOrSaysWhyNot()
{
    auto* verdict = find<QLabel>(u"compareVerdict"_s);
    const auto compareWith = [this](const QString& other) {
        auto* box = askForOther()->findChild<QComboBox*>(u"compareOther"_s);
        box->setEditText(other);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    };
    qputenv("HF_HUB_OFFLINE", "1");
    for (const QString& other : {u"hf://owner/name/model.safetensors"_s, u"https://example.org/a.torch?signature=s3cr3t"_s, u"regnet-y-040"_s}) {
        compareWith(other);
        QTRY_VERIFY2(verdict->text().contains(u"The network is switched off"_s), qPrintable(verdict->text()));
        QVERIFY(!find<QLabel>(u"compareTitle"_s)->accessibleName().contains(u"s3cr3t"_s));
    }
    compareWith(u"no-such-model"_s);
    QTRY_VERIFY2(verdict->text().contains(u"no-such-model"_s), qPrintable(verdict->text()));
    qunsetenv("HF_HUB_OFFLINE");

    wb::test::FaultServer server;
    server.serve("/demo.torch", wb::test::Content::ofFile(at(u"demo.torch"_s).toStdString()));
    compareWith(QString::fromStdString(server.url("/demo.torch")));
    QTRY_VERIFY2_WITH_TIMEOUT(verdict->text().startsWith(u"Both hold the same"_s), qPrintable(verdict->text()), 20'000);
    wb::test::FaultServer::Options slow;
    slow.latency = std::chrono::milliseconds(3000);
    wb::test::FaultServer silent(slow);
    silent.serve("/demo.torch", wb::test::Content::ofFile(at(u"demo.torch"_s).toStdString()));
    compareWith(QString::fromStdString(silent.url("/demo.torch")));
    auto* stop = find<QPushButton>(u"compareStop"_s);
    QTRY_VERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(verdict->text(), u"Comparing was stopped."_s);
}

void InspectionTest::dropAsksWhatToDo()
{
    const QString other = makeDemo(u"other.torch"_s, 5);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    auto* menu = find<QMenu>(u"dropMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    menu->findChild<QAction*>(u"dropCompare"_s)->trigger();
    menu->close();
    auto* values = find<QToolButton>(u"compareChip-values"_s);
    QTRY_VERIFY_WITH_TIMEOUT(values->isVisible() && values->isEnabled(), 20'000);
    QCOMPARE(find<QLabel>(u"compareHint"_s)->text(), u"Tensors belong together by their keys."_s);
    QVERIFY(m_session->sourcePath().endsWith(u"demo.torch"_s));
}

void InspectionTest::chartsHaveTheirNumbers()
{
    showTab(u"chartsPage"_s);
    const auto* stages = find<QTableView>(u"stageChartTable"_s)->model();
    QCOMPARE(stages->index(0, 0).data().toString(), u"stem"_s);
    QCOMPARE(stages->index(1, 0).data().toString(), u"stage 1"_s);
    double shares = 0;
    for (int row = 0; row < stages->rowCount(); ++row) {
        shares += stages->index(row, 3).data().toString().section(u' ', 0, 0).toDouble();
    }
    QVERIFY(std::abs(shares - 100) < 0.5);
    QVERIFY(find<QChartView>(u"stageChart"_s)->accessibleDescription().contains(u"stage 3: "_s));
    auto* turn = find<QToolButton>(u"stageChartTurn"_s);
    turn->setFocus();
    QTest::keyClick(turn, Qt::Key_Space);
    QTRY_VERIFY(find<QTableView>(u"stageChartTable"_s)->isVisible());
    QPalette dark = m_window->palette();
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    auto* chart = find<QChartView>(u"throughputChart"_s);
    chart->setPalette(dark);
    QTRY_COMPARE(chart->chart()->backgroundBrush().color(), QColor(Qt::black));
    const auto series = chart->chart()->series();
    QCOMPARE(series.size(), 2);
    QVERIFY(static_cast<QLineSeries*>(series[0])->pen().style() != static_cast<QLineSeries*>(series[1])->pen().style());
}

void InspectionTest::chooseFile(const QString& name) const
{
    auto* table = find<QTableView>(u"resultFiles"_s);
    const QAbstractItemModel& model = *table->model();
    table->setCurrentIndex({});
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == name) {
            table->setCurrentIndex(model.index(row, 0));
            return;
        }
    }
    qFatal("no file %s", qPrintable(name));
}

void InspectionTest::filesOfTheResultAreShown()
{
    showTab(u"resultPage"_s);
    const QAbstractItemModelTester tester(find<QTableView>(u"resultFiles"_s)->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chooseFile(u"config.json"_s);
    auto* text = find<QPlainTextEdit>(u"fileText"_s);
    QTRY_VERIFY(text->isVisible() && text->toPlainText().contains(u"\"model_type\": \"regnet\""_s));
    QTest::mouseClick(find<QToolButton>(u"fileCopy"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"\"regnet\""_s));
    find<QAction>(u"filesCopyPath"_s)->trigger();
    QVERIFY(QApplication::clipboard()->text().endsWith(u"-hf/config.json"_s));
    find<QAction>(u"filesCopyHash"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text().size(), 64);
    chooseFile(u"model.safetensors"_s);
    auto* tensors = find<QTableView>(u"fileTensors"_s);
    QTRY_VERIFY(tensors->isVisible() && tensors->model()->rowCount() > 100);
    QVERIFY(find<QLabel>(u"fileFacts"_s)->text().contains(u"format: pt"_s));
}

void InspectionTest::foreignFilesAreNeverFollowed()
{
    const QString folder = wb::ui::pathFromBytes(m_session->outcome()->converted.folder);
    QVERIFY(QFile::link(u"/etc/passwd"_s, folder + u"/notes.txt"_s));
    QVERIFY(QDir(folder).mkdir(u"more"_s));
    QFile binary(folder + u"/blob.txt"_s);
    QVERIFY(binary.open(QIODevice::WriteOnly) && binary.write(QByteArray("a\0b", 3)) == 3);
    binary.close();
    QTest::mouseClick(find<QPushButton>(u"verifyAgainButton"_s), Qt::LeftButton);
    auto* model = find<QTableView>(u"resultFiles"_s)->model();
    const auto kind = [model](const QString& name) {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name) {
                return model->index(row, 1).data().toString();
            }
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kind(u"notes.txt"_s), u"link to /etc/passwd"_s, 20'000);
    QCOMPARE(kind(u"more"_s), u"folder"_s);
    chooseFile(u"notes.txt"_s);
    auto* facts = find<QLabel>(u"fileFacts"_s);
    QCOMPARE(facts->text(), u"A link, which is not followed: /etc/passwd"_s);
    QVERIFY(!find<QPlainTextEdit>(u"fileText"_s)->isVisible());
    chooseFile(u"blob.txt"_s);
    QTRY_COMPARE(facts->text(), u"This is no text."_s);
    QVERIFY(QFile::remove(folder + u"/notes.txt"_s) && QFile::remove(folder + u"/blob.txt"_s) && QDir(folder).rmdir(u"more"_s));
}

void InspectionTest::resultIsVerifiedAgain()
{
    auto* verdict = find<QLabel>(u"verdict"_s);
    QTRY_VERIFY(verdict->text().contains(u"tensors proved"_s));
    QFile weights(wb::ui::pathFromBytes(m_session->outcome()->converted.folder) + u"/model.safetensors"_s);
    QVERIFY(weights.open(QIODevice::ReadWrite) && weights.seek(weights.size() - 4) && weights.write("\xff", 1) == 1);
    weights.close();
    find<QAction>(u"filesVerifyAgain"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(verdict->text(), u"The result did not pass verification"_s, 20'000);
    QVERIFY(m_session->outcome()->verified->ok);  // that of the conversion stays what it was
    QTest::mouseClick(find<QPushButton>(u"cardButton"_s), Qt::LeftButton);
    QVERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
}

void InspectionTest::newTaskCancelsTheOneBefore()
{
    wb::ui::BackgroundTask task;
    const auto started = std::make_shared<std::atomic<bool>>(false);
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    int ends = 0;
    task.start(
        [started, stopped](wb::JobContext& job) {
            *started = true;
            while (!job.cancel.isCancelled()) {
                QThread::yieldCurrentThread();
            }
            *stopped = true;
            job.cancel.throwIfCancelled();
        },
        [&ends](const std::optional<wb::Error>&) { ++ends; });
    QTRY_VERIFY(started->load());
    std::optional<wb::Error> error;
    task.start([](wb::JobContext&) { throw wb::Error(wb::ErrorCode::ReadFailed); },
               [&](const std::optional<wb::Error>& why) {
                   ends += 10;
                   error = why;
               });
    QTRY_COMPARE(ends, 10);
    QVERIFY(stopped->load() && error && error->code() == wb::ErrorCode::ReadFailed);
    QVERIFY(!task.isRunning());
}

void InspectionTest::speedsOfTheLastMinutes()
{
    wb::ui::SpeedHistory history;
    QVERIFY(history.points(1, 100).empty());
    for (uint64_t second = 0; second <= 600; ++second) {
        const auto now = static_cast<int64_t>(1000 * second);
        history.add(now, 2'000'000 * second, 1'000'000 * second);
        history.add(now + 100, 0, 0);  // too soon: passed over
    }
    const auto minute = history.points(1, 100);
    QCOMPARE(minute.size(), size_t{60});
    QCOMPARE(minute.front().read, 2e6);
    QCOMPARE(minute.front().written, 1e6);
    QCOMPARE(minute.back().secondsAgo, 0.5);
    const auto all = history.points(30, 100);
    QVERIFY(all.size() <= 100 && all.front().secondsAgo > 560);
    history.add(700'000, 5'000'000'000ULL, 1'000'000'000ULL);  // after a pause
    const auto paused = history.points(5, 300);
    QCOMPARE(paused.at(paused.size() - 2).read, 0.0);
    history.add(4'000'000, 1, 1);
    QCOMPARE(history.points(30, 100).size(), size_t{1});  // the rest is too old
}

void InspectionTest::numbersAreWrittenForPeople()
{
    QCOMPARE(wb::ui::numberText(0.1), u"0.1"_s);
    QCOMPARE(wb::ui::numberText(-std::numeric_limits<double>::infinity()), u"−∞"_s);
    wb::inspect::StatisticsBuilder empty;
    const wb::inspect::FoundValues nothing{empty.take(), {}, {}};
    QCOMPARE(wb::ui::statisticsRows(nothing).at(1).at(1), u"–"_s);
    QVERIFY(wb::ui::histogramRows(nothing).isEmpty());

    wb::mapping::KeyMap map;
    for (const auto& [key, bytes] : {std::pair("regnet.encoder.stages.1.layers.0.x", 300U), std::pair("regnet.embedder.embedder.x", 100U)}) {
        wb::mapping::KeyMapRow row;
        row.source = row.destination = key;
        row.bytes = bytes;
        map.rows.push_back(row);
    }
    const auto stages = wb::ui::stageBytes(map);
    QCOMPARE(stages.size(), size_t{2});
    QCOMPARE(stages[0].name, u"stem"_s);
    QCOMPARE(stages[1].name, u"stage 2"_s);
    QCOMPARE(stages[1].share, 0.75);

    wb::ui::NumbersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable({u"a"_s, u"b"_s}, {{u"x"_s, u"1"_s}});
    model.setTable({u"a"_s, u"b"_s}, {{u"x"_s, u"2"_s}});
    model.setTable({u"a"_s, u"b"_s}, {{u"x"_s, u"2"_s}, {u"y"_s, u"3"_s}});
    QCOMPARE(model.spoken(), u"x: 2; y: 3"_s);
    QCOMPARE(model.tabbed(), u"a\tb\nx\t2\ny\t3\n"_s);
}

QTEST_MAIN(InspectionTest)
#include "inspection_test.moc"
