#include "tests/ui/demo_file.h"
#include "tests/ui/window_base.h"

#include "ui/core_pipeline.h"
#include "ui/models/key_map_model.h"
#include "ui/values_text.h"
#include "ui/widgets/key_table.h"

#include "core/inspect/tensor_statistics.h"

#include <QAction>
#include <QFileDialog>
#include <QHash>
#include <QHeaderView>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using wb::ui::KeyMapModel;
using wb::ui::KeyTable;

// The key map's columns of values, in the window on the real stages.
class ValuesColumnsTest : public QObject, WindowBase {
    Q_OBJECT

private:
    KeyTable* table() const { return find<KeyTable>(u"keyTable"_s); }
    QAction* compute() const { return find<QAction>(u"computeValuesAction"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int filled() const;
    QHash<QString, int> rowsByKey() const;
    void openFile(const QString& path) const;
    void openSample() const { openFile(QStringLiteral(WB_TEST_DATA "/checkpoints/seer10b-tiny-in1k.torch")); }
    void newWindow() { showWindow(std::make_shared<wb::ui::CorePipeline>()); }

private Q_SLOTS:
    void init();
    void cleanup() { dropAll(); }
    void allTensorsAreComputedAndShownAsNumpyTellsThem();
    void whatIsKnownIsShownAfterARestart();
    void theInspectorsNumbersStandInTheColumnsToo();
    void rowsAreSortedByTheirNumbers();
    void exportTellsTheValuesWhileTheyAreShown();
    void stoppingKeepsWhatWasFound();
    void numbersOfAnotherFileAreForgotten();
    void nothingIsComputedWithoutAFile();
};

void ValuesColumnsTest::init()
{
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", at(u"cache"_s).toUtf8());
    openSettings(u"settings.ini"_s);
    newWindow();
}

void ValuesColumnsTest::openFile(const QString& path) const
{
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
}

int ValuesColumnsTest::filled() const
{
    int count = 0;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        count += cell(row, KeyMapModel::ZerosColumn).isEmpty() ? 0 : 1;
    }
    return count;
}

QHash<QString, int> ValuesColumnsTest::rowsByKey() const
{
    QHash<QString, int> rows;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        rows.insert(cell(row, KeyMapModel::SourceColumn), row);
    }
    return rows;
}

void ValuesColumnsTest::allTensorsAreComputedAndShownAsNumpyTellsThem()
{
    openSample();
    QVERIFY(!table()->showsValues());
    compute()->trigger();
    QVERIFY(table()->showsValues() && !compute()->isEnabled());
    const QRect seen = table()->visualRect(table()->model()->index(0, KeyMapModel::MaxColumn));
    QVERIFY(table()->viewport()->rect().contains(seen));
    const wb::tensor::TensorIndex& index = m_session->plan()->source;
    QTRY_COMPARE(filled(), static_cast<int>(index.tensors.size()));
    QTRY_VERIFY(compute()->isEnabled() && !find<QWidget>(u"valuesColumns"_s)->isVisible());
    wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    const wb::checkpoint::SourceFiles files(index);
    const QHash<QString, int> rows = rowsByKey();
    for (const wb::tensor::TensorInfo& tensor : index.tensors) {
        const auto wanted = wb::inspect::tensorStatistics(files, index, tensor, job);
        const int row = rows.value(QString::fromStdString(tensor.key), -1);
        QVERIFY2(row >= 0, tensor.key.c_str());
        QCOMPARE(cell(row, KeyMapModel::MinColumn), wb::ui::numberText(wanted.min));
        QCOMPARE(cell(row, KeyMapModel::MaxColumn), wb::ui::numberText(wanted.max));
        QCOMPARE(cell(row, KeyMapModel::MeanColumn), wb::ui::numberText(wanted.mean));
        QCOMPARE(cell(row, KeyMapModel::DeviationColumn), wb::ui::numberText(wanted.deviation));
        QCOMPARE(cell(row, KeyMapModel::NanColumn), u"0"_s);
    }
}

void ValuesColumnsTest::whatIsKnownIsShownAfterARestart()
{
    openSample();
    compute()->trigger();
    const int all = static_cast<int>(m_session->plan()->source.tensors.size());
    QTRY_COMPARE(filled(), all);
    table()->setColumnHidden(KeyMapModel::MinColumn, true);
    m_window->close();
    newWindow();
    QVERIFY(table()->isColumnHidden(KeyMapModel::MinColumn) && !table()->isColumnHidden(KeyMapModel::MaxColumn));
    openSample();
    QTRY_COMPARE(filled(), all);
    QVERIFY(compute()->isEnabled());
}

