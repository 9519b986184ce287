#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QProgressBar>
#include <QRadioButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::job::Visibility;

// The Publish page: what is asked for, what is checked, and that nothing is sent before it was confirmed.
class WindowPublishTest : public QObject, private PublishFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void checkListsTheFilesAndSendsNothing();
    void checkPassesOnWhatWasAskedFor();
    void existingRepositoryIsShownAsItIs();
    void changeAfterTheCheckHasToBeCheckedAgain();
    void runsThroughToTheLink();
    void fullBarMeansCommitted();
    void pullRequestIsLinked();
    void pausesAndResumes();
    void cancelKeepsThePlan();
    void conflictAsksForAnotherCheck();
    void failureCanBeTriedAgain();
    void refusedTokenReadsAsOneOfPublishing();
    void waitingTellsTheCauseAndTryNowReachesTheWorker();
    void openedFolderCanBePublished();
    void anotherFolderIsAskedForAnew();
    void closingWhileSendingEndsAtOnce();
    void goesByKeyboardAlone();
};

void WindowPublishTest::checkListsTheFilesAndSendsNothing()
{
    showPage();
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    check();
    const auto* table = find<QTreeWidget>(u"fileTable"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->topLevelItemCount(), 5);
    const QStringList ways{u"sent"_s, u"already there"_s, u"inside the commit"_s, u"inside the commit"_s, u"left out by .gitignore"_s};
    for (int i = 0; i < table->topLevelItemCount(); ++i) {
        QCOMPARE(table->topLevelItem(i)->text(2), ways[i]);
    }
    QCOMPARE(table->topLevelItem(0)->text(1), u"1.03 GB"_s);
    QCOMPARE(text(u"publishIntent"_s),
             u"Makes the private repository acme/model. Sends 1.03 GB in 1 file. Commits 3 files to main. Already there: 1 file. The card states the "
             u"licence apache-2.0."_s);
    QVERIFY(isUsable(u"publishButton"_s));
    QCOMPARE(find<QAbstractButton>(u"publishButton"_s)->text(), u"Publish 1.03 GB to acme/model"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(m_pipeline->publications.load(), 0);
}

void WindowPublishTest::checkPassesOnWhatWasAskedFor()
{
    showPage();
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().visibility, Visibility::Keep);
    QCOMPARE(m_pipeline->lastPublishOptions().folder, m_session->outcome()->converted.folder);
    QVERIFY(!m_pipeline->lastPublishOptions().card);
    click(u"publicButton"_s);
    click(u"pullRequestBox"_s);
    QTest::keyClicks(find<QLineEdit>(u"messageEdit"_s), u"First weights"_s);
    check(u"acme/other"_s);
    const wb::job::PublishOptions options = m_pipeline->lastPublishOptions();
    QCOMPARE(options.repository, std::string("acme/other"));
    QCOMPARE(options.visibility, Visibility::Public);
    QVERIFY(options.pullRequest);
    QCOMPARE(options.message, std::string("First weights"));
    QCOMPARE(options.acceptedLicence, std::string());
    QVERIFY(text(u"publishIntent"_s).startsWith(u"Makes the public repository acme/other."_s));
    QVERIFY(text(u"publishIntent"_s).contains(u"pull request of 3 files"_s));
}

void WindowPublishTest::existingRepositoryIsShownAsItIs()
{
    m_pipeline->publishPlan.repositoryExists = true;
    m_pipeline->publishPlan.isPrivate = false;
    showPage();
    QVERIFY(find<QRadioButton>(u"privateButton"_s)->isChecked());
    check();
    QVERIFY(find<QRadioButton>(u"publicButton"_s)->isChecked());
    QVERIFY(text(u"publishIntent"_s).startsWith(u"acme/model exists and stays public."_s));
    click(u"privateButton"_s);
    QVERIFY(!m_session->publishing().plan);
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    QVERIFY(text(u"publishIntent"_s).startsWith(u"acme/model exists, is public and becomes private."_s));
}

void WindowPublishTest::changeAfterTheCheckHasToBeCheckedAgain()
{
    showPage();
    check();
    QTest::keyClicks(find<QLineEdit>(u"targetEdit"_s), u"2"_s);
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"fileTable"_s)->isVisible());
    m_session->publish();
    QCOMPARE(m_session->state(), State::Done);
    QCOMPARE(m_pipeline->publications.load(), 0);
}

