#include "tests/ui/edit_fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;
using wb::mapping::Status;

static const char* const first = "_feature_blocks.res2.block1-0.f.q.0.weight";

// Key maps that come with a file, or go with a command.
class MapFilesTest : public QObject, private EditFixture {
    Q_OBJECT

private:
    QString saveMendedMap();

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void aCopiedCommandWithUnsavedEditsGivesTheSameFolder();
    void aFileIsOpenedWithItsMap_data();
    void aFileIsOpenedWithItsMap();
    void unsavedEditsComeBeforeTheMapThatWasNamed();
};

void MapFilesTest::aCopiedCommandWithUnsavedEditsGivesTheSameFolder()
{
    open();
    mendByRules();
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto* jobs = find<QTreeView>(u"jobsTable"_s);
    const auto step = [jobs] { return jobs->model()->index(0, 1).data().toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(step(), u"Done"_s, 60'000);
    QVERIFY(QDir().rename(at(u"model-hf"_s), at(u"of-window"_s)));
    jobs->setFocus();
    QTest::keyClick(jobs, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::clipboard()->text().contains(u"--keymap"_s));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, QFileInfo(QStringLiteral(WB_CLI)).absolutePath() + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, QApplication::clipboard()->text()});
    QVERIFY(shell.waitForFinished(60'000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    for (const QString& name : {u"model.safetensors"_s, u"config.json"_s, u"conversion-report.json"_s}) {
        QFile ours(at(u"of-window/"_s + name));
        QFile theirs(at(u"model-hf/"_s + name));
        QVERIFY2(ours.open(QIODevice::ReadOnly) && theirs.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(ours.readAll() == theirs.readAll(), qPrintable(name));
    }
    m_window->quitNow();
}

// Leaves the map of the mended file, and nothing open.
QString MapFilesTest::saveMendedMap()
{
    open();
    mendByRules();
    const QString map = at(u"mine.keymap.json"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    [this, map] {
        QTRY_VERIFY(m_window->findChild<QDialog*>(u"saveMapDialog"_s) != nullptr);
        QMetaObject::invokeMethod(find<QDialog>(u"saveMapDialog"_s), "fileSelected", Q_ARG(QString, map));
        QTRY_VERIFY(!m_window->isWindowModified());
    }();
    makeWindow();
    return map;
}

void MapFilesTest::aFileIsOpenedWithItsMap_data()
{
    QTest::addColumn<bool>("isDropped");
    QTest::addColumn<bool>("mapFirst");
    QTest::newRow("named, as on a command line") << false << false;
    QTest::newRow("named the other way round") << false << true;
    QTest::newRow("dropped") << true << false;
}

void MapFilesTest::aFileIsOpenedWithItsMap()
{
    QFETCH(const bool, isDropped);
    QFETCH(const bool, mapFirst);
    const QString map = saveMendedMap();
    const QStringList names = mapFirst ? QStringList{map, m_checkpoint} : QStringList{m_checkpoint, map};
    if (isDropped) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(names[0]), QUrl::fromLocalFile(names[1])});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
    } else {
        m_window->openHandedOver(names);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
    QCOMPARE(m_session->sourcePath(), m_checkpoint);
    QVERIFY(m_session->keyMap()->isComplete());
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->findChild<QMessageBox*>(u"addFilesQuestion"_s) == nullptr);
    // The map was for this opening alone.
    m_window->openFile(m_checkpoint);
    waitForPlan();
    QVERIFY(m_session->edits().empty());
}

void MapFilesTest::unsavedEditsComeBeforeTheMapThatWasNamed()
{
    const QString map = saveMendedMap();
    open();
    select(QString::fromLatin1(first));
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(row(first).status, Status::Edited);
    waitForPlan();
    m_window->quitNow();
    makeWindow();
    m_window->openHandedOver({m_checkpoint, map});
    waitForPlan();
    auto* forget = find<QPushButton>(u"forgetButton"_s);
    QTRY_VERIFY(forget->isVisible());
    QVERIFY(m_session->edits().empty());
    QTest::keyClick(forget, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
    QVERIFY(m_session->keyMap()->isComplete());
    QVERIFY(!m_window->isWindowModified());
}

QTEST_MAIN(MapFilesTest)
#include "map_files_test.moc"
