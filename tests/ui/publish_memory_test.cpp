#include "tests/ui/publish_fixture.h"

#include "ui/publish_memory.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;

// What outlives the program: what was asked for each folder, and an upload that is not finished.
class PublishMemoryTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    // As after a power cut: nothing is told to the session.
    void restart()
    {
        m_window.reset();
        m_session.reset();
        makeWindow();
    }
    void pauseAndRestart()
    {
        showMadeFolder();
        check();
        send();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_session->state(), State::Paused);
        restart();
    }
    const QString m_paused = u"Paused: 515.0 MB of 1.03 GB are kept at the Hub."_s;

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void whatWasAskedForIsThereAgain();
    void foldersAreRememberedApart();
    void editedCardIsThereAgainUntilItIsPublished();
    void acceptedLicenceIsNotRemembered();
    void oldestFoldersAreForgotten();
    void unfinishedUploadIsToldAtTheStart();
    void unfinishedUploadCanBeForgotten();
    void unfinishedUploadGoesOnWithoutAnotherQuestion();
    void otherContentIsAskedForAnew();
    void otherWishesForgetTheUpload();
    void uploadThatWasCutOffIsKnown();
    void licenceIsAcceptedAnewBeforeItGoesOn();
    void conflictIsNotGoneOnWith();
    void publishedOneIsForgotten();
};

void PublishMemoryTest::whatWasAskedForIsThereAgain()
{
    showPage();
    type(u"acme/model"_s);
    typeIn(u"revisionEdit"_s, u"dev"_s);
    typeIn(u"messageEdit"_s, u"First weights"_s);
    typeIn(u"licenceEdit"_s, u"mit"_s);
    click(u"publicButton"_s);
    click(u"pullRequestBox"_s);
    restart();
    showPage();
    QCOMPARE(find<QLineEdit>(u"targetEdit"_s)->text(), u"acme/model"_s);
    QCOMPARE(find<QLineEdit>(u"revisionEdit"_s)->text(), u"dev"_s);
    QCOMPARE(find<QLineEdit>(u"messageEdit"_s)->text(), u"First weights"_s);
    QCOMPARE(find<QLineEdit>(u"licenceEdit"_s)->text(), u"mit"_s);
    QVERIFY(find<QRadioButton>(u"publicButton"_s)->isChecked());
    QVERIFY(find<QCheckBox>(u"pullRequestBox"_s)->isChecked());
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    const wb::job::PublishOptions options = m_pipeline->lastPublishOptions();
    QCOMPARE(options.revision, std::string("dev"));
    QCOMPARE(options.visibility, wb::job::Visibility::Public);
}

void PublishMemoryTest::foldersAreRememberedApart()
{
    showPage();
    type(u"acme/one"_s);
    m_session->closeFile();
    showMadeFolder();
    QVERIFY(find<QLineEdit>(u"targetEdit"_s)->text().isEmpty());
    type(u"acme/two"_s);
    m_session->closeFile();
    showPage();
    QCOMPARE(find<QLineEdit>(u"targetEdit"_s)->text(), u"acme/one"_s);
}

void PublishMemoryTest::editedCardIsThereAgainUntilItIsPublished()
{
    showMadeFolder();
    auto* edit = find<QPlainTextEdit>(u"cardEdit"_s);
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, u"Mine."_s);
    restart();
    showMadeFolder();
    QCOMPARE(find<QPlainTextEdit>(u"cardEdit"_s)->toPlainText(), QString::fromUtf8(m_cardText + "Mine."));
    check();
    QVERIFY(m_pipeline->lastPublishOptions().card);
    send();
    commit();
    restart();
    showMadeFolder();
    QCOMPARE(find<QPlainTextEdit>(u"cardEdit"_s)->toPlainText(), QString::fromUtf8(m_cardText));
}

void PublishMemoryTest::acceptedLicenceIsNotRemembered()
{
    m_pipeline->naming = "vissl";
    showPage();
    type(u"acme/model"_s);
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    QVERIFY(find<QCheckBox>(u"licenceBox"_s)->isChecked());
    restart();
    showPage();
    QCOMPARE(find<QLineEdit>(u"targetEdit"_s)->text(), u"acme/model"_s);
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible() && !find<QCheckBox>(u"licenceBox"_s)->isChecked());
}

void PublishMemoryTest::oldestFoldersAreForgotten()
{
    wb::ui::PublishMemory memory(*m_session, *m_settings);
    wb::ui::PublishWishes wishes;
    for (int i = 0; i < 30; ++i) {
        wishes.repository = u"acme/m%1"_s.arg(i);
        memory.keepWishes(u"/data/%1"_s.arg(i), wishes);
    }
    QCOMPARE(memory.wishes(u"/data/29"_s).repository, u"acme/m29"_s);
    int known = 0;
    for (int i = 0; i < 30; ++i) {
        known += memory.wishes(u"/data/%1"_s.arg(i)).repository.isEmpty() ? 0 : 1;
    }
    QCOMPARE(known, 20);
}

