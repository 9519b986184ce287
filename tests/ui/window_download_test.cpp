#include "tests/ui/download_fixture.h"

#include "ui/widgets/pieces_map.h"
#include "ui/widgets/speed_chart.h"

#include <QAction>
#include <QApplication>
#include <QProgressBar>
#include <QRadioButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::job::Way;

// Bytes of a published file on their way: what is shown, what stops them, and what goes on.
class WindowDownloadTest : public QObject, private DownloadFixture {
    Q_OBJECT

private:
    // The same settings after the program ended.
    void restart()
    {
        m_window->quitNow();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 1500);
        m_window.reset();
        m_session.reset();
        makeWindow();
    }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void downloadsChecksAndConverts();
    void changedPlanIsNotConvertedUnseen();
    void streamsWithoutStoring();
    void streamPausesAndResumes();
    void pauseKeepsAndResumeGoesOn();
    void cancelSaysWhatIsKept();
    void numbersAndPiecesAreShown();
    void waitingTellsTheCauseAndTryNowReachesTheWorker();
    void noTryNowWhileBytesCome();
    void changedFileIsTold();
    void failedDownloadIsTriedAgain();
    void restartShowsPausedAndResumeGoesOn();
    void restartResumesAStream();
    void signedAddressIsNotStored();
    void finishedDownloadIsForgotten();
    void closedDownloadIsForgotten();
    void goesByKeyboardAlone();
    void speedChartTellsItsNumbers();
};

void WindowDownloadTest::downloadsChecksAndConverts()
{
    startDownloading();
    QCOMPARE(m_pipeline->lastFetched().first, m_address.toStdString());
    QVERIFY(find<QWidget>(u"downloadPage"_s)->isVisible());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
    QCOMPARE(m_session->sourcePath(), u"/data/sources/seer.torch"_s);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_pipeline->inspections.load(), 2);
    QVERIFY(find<QWidget>(u"resultPage"_s)->isVisible());
    QCOMPARE(primary(), u"Verify"_s);
    QVERIFY(text(u"downloadTitle"_s).contains(u"checksums of its records are right"_s));
}

void WindowDownloadTest::changedPlanIsNotConvertedUnseen()
{
    startDownloading();
    m_pipeline->rows.pop_back();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(primary(), u"Convert 7 kB"_s);
    QCOMPARE(m_pipeline->runs.load(), 0);
}

void WindowDownloadTest::streamsWithoutStoring()
{
    m_pipeline->choice.way = Way::Stream;
    m_pipeline->choice.reason = "no-room-for-both";
    check(m_address);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_pipeline->streams.load(), 1);
    QCOMPARE(m_session->state(), State::Converting);
    QVERIFY(find<QWidget>(u"downloadPage"_s)->isVisible());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_pipeline->fetches.load(), 0);
    QVERIFY(m_session->sourcePath().isEmpty());
    QVERIFY2(!m_session->canCompare(), "there is no source to compare with");
}

