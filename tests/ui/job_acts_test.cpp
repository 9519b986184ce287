#include "tests/ui/window_fixture.h"

#include "ui/queue/job_queue.h"
#include "ui/queue/queue_model.h"

#include "core/mapping/key_map_file.h"
#include "core/plan/conversion_report.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::ui::JobQueue;
using wb::ui::QueueModel;
using JobState = wb::ui::QueueEntry::State;

// Where the results of jobs go, and what can be had of a job: its report, and the command that does the same.
class JobActsTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    JobQueue& queue() const { return m_window->queue(); }
    QTreeView* table() const { return find<QTreeView>(u"jobsTable"_s); }
    JobState stateOf(int row) const { return queue().entries()[static_cast<size_t>(row)].state; }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    void choose(int row) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { QTest::keyClick(table(), static_cast<Qt::Key>(key), modifiers); }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void resultsGoWhereTheSettingsSay();
    void aReportIsReadInTheWindow();
    void theCopiedLineNamesAFileOfTheEdits();
};

void JobActsTest::resultsGoWhereTheSettingsSay()
{
    wb::ui::Preferences preferences;
    preferences.resultFolder = "/results";
    preferences.dtype = wb::tensor::DType::BF16;
    m_session->usePreferences(preferences);
    m_session->selectVariant(u"regnet-y-040"_s);
    QTRY_VERIFY(m_session->keyMap());
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const QTemporaryDir folder;
    const QStringList files{folder.filePath(u"a.pth"_s), folder.filePath(u"a.torch"_s)};
    for (const QString& path : files) {
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    }
    m_window->openHandedOver(files);
    QTest::keyClick(find<QMessageBox>(u"addFilesQuestion"_s), Qt::Key_Return);
    QTRY_COMPARE(queue().entries().size(), size_t{3});
    const std::string own = queue().entries()[0].options.outputFolder;
    QVERIFY2(own.starts_with("/results/"), own.c_str());
    QCOMPARE(queue().entries()[0].options.variant, std::string("regnet-y-040"));
    QCOMPARE(queue().entries()[1].options.outputFolder, std::string("/results/a-hf"));
    QCOMPARE(queue().entries()[2].options.outputFolder, std::string("/results/a-hf-2"));
    for (const wb::ui::QueueEntry& entry : queue().entries()) {
        QCOMPARE(entry.options.dtype, wb::tensor::DType::BF16);
    }
    // As the window's own conversion of the same variant.
    m_session->checkOnline();
    QVERIFY(m_session->isRemote());
    QCOMPARE(m_session->options().outputFolder, own);
}

void JobActsTest::aReportIsReadInTheWindow()
{
    wb::ui::QueueEntry entry = wb::ui::entryOf(u"/data/tiny.torch"_s);
    entry.options.outputFolder = at(u"tiny-hf"_s).toStdString();
    queue().add({entry});
    find<QDockWidget>(u"jobsDock"_s)->show();
    choose(0);
    QVERIFY(!find<QAction>(u"jobReportAction"_s)->isEnabled());
    QTRY_COMPARE(cell(0, QueueModel::Step), u"Convert"_s);
    m_pipeline->release();
    QTRY_COMPARE(stateOf(0), JobState::Done);
    auto* view = find<QTextBrowser>(u"reportView"_s);
    auto* note = find<QLabel>(u"reportNote"_s);
    press(Qt::Key_E);  // the folder is gone
    QTRY_VERIFY(view->isVisible() && !note->text().isEmpty());
    QVERIFY(view->toPlainText().isEmpty());

    QVERIFY(QDir().mkpath(at(u"tiny-hf"_s)));
    QFile file(at(u"tiny-hf/conversion-report.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    wb::plan::ConversionReport written;
    written.sourceName = "tiny.torch";
    written.variant = "regnet-y-040";
    written.format = "safetensors";
    file.write(QByteArray::fromStdString(wb::plan::reportToJson(written)));
    file.close();
    choose(0);
    press(Qt::Key_E);
    QTRY_VERIFY2(view->toPlainText().contains(u"tiny.torch"_s), qPrintable(note->text()));
    QVERIFY(view->hasFocus());
    QVERIFY(view->toPlainText().contains(u"weightbridge-cli convert /data/tiny.torch --out "_s));
    QVERIFY(note->text().contains(u"tiny.torch"_s));
    QCOMPARE(m_session->state(), State::Empty);
    auto* close = find<QPushButton>(u"closeReportButton"_s);
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    // What is opened in the window takes its place.
    choose(0);
    press(Qt::Key_E);
    QTRY_VERIFY(view->isVisible());
    open();
    QVERIFY(!view->isVisible());
    QVERIFY(find<QTableView>(u"keyTable"_s)->isVisible());
    QVERIFY(!find<QAction>(u"reportAction"_s)->isEnabled());
}

void JobActsTest::theCopiedLineNamesAFileOfTheEdits()
{
    const std::vector<wb::mapping::KeyEdit> edits{{"a \"key\"", "b"}, {"c", std::nullopt}};
    open();
    m_session->setEdits(edits);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Converting);
    find<QDockWidget>(u"jobsDock"_s)->show();
    choose(0);
    const auto copied = [this] {
        QApplication::clipboard()->clear();
        press(Qt::Key_C, Qt::ControlModifier);
        [] { QTRY_VERIFY(!QApplication::clipboard()->text().isEmpty()); }();
        return QApplication::clipboard()->text();
    };
    const QString line = copied();
    const QStringList kept = QDir(at(u"keymaps"_s)).entryList({u"*.keymap.json"_s});
    QCOMPARE(kept.size(), 1);
    QFile file(at(u"keymaps/"_s + kept[0]));
    QCOMPARE(line, u"weightbridge-cli convert /data/tiny.torch --out /data/tiny-hf --keymap "_s + file.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(wb::mapping::keyEditsFromJson(file.readAll().toStdString(), {}) == edits);
    // A file of the user's own is named as it is.
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"saveMapDialog"_s) != nullptr);
    const QString mine = at(u"mine.keymap.json"_s);
    QMetaObject::invokeMethod(find<QDialog>(u"saveMapDialog"_s), "fileSelected", Q_ARG(QString, mine));
    QTRY_VERIFY(!m_window->isWindowModified());
    delete find<QDialog>(u"saveMapDialog"_s);
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    choose(0);
    QCOMPARE(copied(), u"weightbridge-cli convert /data/tiny.torch --out /data/tiny-hf --keymap "_s + mine);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
}

QTEST_MAIN(JobActsTest)
#include "job_acts_test.moc"
