#include "core/io/folder.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/pipeline.h"

#include <QTemporaryDir>
#include <QTest>

using wb::job::Pace;

class PaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSpeedIsOfOneFileSystem();
    void littleWorkTellsNoSpeed();
    void aConversionIsMeasuredOnce();
};

static wb::plan::Plan planOf(uint64_t read, uint64_t written, uint64_t fileSystem)
{
    wb::plan::Plan plan;
    plan.source.files.push_back({"a.pth", read, 0});
    plan.forecast.diskNeeded = written;
    plan.forecast.fileSystem = fileSystem;
    return plan;
}

void PaceTest::aSpeedIsOfOneFileSystem()
{
    const wb::plan::Plan plan = planOf(600'000'000, 400'000'000, 7);
    const Pace pace = wb::job::paceOf(plan, 10.0);
    QCOMPARE(pace, (Pace{7, 1'000'000'000, 10.0}));
    QCOMPARE(wb::job::secondsFor(5'000'000'000, 7, pace), std::optional(50.0));
    QVERIFY(!wb::job::secondsFor(5'000'000'000, 8, pace));
    QVERIFY(!wb::job::secondsFor(5'000'000'000, 0, {}));
}

void PaceTest::littleWorkTellsNoSpeed()
{
    QCOMPARE(wb::job::paceOf(planOf(1'000'000, 1'000'000, 7), 1.0), Pace());
    QCOMPARE(wb::job::paceOf(planOf(600'000'000, 400'000'000, 0), 1.0), Pace());  // the file system has no number
    QCOMPARE(wb::job::paceOf(planOf(600'000'000, 400'000'000, 7), 0.0), Pace());
}

void PaceTest::aConversionIsMeasuredOnce()
{
    const QTemporaryDir folder;
    const wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    wb::job::DemoOptions demo;
    demo.path = folder.filePath(QStringLiteral("a.torch")).toStdString();
    demo.variant = "regnet-y-032";
    demo.scale = 0.75;
    demo.sparse = true;
    wb::job::makeDemo(demo, job);
    wb::plan::Options options;
    options.outputFolder = folder.filePath(QStringLiteral("a")).toStdString();
    const wb::plan::Plan plan = wb::job::makePlan(wb::job::inspect(demo.path, {}, job), options, job);
    const Pace pace = wb::job::run(plan, {}, true, job).pace;
    if (wb::io::diskSpace(options.outputFolder).fileSystem == 0) {
        QSKIP("the file system here has no number");
    }
    QCOMPARE(pace.fileSystem, wb::io::diskSpace(options.outputFolder).fileSystem);
    QCOMPARE(pace.bytes, wb::job::bytesMoved(plan));
    QVERIFY(pace.seconds > 0);
    QCOMPARE(wb::job::run(plan, {}, true, job).pace, Pace());  // it was done already
}

QTEST_GUILESS_MAIN(PaceTest)
#include "pace_test.moc"