void ValuesColumnsTest::theInspectorsNumbersStandInTheColumnsToo()
{
    openSample();
    table()->columnActions().at(KeyMapModel::MeanColumn)->trigger();
    QCOMPARE(filled(), 0);
    table()->setCurrentIndex(table()->model()->index(3, KeyMapModel::SourceColumn));
    QTRY_COMPARE(filled(), 1);
    QVERIFY(!cell(3, KeyMapModel::MeanColumn).isEmpty());
}

void ValuesColumnsTest::rowsAreSortedByTheirNumbers()
{
    openSample();
    compute()->trigger();
    QTRY_VERIFY(compute()->isEnabled());
    const auto numbers = [this] {
        std::vector<double> shown;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            shown.push_back(cell(row, KeyMapModel::MaxColumn).toDouble());
        }
        return shown;
    };
    table()->sortByColumn(KeyMapModel::MaxColumn, Qt::AscendingOrder);
    std::vector<double> sorted = numbers();
    QVERIFY(std::is_sorted(sorted.begin(), sorted.end()) && sorted.front() < sorted.back());
    table()->sortByColumn(KeyMapModel::MaxColumn, Qt::DescendingOrder);
    sorted = numbers();
    QVERIFY(std::is_sorted(sorted.rbegin(), sorted.rend()));
}

void ValuesColumnsTest::exportTellsTheValuesWhileTheyAreShown()
{
    openSample();
    const auto exported = [this](const QString& name) {
        find<QAction>(u"exportAction"_s)->trigger();
        auto* dialog = find<QFileDialog>(u"exportDialog"_s);
        Q_EMIT dialog->fileSelected(at(name));
        delete dialog;
        [&] { QTRY_VERIFY(QFile::exists(at(name))); }();
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(exported(u"plain.csv"_s).contains("rule,captures,suggestions\r\n"));
    compute()->trigger();
    QTRY_VERIFY(compute()->isEnabled());
    const QByteArrayList lines = exported(u"values.csv"_s).split('\n');
    QCOMPARE(lines.first(),
             QByteArray("status,source,destination,source_shape,shape,dtype,bytes,rule,captures,suggestions,min,max,mean,std,zeros,nan,"
                        "inf\r"));
    QVERIFY2(lines[1].endsWith(",0,0\r") && !lines[1].endsWith(",,,,,0,0\r"), lines[1].constData());
    QVERIFY(exported(u"values.keymap.json"_s).contains("\"values\": {\"min\": "));
}

void ValuesColumnsTest::stoppingKeepsWhatWasFound()
{
    wb::job::DemoOptions demo;
    demo.path = at(u"large.torch"_s).toStdString();
    demo.variant = "regnet-y-1280-seer";
    demo.scale = 0.4;  // as large as is read in seconds, and small enough for a disk that is nearly full
    demo.sparse = true;
    openFile(writeDemoFile(demo));
    compute()->trigger();
    auto* row = find<QWidget>(u"valuesColumns"_s);
    QVERIFY(row->isVisible());
    QTRY_VERIFY(filled() > 0);
    auto* stop = find<QPushButton>(u"valuesColumnsStop"_s);
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    QVERIFY(!row->isVisible() && compute()->isEnabled());
    const int kept = filled();
    QVERIFY(kept > 0 && kept < static_cast<int>(m_session->plan()->source.tensors.size()));
    QCOMPARE(m_session->state(), State::Planned);
}

void ValuesColumnsTest::numbersOfAnotherFileAreForgotten()
{
    openSample();
    compute()->trigger();
    QTRY_VERIFY(compute()->isEnabled());
    QVERIFY(filled() > 0);
    openFile(QStringLiteral(WB_TEST_DATA "/checkpoints/seer10b-tiny.torch"));
    QCOMPARE(filled(), 0);
    openSample();
    QTRY_VERIFY(filled() > 0);  // from the cache
}

void ValuesColumnsTest::nothingIsComputedWithoutAFile()
{
    QVERIFY(!compute()->isEnabled());
    m_session->selectVariant(u"regnet-y-040"_s);
    QTRY_VERIFY(m_session->keyMap() != nullptr);
    table()->columnActions().at(KeyMapModel::MinColumn)->trigger();
    QVERIFY(!compute()->isEnabled());
    QCOMPARE(filled(), 0);
}

QTEST_MAIN(ValuesColumnsTest)
#include "values_columns_test.moc"