void WindowDownloadTest::streamPausesAndResumes()
{
    m_pipeline->choice.way = Way::Stream;
    check(m_address);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    QTest::mouseClick(find<QPushButton>(u"pauseButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->streams.load(), 2);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_pipeline->looks.load(), 1);
}

void WindowDownloadTest::pauseKeepsAndResumeGoesOn()
{
    startDownloading();
    QVERIFY(!find<QTreeView>(u"variantView"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QCOMPARE(text(u"jobStatus"_s), u"Paused: 1.30 GB of 2.60 GB are kept, Resume goes on from there."_s);
    QCOMPARE(text(u"downloadBytes"_s), u"1.30 GB of 2.60 GB kept"_s);
    QCOMPARE(primary(), u"Resume"_s);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->fetches.load(), 2);
    QCOMPARE(m_pipeline->looks.load(), 1);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
}

void WindowDownloadTest::cancelSaysWhatIsKept()
{
    startDownloading();
    QTest::mouseClick(find<QPushButton>(u"cancelButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Cancelled);
    QCOMPARE(text(u"jobStatus"_s), u"Cancelled: 1.30 GB of 2.60 GB are kept, Download goes on from there."_s);
    QVERIFY(!m_session->unfinished());
    QCOMPARE(primary(), u"Download 2.60 GB"_s);
}

void WindowDownloadTest::numbersAndPiecesAreShown()
{
    startDownloading();
    QTRY_COMPARE(text(u"downloadConnections"_s), u"6 of 8"_s);
    QCOMPARE(text(u"downloadBytes"_s), u"1.30 GB of 2.60 GB"_s);
    QCOMPARE(text(u"downloadTwice"_s), u"1.0 MB"_s);
    QCOMPARE(text(u"downloadFolder"_s), u"/data/sources"_s);
    const auto* pieces = find<wb::ui::PiecesMap>(u"piecesMap"_s);
    QCOMPARE(pieces->accessibleDescription(), u"50 % there, 4 on their way"_s);
    QCOMPARE(text(u"piecesText"_s), u"50 % there, 4 on their way"_s);
    QCOMPARE(find<QProgressBar>(u"progressBar"_s)->value(), 500);
}

void WindowDownloadTest::waitingTellsTheCauseAndTryNowReachesTheWorker()
{
    m_pipeline->transfer.waiting = "stall";
    m_pipeline->transfer.retryInSeconds = 42;
    startDownloading();
    QTRY_VERIFY(find<QWidget>(u"waitingRow"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"waitingText"_s)->text(), u"files.example.org stopped sending. 1.30 GB of 2.60 GB kept. Next try in 0:42."_s);
    QCOMPARE(text(u"jobStatus"_s), u"Waiting. Next try in 0:42."_s);
    QVERIFY(find<QPushButton>(u"pauseButton"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"tryNowButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->triesAtOnce.load(), 1);
    QTRY_VERIFY(!find<QWidget>(u"waitingRow"_s)->isVisible());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
}

void WindowDownloadTest::noTryNowWhileBytesCome()
{
    startDownloading();
    QVERIFY(!find<QPushButton>(u"tryNowButton"_s)->isVisible());
    QVERIFY(!find<QAction>(u"tryNowAction"_s)->isEnabled());
    m_session->tryNow();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
    QCOMPARE(m_pipeline->triesAtOnce.load(), 0);
}

void WindowDownloadTest::changedFileIsTold()
{
    m_pipeline->fetchError =
        Error(ErrorCode::RemoteChanged).with("host", "files.example.org").with("problem", "etag").with("kept", uint64_t{1'300'000'000});
    check(m_address);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Failed);
    QCOMPARE(text(u"bannerSentence"_s), u"The server's file changed since this download began (its ETag is another)."_s);
    QVERIFY(text(u"bannerHint"_s).contains(u"1.30 GB"_s));
    QCOMPARE(primary(), u"Try again"_s);
}

void WindowDownloadTest::failedDownloadIsTriedAgain()
{
    m_pipeline->fetchError = Error(ErrorCode::NetworkFailed).with("host", "files.example.org").with("problem", "dns");
    check(m_address);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Failed);
    m_pipeline->fetchError.reset();
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Downloading);
    QCOMPARE(m_pipeline->looks.load(), 1);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
}

void WindowDownloadTest::restartShowsPausedAndResumeGoesOn()
{
    startDownloading();
    m_pipeline->kept.bytes = 1'300'000'000;
    restart();
    QCOMPARE(m_session->state(), State::Paused);
    QCOMPARE(text(u"jobStatus"_s), u"Paused: 1.30 GB of 2.60 GB are kept, Resume goes on from there."_s);
    QVERIFY(find<QWidget>(u"downloadPage"_s)->isVisible());
    QCOMPARE(find<QProgressBar>(u"progressBar"_s)->value(), 500);
    QCOMPARE(primary(), u"Resume"_s);
    QCOMPARE(m_pipeline->fetches.load(), 1);
    QCOMPARE(m_pipeline->looks.load(), 1);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->fetches.load(), 2);
    QCOMPARE(m_pipeline->lastFetched().second, std::string("/data/sources"));
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Converting);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
}

void WindowDownloadTest::restartResumesAStream()
{
    m_pipeline->choice.way = Way::Stream;
    check(m_address);
    m_session->setOutputFolder(u"/data/there"_s);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    restart();
    QCOMPARE(m_session->state(), State::Paused);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->streams.load(), 2);
    QCOMPARE(m_pipeline->looks.load(), 2);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_session->outcome()->converted.folder, std::string("/data/there"));
}

void WindowDownloadTest::signedAddressIsNotStored()
{
    const QString address = m_address + u"?signature=secret"_s;
    check(address);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Downloading);
    restart();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
    QCOMPARE(m_session->state(), State::Empty);
    QVERIFY(text(u"bannerHint"_s).contains(u"paste it again"_s));
    m_pipeline->kept.bytes = 7;
    check(address);
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Downloading);
}

void WindowDownloadTest::finishedDownloadIsForgotten()
{
    downloadsChecksAndConverts();
    restart();
    QCOMPARE(m_session->state(), State::Empty);
    QVERIFY(!m_session->hasSource());
}

void WindowDownloadTest::closedDownloadIsForgotten()
{
    startDownloading();
    restart();
    QCOMPARE(m_session->state(), State::Paused);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_session->state(), State::Empty);
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    restart();
    QCOMPARE(m_session->state(), State::Empty);
}

void WindowDownloadTest::goesByKeyboardAlone()
{
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    auto* edit = find<QLineEdit>(u"addressEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"hf://owner/name/seer.torch"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_session->state(), State::Planned);
    auto* keep = find<QRadioButton>(u"keepSourceButton"_s);
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Down);
    QCOMPARE(primary(), u"Convert while downloading"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    m_pipeline->transfer.waiting = "connect";
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_session->isWaiting());
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(m_pipeline->triesAtOnce.load(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Cancelled);
}

void WindowDownloadTest::speedChartTellsItsNumbers()
{
    wb::ui::SpeedChart chart;
    QVERIFY(chart.accessibleDescription().isEmpty());
    for (int second = 0; second <= 200; ++second) {
        chart.add(second * 1000, second == 100 ? 60e6 : 40e6);
        chart.add(second * 1000 + 100, second == 100 ? 60e6 : 40e6);
    }
    QCOMPARE(chart.accessibleDescription(), u"Now 40.0 MB/s, at most 60.0 MB/s in the last 2 minutes"_s);
    QVERIFY2(chart.count() <= 121, "one a second, for two minutes");
}

QTEST_MAIN(WindowDownloadTest)
#include "window_download_test.moc"