void PublishMemoryTest::unfinishedUploadIsToldAtTheStart()
{
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
    pauseAndRestart();
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(text(u"unfinishedUpload"_s), u"acme/model is not published yet: 515.0 MB of 1.03 GB are kept at the Hub."_s);
    click(u"unfinishedUploadButton"_s);
    QTRY_VERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
    QTRY_VERIFY2(hint().startsWith(m_paused), qPrintable(hint()));
    QCOMPARE(text(u"stageSend"_s), u"paused: 515.0 MB of 1.03 GB are kept at the Hub"_s);
    QCOMPARE(find<QAbstractButton>(u"publishButton"_s)->text(), u"Resume"_s);
}

void PublishMemoryTest::unfinishedUploadCanBeForgotten()
{
    pauseAndRestart();
    goTo(u"forgetUploadButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
    restart();
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
    showMadeFolder();
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    QCOMPARE(find<QLineEdit>(u"targetEdit"_s)->text(), u"acme/model"_s);
}

void PublishMemoryTest::unfinishedUploadGoesOnWithoutAnotherQuestion()
{
    pauseAndRestart();
    showMadeFolder();
    QTRY_VERIFY(isUsable(u"publishButton"_s));
    QCOMPARE(m_pipeline->publications.load(), 1);
    goTo(u"publishButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(m_pipeline->publications.load(), 2);
    QCOMPARE(m_pipeline->publishChecks.load(), 2);
    commit();
    QVERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
}

void PublishMemoryTest::otherContentIsAskedForAnew()
{
    pauseAndRestart();
    m_pipeline->publishPlan.files[0].sha256 = std::string(64, 'f');
    showMadeFolder();
    QTRY_VERIFY(isUsable(u"publishButton"_s));
    click(u"publishButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    QCOMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_pipeline->publications.load(), 1);
    QCOMPARE(hint(), u"This is no longer what you confirmed: look at it, then publish."_s);
    QVERIFY(find<QAbstractButton>(u"publishButton"_s)->text().startsWith(u"Publish 1.03 GB"_s));
    send();
    QCOMPARE(m_pipeline->publications.load(), 2);
}

void PublishMemoryTest::otherWishesForgetTheUpload()
{
    pauseAndRestart();
    showMadeFolder();
    QTRY_VERIFY(isUsable(u"publishButton"_s));
    type(u"acme/other"_s);
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    restart();
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
    showMadeFolder();
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
}

void PublishMemoryTest::uploadThatWasCutOffIsKnown()
{
    showMadeFolder();
    check();
    send();
    QTRY_VERIFY(m_session->publishing().bytesKept > 0);
    restart();
    QTRY_COMPARE(text(u"unfinishedUpload"_s), u"acme/model is not published yet: 515.0 MB of 1.03 GB are kept at the Hub."_s);
}

void PublishMemoryTest::licenceIsAcceptedAnewBeforeItGoesOn()
{
    m_pipeline->naming = "vissl";
    showMadeFolder();
    type(u"acme/model"_s);
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    send();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    restart();
    showMadeFolder();
    QTRY_COMPARE(hint(), QString(m_paused + u" Accept the licence first."_s));
    QVERIFY(find<QWidget>(u"publishButton"_s)->isVisible() && !find<QWidget>(u"publishButton"_s)->isEnabled());
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    QVERIFY(isUsable(u"publishButton"_s));
    click(u"publishButton"_s);
    QTRY_COMPARE(m_pipeline->publications.load(), 2);
    QCOMPARE(m_pipeline->lastPublishOptions().acceptedLicence, std::string("seer"));
}

void PublishMemoryTest::conflictIsNotGoneOnWith()
{
    m_pipeline->publishError = Error(ErrorCode::PublishConflict).with("name", "acme/model").with("problem", "moved");
    showMadeFolder();
    check();
    send();
    m_pipeline->release();
    QTRY_VERIFY(m_session->publishing().error);
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    restart();
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
}

void PublishMemoryTest::publishedOneIsForgotten()
{
    showMadeFolder();
    check();
    send();
    commit();
    restart();
    QVERIFY(!find<QWidget>(u"unfinishedUploadButton"_s)->isVisible());
    showMadeFolder();
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    QCOMPARE(find<QLineEdit>(u"targetEdit"_s)->text(), u"acme/model"_s);
}

QTEST_MAIN(PublishMemoryTest)
#include "publish_memory_test.moc"
