#include "tests/ui/fake_pipeline.h"

#include "ui/output_folder.h"
#include "ui/session.h"
#include "ui/speed_meter.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::ui::Session;
using State = wb::ui::Session::State;
using NextAct = wb::ui::Session::NextAct;

class SessionTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakePipeline> m_pipeline;
    std::unique_ptr<Session> m_session;

    void openAndPlan()
    {
        QVERIFY(m_session->open(u"/data/tiny.torch"_s));
        QTRY_COMPARE(m_session->state(), State::Planned);
    }
    void startConverting()
    {
        openAndPlan();
        m_session->convert();
        QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
        QCOMPARE(m_session->state(), State::Converting);
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void openingPlans();
    void variantWithoutFileShowsItsCatalogueMap();
    void catalogueVariantIsNoClaimAboutTheNextFile();
    void choosingAnotherVariantForAFileShowsTheDisagreement();
    void unreadableFileFails();
    void blockersAreTold_data();
    void blockersAreTold();
    void optionsPlanAgain();
    void optionsChangedWhileReadingCountAtTheEnd();
    void convertRightAfterAChangeUsesTheNewFolder();
    void convertsAndVerifies();
    void pauseKeepsAndResumeGoesOn();
    void cancelStops();
    void cancelWhileCheckingAnEarlierRunCountsWhatItWrote();
    void cancelWhilePausedEndsThePause();
    void nothingIsOpenedWhileConverting();
    void failureCanBeTriedAgain();
    void tryAgainDoesNotConvertAChangedSource();
    void newerFileSupersedesTheOneBeingRead();
    void cancelWhileReadingGoesBackToEmpty();
    void shutDownStopsTheJob();
    void destructionWhileConvertingEndsTheWorker();
    void outputFolderStandsBesideTheSource();
    void theWorkerTellsTheOutputFolder();
    void speedIsThatOfTheLastSeconds();
};

void SessionTest::init()
{
    m_pipeline = std::make_shared<FakePipeline>();
    m_session = std::make_unique<Session>(m_pipeline, std::make_shared<wb::Log>());
}

void SessionTest::cleanup()
{
    m_session.reset();
}

void SessionTest::openingPlans()
{
    QCOMPARE(m_session->state(), State::Empty);
    QCOMPARE(m_session->nextAct(), NextAct::Open);
    QSignalSpy maps(m_session.get(), &Session::keyMapChanged);
    m_session->open(u"/data/tiny.torch"_s);
    QCOMPARE(m_session->state(), State::Inspecting);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(maps.size(), 1);
    QCOMPARE(m_session->keyMap()->rows.size(), size_t{3});
    QCOMPARE(m_session->nextAct(), NextAct::Convert);
    QCOMPARE(QString::fromStdString(m_pipeline->lastFolder()), u"/data/tiny-hf"_s);
}

void SessionTest::variantWithoutFileShowsItsCatalogueMap()
{
    m_session->selectVariant(u"regnet-y-10b-seer"_s);
    QTRY_VERIFY(m_session->keyMap() != nullptr);
    QCOMPARE(m_session->state(), State::Empty);
    QCOMPARE(m_session->keyMap()->variant, std::string("regnet-y-10b-seer"));
    QCOMPARE(m_session->nextAct(), NextAct::Open);
    m_session->closeFile();
    QVERIFY(m_session->keyMap() == nullptr);
}

void SessionTest::catalogueVariantIsNoClaimAboutTheNextFile()
{
    m_session->selectVariant(u"regnet-y-10b-seer"_s);
    openAndPlan();
    QVERIFY(m_session->plan()->detection.disagreements.empty());
    QVERIFY(m_session->catalogueVariant().isEmpty());
}

void SessionTest::choosingAnotherVariantForAFileShowsTheDisagreement()
{
    openAndPlan();
    m_session->selectVariant(u"regnet-y-10b-seer"_s);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->plan()->detection.disagreements.size(), size_t{1});
    QCOMPARE(m_pipeline->inspections.load(), 1);
}

void SessionTest::unreadableFileFails()
{
    m_pipeline->inspectError = Error(ErrorCode::NotACheckpoint).with("kind", "html");
    m_session->open(u"/data/page.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Failed);
    QCOMPARE(m_session->error()->code(), ErrorCode::NotACheckpoint);
    QVERIFY(m_session->plan() == nullptr);
    QCOMPARE(m_session->nextAct(), NextAct::TryAgain);
}

void SessionTest::blockersAreTold_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("blockedBy");
    QTest::addColumn<int>("nextAct");
    const auto row = [](const char* name, ErrorCode code, Session::BlockedBy by, NextAct act) {
        QTest::newRow(name) << static_cast<int>(code) << static_cast<int>(by) << static_cast<int>(act);
    };
    row("map", ErrorCode::MapIncomplete, Session::BlockedBy::Map, NextAct::Nothing);
    row("disk", ErrorCode::NotEnoughSpace, Session::BlockedBy::Room, NextAct::TryAgain);
    row("memory", ErrorCode::NotEnoughMemory, Session::BlockedBy::Room, NextAct::TryAgain);
    row("call", ErrorCode::PickleForbiddenCall, Session::BlockedBy::Refused, NextAct::Nothing);
}

