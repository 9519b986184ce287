#include "tests/ui/window_fixture.h"

#include "ui/format.h"
#include "ui/queue/job_queue.h"
#include "ui/widgets/elided_label.h"

using namespace Qt::StringLiterals;
using wb::job::Pace;
using wb::ui::Paces;

// How long a conversion may take, by the last one into the same file system.
class PacesTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    static constexpr uint64_t bytes = 8000 + 6912;  // that each plan of the stages reads and writes

    QString needs() const { return find<wb::ui::ElidedLabel>(u"needs"_s)->fullText(); }
    void convert()
    {
        startConverting();
        m_pipeline->release();
        QTRY_COMPARE(m_session->state(), State::Done);
    }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void oneIsKeptForEachFileSystem();
    void settingsThatCannotBeReadCountAsNothing();
    void durationsAreSaidToOneUnit();
    void nothingIsSaidBeforeAConversion();
    void theNextPlanIsForeseenAlsoAfterARestart();
    void aJobOfTheQueueCountsToo();
};

void PacesTest::oneIsKeptForEachFileSystem()
{
    Paces paces;
    for (uint64_t fileSystem = 1; fileSystem <= 40; ++fileSystem) {
        paces = wb::ui::withPace(paces, {fileSystem, 1000, 1.0});
    }
    QCOMPARE(paces.size(), size_t{16});
    QCOMPARE(paces.front().fileSystem, uint64_t{40});
    paces = wb::ui::withPace(paces, {30, 1000, 2.5});
    QCOMPARE(paces.size(), size_t{16});
    QCOMPARE(paces.front(), (Pace{30, 1000, 2.5}));
    QVERIFY(wb::ui::withPace(paces, {}) == paces);
    QVERIFY(wb::ui::pacesFromText(wb::ui::pacesToText(paces)) == paces);
}

void PacesTest::settingsThatCannotBeReadCountAsNothing()
{
    const QStringList lines{u""_s, u"7"_s, u"7 1000 0"_s, u"7 1000 -1"_s, u"7 1000 nan"_s, u"7 1000 inf"_s, u"0 1000 1"_s, u"7 0 1"_s, u"x y z"_s};
    QVERIFY(wb::ui::pacesFromText(lines).empty());
}

void PacesTest::durationsAreSaidToOneUnit()
{
    QCOMPARE(wb::ui::roughDurationText(39.2), u"40 s"_s);
    QCOMPARE(wb::ui::roughDurationText(125), u"2 min"_s);
    QCOMPARE(wb::ui::roughDurationText(10'000), u"3 h"_s);
}

void PacesTest::nothingIsSaidBeforeAConversion()
{
    m_pipeline->fileSystem = 7;
    open();
    QVERIFY(!m_session->secondsExpected());
    QVERIFY(needs().endsWith(u"memory"_s));
}

void PacesTest::theNextPlanIsForeseenAlsoAfterARestart()
{
    m_pipeline->fileSystem = 7;
    m_pipeline->pace = {7, bytes, 125.0};
    convert();
    makeWindow();
    open();
    QVERIFY2(needs().endsWith(u" · about 2 min at the speed of the last conversion here"_s), qPrintable(needs()));
    m_session->closeFile();
    m_pipeline->forecast.fileSystem = 7;
    m_session->selectVariant(u"regnet-y-040"_s);
    QTRY_VERIFY(m_session->secondsExpected().has_value());
    m_session->closeFile();
    m_pipeline->fileSystem = 8;  // nothing was converted into it yet
    open();
    QVERIFY(needs().endsWith(u"memory"_s));
}

void PacesTest::aJobOfTheQueueCountsToo()
{
    m_pipeline->fileSystem = 7;
    m_pipeline->pace = {7, bytes, 125.0};
    convert();
    m_pipeline->pace = {7, bytes, 40.0};
    m_window->queue().add({wb::ui::entryOf(u"/data/b.pth"_s)});
    QTRY_VERIFY(m_window->queue().sample().progress.bytesDone > 0);
    m_pipeline->release();
    QTRY_VERIFY(!m_window->queue().isRunning());
    open();
    QVERIFY2(needs().endsWith(u" · about 40 s at the speed of the last conversion here"_s), qPrintable(needs()));
}

QTEST_MAIN(PacesTest)
#include "paces_test.moc"