void WindowPublishTest::runsThroughToTheLink()
{
    OpenedAddresses opened;
    startSending();
    QVERIFY(find<QToolButton>(u"step5"_s)->accessibleName().contains(u"now"_s));
    QVERIFY2(text(u"stageSend"_s).startsWith(u"515.0 MB of 1.03 GB"_s), qPrintable(text(u"stageSend"_s)));
    QVERIFY(text(u"stageSend"_s).endsWith(u"6 of 8 connections"_s));
    QCOMPARE(text(u"stageCommit"_s), QString());
    QCOMPARE(text(u"jobStatus"_s), u"Sending model.safetensors"_s);
    QVERIFY(!find<QWidget>(u"targetEdit"_s)->isEnabled());
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    QCOMPARE(text(u"stageSend"_s), u"done"_s);
    QVERIFY(!text(u"stageCommit"_s).isEmpty());
    QVERIFY(!find<QWidget>(u"resultLink"_s)->isVisible());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    const QString address = u"https://hub.example.org/acme/model/commit/"_s + QString(40, u'c');
    QVERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
    QCOMPARE(text(u"publishResult"_s), u"Published in acme/model."_s);
    QVERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
    click(u"resultLink"_s);
    QCOMPARE(opened.addresses, QStringList(address));
    click(u"copyLinkButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
    QVERIFY(find<QToolButton>(u"step5"_s)->accessibleName().contains(u"done"_s));
    QVERIFY(!isUsable(u"publishButton"_s));
    QVERIFY(isUsable(u"checkButton"_s));
}

void WindowPublishTest::fullBarMeansCommitted()
{
    startSending();
    const auto* bar = find<QProgressBar>(u"progressBar"_s);
    QCOMPARE(bar->value(), 500);
    m_pipeline->release();
    QTRY_COMPARE(text(u"jobStatus"_s), u"Committing…"_s);
    QVERIFY(bar->value() < bar->maximum());
    m_pipeline->release();
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void WindowPublishTest::pullRequestIsLinked()
{
    showPage();
    click(u"pullRequestBox"_s);
    check();
    click(u"publishButton"_s);
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    m_pipeline->release();
    QTRY_VERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
    QCOMPARE(find<QAbstractButton>(u"resultLink"_s)->text(), u"https://hub.example.org/acme/model/discussions/1"_s);
}

void WindowPublishTest::pausesAndResumes()
{
    startSending();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QCOMPARE(text(u"jobStatus"_s), u"Paused: 515.0 MB of 1.03 GB are kept at the Hub. Resume goes on from there."_s);
    QCOMPARE(text(u"stageSend"_s), u"paused: 515.0 MB of 1.03 GB are kept at the Hub"_s);
    QVERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
    QCOMPARE(primary(), u"Resume"_s);
    QCOMPARE(find<QAbstractButton>(u"publishButton"_s)->text(), u"Resume"_s);
    click(u"primaryButton"_s);
    QTRY_COMPARE(m_pipeline->publications.load(), 2);
    QCOMPARE(m_pipeline->publishChecks.load(), 1);
    QCOMPARE(m_pipeline->runs.load(), 1);
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(m_session->publishing().publication);
}

void WindowPublishTest::cancelKeepsThePlan()
{
    startSending();
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(text(u"stageSend"_s), u"stopped: 515.0 MB of 1.03 GB are kept at the Hub"_s);
    QCOMPARE(find<QProgressBar>(u"progressBar"_s)->value(), 500);
    QVERIFY(text(u"publishHint"_s).startsWith(u"Cancelled: 515.0 MB of 1.03 GB are kept at the Hub."_s));
    click(u"publishButton"_s);
    QTRY_COMPARE(m_pipeline->publications.load(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_session->state(), State::Done);
    QVERIFY(m_session->outcome());
}

void WindowPublishTest::conflictAsksForAnotherCheck()
{
    m_pipeline->commitError = Error(ErrorCode::PublishConflict).with("name", "acme/model");
    startSending();
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY2(banner().contains(u"acme/model is not as it was checked"_s), qPrintable(banner()));
    QVERIFY(find<QLabel>(u"bannerHint"_s)->text().contains(u"Check again"_s));
    QVERIFY(find<QToolButton>(u"step5"_s)->accessibleName().contains(u"problem"_s));
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    QVERIFY(m_session->outcome());
    click(u"checkButton"_s);
    QTRY_VERIFY(isUsable(u"publishButton"_s));
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void WindowPublishTest::failureCanBeTriedAgain()
{
    m_pipeline->publishError = Error(ErrorCode::HubRefused).with("found", "413").with("reason", "too <b>large</b>");
    startSending();
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(banner(), u"The server refuses this (its answer: too <b>large</b>)."_s);
    QCOMPARE(text(u"stageSend"_s), u"stopped: 515.0 MB of 1.03 GB are kept at the Hub"_s);
    QCOMPARE(text(u"jobStatus"_s), u"Not published: 515.0 MB of 1.03 GB are kept at the Hub."_s);
    m_pipeline->publishError.reset();
    QVERIFY(isUsable(u"publishButton"_s));
    click(u"publishButton"_s);
    QTRY_COMPARE(m_session->state(), State::Publishing);
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void WindowPublishTest::refusedTokenReadsAsOneOfPublishing()
{
    m_pipeline->checkError = Error(ErrorCode::NotAuthorised).with("problem", "denied").with("name", "acme");
    showPage();
    type(u"acme/model"_s);
    click(u"checkButton"_s);
    QTRY_COMPARE(banner(), u"The Hub does not let this token publish in acme (access is denied)."_s);
    QTest::keyClicks(find<QLineEdit>(u"targetEdit"_s), u"2"_s);
    QVERIFY(!find<QWidget>(u"banner"_s)->isVisible());
}

void WindowPublishTest::waitingTellsTheCauseAndTryNowReachesTheWorker()
{
    m_pipeline->transfer.waiting = "connect";
    m_pipeline->transfer.retryInSeconds = 42;
    startSending();
    QVERIFY(find<QWidget>(u"publishWaiting"_s)->isVisible());
    QCOMPARE(text(u"publishWaitingText"_s), u"The Hub cannot be reached. 515.0 MB of 1.03 GB sent. Next try in 0:42."_s);
    click(u"publishTryNow"_s);
    QTRY_COMPARE(m_pipeline->triesAtOnce.load(), 1);
    QTRY_VERIFY(!find<QWidget>(u"publishWaiting"_s)->isVisible());
}

void WindowPublishTest::openedFolderCanBePublished()
{
    m_window->openFile(m_folder->filePath(u"tiny-hf"_s));
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY2(!find<QAction>(u"publishAction"_s)->isEnabled(), "nothing proves this folder");
    showMadeFolder();
    type(u"model"_s);
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    QCOMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_pipeline->lastPublishOptions().folder, m_folder->filePath(u"made"_s).toStdString());
    click(u"publishButton"_s);
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
    QCOMPARE(text(u"jobStatus"_s), u"Published in model."_s);
    QCOMPARE(find<QProgressBar>(u"progressBar"_s)->value(), find<QProgressBar>(u"progressBar"_s)->maximum());
}

void WindowPublishTest::anotherFolderIsAskedForAnew()
{
    m_pipeline->naming = "vissl";
    showPage();
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    check();
    m_session->setOutputFolder(m_folder->path());
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(!find<QWidget>(u"publishPage"_s)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
    QVERIFY(!find<QCheckBox>(u"licenceBox"_s)->isChecked());
    QVERIFY(find<QLineEdit>(u"targetEdit"_s)->text().isEmpty());
    QVERIFY(!find<QWidget>(u"publishButton"_s)->isVisible());
    QCOMPARE(m_pipeline->tokenQuestions.load(), 1);
}

void WindowPublishTest::closingWhileSendingEndsAtOnce()
{
    startSending();
    m_window->quitNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 1500);
    QVERIFY(!m_session->publishing().publication);
}

void WindowPublishTest::goesByKeyboardAlone()
{
    m_pipeline->naming = "vissl";
    showPage();
    QTRY_VERIFY(find<QLineEdit>(u"targetEdit"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"acme/model"_s);
    goTo(u"licenceBox"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    goTo(u"checkButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(isUsable(u"publishButton"_s));
    goTo(u"publishButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(m_session->state(), State::Publishing);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Paused);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_pipeline->publications.load(), 2);
    m_pipeline->release();
    QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
    m_pipeline->release();
    QTRY_VERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
    OpenedAddresses opened;
    goTo(u"resultLink"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(opened.addresses.size(), 1);
}

QTEST_MAIN(WindowPublishTest)
#include "window_publish_test.moc"