void SessionTest::blockersAreTold()
{
    QFETCH(int, code);
    QFETCH(int, blockedBy);
    QFETCH(int, nextAct);
    m_pipeline->blocker = Error(static_cast<ErrorCode>(code));
    m_session->open(u"/data/tiny.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Blocked);
    QCOMPARE(static_cast<int>(m_session->blockedBy()), blockedBy);
    QCOMPARE(static_cast<int>(m_session->nextAct()), nextAct);
    QVERIFY(m_session->keyMap() != nullptr);
    m_session->convert();
    QCOMPARE(m_session->state(), State::Blocked);
}

void SessionTest::optionsPlanAgain()
{
    openAndPlan();
    m_session->setFormat(wb::plan::Format::Both);
    QCOMPARE(m_session->state(), State::Inspecting);
    QVERIFY(m_session->keyMap() != nullptr);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->plan()->options.format, wb::plan::Format::Both);
    QCOMPARE(m_pipeline->inspections.load(), 1);
    QCOMPARE(m_pipeline->plans.load(), 2);
}

void SessionTest::optionsChangedWhileReadingCountAtTheEnd()
{
    m_pipeline->holdsInspection = true;
    m_session->open(u"/data/tiny.torch"_s);
    QTRY_COMPARE(m_pipeline->inspections.load(), 1);
    m_session->setOutputFolder(u"/data/elsewhere"_s);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->plan()->options.outputFolder, std::string("/data/elsewhere"));
}

void SessionTest::convertRightAfterAChangeUsesTheNewFolder()
{
    openAndPlan();
    m_session->setOutputFolder(u"/data/new"_s);
    m_session->convert();
    QTRY_COMPARE(m_session->state(), State::Converting);
    QCOMPARE(m_session->plan()->options.outputFolder, std::string("/data/new"));
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_session->outcome()->converted.folder, std::string("/data/new"));
}

void SessionTest::convertsAndVerifies()
{
    startConverting();
    QCOMPARE(m_session->sample().progress.item, std::string("regnet.embedder.embedder.convolution.weight"));
    QVERIFY(!m_session->isEditable());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(m_session->outcome()->verified->ok);
    QCOMPARE(m_session->nextAct(), NextAct::Compare);
}

void SessionTest::pauseKeepsAndResumeGoesOn()
{
    startConverting();
    m_session->pause();
    QVERIFY(m_session->isStopping());
    QTRY_COMPARE(m_session->state(), State::Paused);
    QVERIFY(!m_session->isStopping());
    QCOMPARE(m_session->keptBytes(), uint64_t{3456});
    QCOMPARE(m_session->nextAct(), NextAct::Resume);
    m_session->convert();
    QCOMPARE(m_session->state(), State::Converting);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QCOMPARE(m_pipeline->runs.load(), 2);
}

void SessionTest::cancelStops()
{
    startConverting();
    m_session->cancel();
    QTRY_COMPARE(m_session->state(), State::Cancelled);
    QCOMPARE(m_session->nextAct(), NextAct::Convert);
}

void SessionTest::cancelWhileCheckingAnEarlierRunCountsWhatItWrote()
{
    m_pipeline->earlierBytes = 2000;
    startConverting();
    QCOMPARE(m_session->sample().progress.stage, wb::Stage::Resume);
    m_session->cancel();
    QTRY_COMPARE(m_session->state(), State::Cancelled);
    QCOMPARE(m_session->keptBytes(), uint64_t{2000});
}

void SessionTest::cancelWhilePausedEndsThePause()
{
    startConverting();
    m_session->pause();
    QTRY_COMPARE(m_session->state(), State::Paused);
    m_session->cancel();
    QCOMPARE(m_session->state(), State::Cancelled);
}

void SessionTest::nothingIsOpenedWhileConverting()
{
    startConverting();
    QVERIFY(!m_session->open(u"/data/other.torch"_s));
    QCOMPARE(m_session->sourcePath(), u"/data/tiny.torch"_s);
    m_session->setFormat(wb::plan::Format::Pth);
    QCOMPARE(m_session->options().format, wb::plan::Format::Safetensors);
}

