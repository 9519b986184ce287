#include "tests/ui/window_fixture.h"

#include "ui/desktop/tray.h"
#include "ui/queue/job_queue.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using wb::ui::QueueEntry;
using wb::ui::Tray;

// The icon in the desktop's tray, on a desktop that has one or has none: when it is there, its menu, and the window that it keeps.
class TrayTest : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void iconIsThereWhileJobsAreAtWork();
    void menuPausesAndResumesTheWindow();
    void menuPausesAndResumesTheQueue();
    void quitQuestionOffersTheTray();
    void keptWindowComesBackWithItsResult();
    void quitFromTheMenuAsksInTheWindow();
    void theProgramEndsWithItsWindowKept();
    void withoutATrayNothingIsOffered();

private:
    // As by the mouse and a key: the letter is underlined in the menu.
    void choose(Qt::Key letter)
    {
        m_tray->menu().popup(QPoint(10, 10));
        QTest::keyClick(&m_tray->menu(), letter);
    }
    QString pauseText() const { return m_tray->menu().findChild<QAction*>(u"trayPause"_s)->text(); }
    void keepInTray()
    {
        startConverting();
        m_window->close();
        QTest::keyClick(find<QPushButton>(u"keepInTrayButton"_s), Qt::Key_Space);
        QVERIFY(!m_window->isVisible() && m_session->isRunning());
    }

    bool m_hasTray = true;
    std::unique_ptr<Tray> m_tray;
};

void TrayTest::init()
{
    makeAll();
    m_hasTray = true;
    m_tray = std::make_unique<Tray>(*m_window, *m_session, m_window->queue(), [this] { return m_hasTray; });
    m_window->useTray(*m_tray);
}

void TrayTest::cleanup()
{
    m_tray.reset();
    dropAll();
}

void TrayTest::iconIsThereWhileJobsAreAtWork()
{
    open();
    QVERIFY(!m_tray->isShown());
    startConverting();
    QVERIFY(m_tray->isShown());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(!m_tray->isShown());
}

void TrayTest::menuPausesAndResumesTheWindow()
{
    startConverting();
    QCOMPARE(pauseText(), u"&Pause"_s);
    choose(Qt::Key_P);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QVERIFY(m_tray->isShown());
    QCOMPARE(pauseText(), u"&Resume"_s);
    choose(Qt::Key_R);
    QTRY_VERIFY(m_session->isRunning());
    // What is paused in the window is no affair of the tray.
    m_session->pause();
    QTRY_COMPARE(m_session->state(), State::Paused);
    QVERIFY(!m_tray->isShown());
}

void TrayTest::menuPausesAndResumesTheQueue()
{
    wb::ui::JobQueue& queue = m_window->queue();
    queue.add({wb::ui::entryOf(u"/data/a.pth"_s), wb::ui::entryOf(u"/data/b.pth"_s)});
    QTRY_VERIFY(queue.sample().progress.bytesDone > 0);
    choose(Qt::Key_P);
    QTRY_COMPARE(queue.entries()[0].state, QueueEntry::State::Paused);
    QCOMPARE(queue.entries()[1].state, QueueEntry::State::Paused);
    QVERIFY(!queue.isRunning() && m_tray->isShown());
    choose(Qt::Key_R);
    QTRY_COMPARE(queue.entries()[0].state, QueueEntry::State::Running);
    QCOMPARE(queue.entries()[1].state, QueueEntry::State::Queued);
}

void TrayTest::quitQuestionOffersTheTray()
{
    startConverting();
    m_window->close();
    auto* question = find<QMessageBox>(u"quitQuestion"_s);
    QCOMPARE(question->buttons().size(), 3);
    QCOMPARE(question->defaultButton(), find<QPushButton>(u"keepWorkingButton"_s));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(m_window->isVisible() && m_session->isRunning());
}

void TrayTest::keptWindowComesBackWithItsResult()
{
    keepInTray();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(m_tray->isShown() && !m_window->isVisible());
    choose(Qt::Key_S);
    QVERIFY(m_window->isVisible() && !m_tray->isShown());
}

void TrayTest::quitFromTheMenuAsksInTheWindow()
{
    keepInTray();
    QTRY_VERIFY(m_window->findChild<QMessageBox*>() == nullptr);
    choose(Qt::Key_Q);
    QVERIFY(m_window->isVisible());
    QVERIFY(find<QMessageBox>(u"quitQuestion"_s)->isVisible());
    find<QPushButton>(u"pauseAndQuitButton"_s)->click();
    QTRY_VERIFY(!m_window->isVisible() && m_session->isWorkerIdle());
    QVERIFY(!m_tray->isShown());
}

void TrayTest::theProgramEndsWithItsWindowKept()
{
    keepInTray();
    QTimer::singleShot(0, m_window.get(), &wb::ui::MainWindow::quitNow);
    QTimer tooLong;
    tooLong.callOnTimeout([] { QCoreApplication::exit(1); });
    tooLong.start(5000);
    QCOMPARE(QCoreApplication::exec(), 0);
    QVERIFY(m_window->isAtRest() && !m_tray->isShown());
}

void TrayTest::withoutATrayNothingIsOffered()
{
    m_hasTray = false;
    startConverting();
    QVERIFY(!m_tray->isShown());
    m_window->close();
    QVERIFY(m_window->findChild<QPushButton*>(u"keepInTrayButton"_s) == nullptr);
    QCOMPARE(find<QMessageBox>(u"quitQuestion"_s)->buttons().size(), 2);
}

QTEST_MAIN(TrayTest)
#include "tray_test.moc"