void SessionTest::failureCanBeTriedAgain()
{
    m_pipeline->runError = Error(ErrorCode::WouldOverwrite);
    openAndPlan();
    m_session->convert();
    QTRY_COMPARE(m_session->state(), State::Failed);
    m_pipeline->runError.reset();
    m_session->setOverwrite(true);
    m_session->tryAgain();
    QTRY_COMPARE(m_session->state(), State::Converting);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    QVERIFY(m_pipeline->sawOverwrite);
}

void SessionTest::tryAgainDoesNotConvertAChangedSource()
{
    m_pipeline->runError = Error(ErrorCode::SourceChanged);
    openAndPlan();
    m_session->convert();
    QTRY_COMPARE(m_session->state(), State::Failed);
    m_pipeline->fingerprint = "another";
    m_session->tryAgain();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_pipeline->runs.load(), 1);
}

void SessionTest::newerFileSupersedesTheOneBeingRead()
{
    m_pipeline->holdsInspection = true;
    m_session->open(u"/data/first.torch"_s);
    QTRY_COMPARE(m_pipeline->inspections.load(), 1);
    m_session->open(u"/data/second.torch"_s);
    QTRY_COMPARE(m_pipeline->inspections.load(), 2);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->plan()->source.files[0].path, std::string("/data/second.torch"));
}

void SessionTest::cancelWhileReadingGoesBackToEmpty()
{
    m_pipeline->holdsInspection = true;
    m_session->open(u"/data/first.torch"_s);
    QTRY_COMPARE(m_pipeline->inspections.load(), 1);
    m_session->cancel();
    QTRY_COMPARE(m_session->state(), State::Empty);
    QVERIFY(m_session->sourcePath().isEmpty());
}

void SessionTest::shutDownStopsTheJob()
{
    startConverting();
    QSignalSpy stopped(m_session.get(), &Session::stopped);
    QElapsedTimer clock;
    clock.start();
    m_session->shutDown();
    QVERIFY(stopped.wait(1500));
    QVERIFY2(clock.elapsed() < 900, "the worker is waited for, not its time limit");
    QVERIFY(m_session->isWorkerIdle());
}

void SessionTest::destructionWhileConvertingEndsTheWorker()
{
    startConverting();
    QElapsedTimer clock;
    clock.start();
    m_session.reset();
    QVERIFY(clock.elapsed() < 900);
    QCOMPARE(m_pipeline.use_count(), 1L);
}

void SessionTest::outputFolderStandsBesideTheSource()
{
    QCOMPARE(wb::ui::outputFolderBeside(u"/data/a.b.torch"_s), u"/data/a.b-hf"_s);
    QCOMPARE(wb::ui::outputFolderBeside(u"/data/model.safetensors.index.json"_s), u"/data/model-hf"_s);
    QCOMPARE(wb::ui::outputFolderBeside(u"/data/model.safetensors"_s), u"/data/model-hf"_s);
}

// A drive may not answer: the window's thread asks it nothing.
void SessionTest::theWorkerTellsTheOutputFolder()
{
    m_session->open(u"/data/tiny.torch"_s);
    QVERIFY(m_session->options().outputFolder.empty());
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->options().outputFolder, std::string("/data/tiny-hf"));
    QCOMPARE(m_session->plan()->options.outputFolder, std::string("/data/tiny-hf"));
    m_session->open(u"/data/tiny.torch"_s);
    m_session->setOutputFolder(u"/data/own"_s);  // while it is read
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->plan()->options.outputFolder, std::string("/data/own"));
    m_pipeline->inspectError = Error(ErrorCode::NotACheckpoint).with("kind", "html");
    m_session->open(u"/data/page.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Failed);
    QCOMPARE(m_session->options().outputFolder, std::string("/data/page-hf"));
}

void SessionTest::speedIsThatOfTheLastSeconds()
{
    wb::ui::SpeedMeter meter;
    meter.add(0, 0);
    QVERIFY(!meter.bytesPerSecond());
    meter.add(1000, 500);
    QCOMPARE(*meter.bytesPerSecond(), 500.0);
    QCOMPARE(*meter.secondsFor(1000), 2.0);
    for (int second = 2; second <= 20; ++second) {
        meter.add(second * 1000, 500 + static_cast<uint64_t>(second) * 100);
    }
    QCOMPARE(*meter.bytesPerSecond(), 100.0);
    meter.add(21'000, 3);
    QVERIFY2(!meter.bytesPerSecond(), "a smaller count is another stage");
}

QTEST_MAIN(SessionTest)
#include "session_test.moc"
