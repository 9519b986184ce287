#include "tests/ui/fake_pipeline.h"

#include "ui/summary.h"

#include <QTest>

using namespace Qt::StringLiterals;

class SummaryTest : public QObject {
    Q_OBJECT

private:
    static wb::plan::Plan plan()
    {
        wb::plan::Plan plan;
        plan.options.variant = "regnet-y-10b-seer";
        plan.detection.architecture = FakePipeline::architecture("regnet-y-040");
        plan.source.files.push_back({"/data/<b>tiny.torch", 10, 0});
        plan.source.stateDict = "classy_state_dict.base_model.model";
        return plan;
    }
    static QString valueOf(const wb::ui::Summary& summary, const QString& label)
    {
        for (const wb::ui::Summary::Fact& fact : summary.facts) {
            if (fact.label == label) {
                return fact.value;
            }
        }
        return {};
    }

private Q_SLOTS:
    void tellsWhatWasFound();
    void disagreementShowsBothValuesOnce();
    void manyWarningsAreCutShort();
    void catalogueVariantTellsWhereItIsPublished();
    void catalogueVariantTellsWhatItNeeds();
};

void SummaryTest::tellsWhatWasFound()
{
    wb::plan::Plan found = plan();
    found.source.opaque = {"a.A", "b.B", "c.C", "d.D"};
    const wb::ui::Summary summary = wb::ui::summarize(found);
    QCOMPARE(summary.title, u"<b>tiny.torch"_s);
    QCOMPARE(valueOf(summary, u"Model"_s), u"regnet-y-040; 100 % of its keys are in the file"_s);
    QCOMPARE(valueOf(summary, u"Weights at"_s), u"classy_state_dict.base_model.model"_s);
    QVERIFY(valueOf(summary, u"Configuration"_s).contains(u"RegNet-Y, depths 1 · 1 · 2 · 1"_s));
    QVERIFY(valueOf(summary, u"Left out"_s).contains(u"c.C, and 1 more"_s));
    QVERIFY(summary.warnings.isEmpty());
}

void SummaryTest::disagreementShowsBothValuesOnce()
{
    wb::plan::Plan differing = plan();
    differing.detection.disagreements.push_back({"depths", "2, 7, 17, 1", "1, 1, 2, 1"});
    differing.warnings = {"variant-differs:depths:2, 7, 17, 1:1, 1, 2, 1"};
    const QStringList warnings = wb::ui::summarize(differing).warnings;
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings[0].contains(u"2, 7, 17, 1"_s) && warnings[0].contains(u"is 1, 1, 2, 1 in the file"_s));
}

void SummaryTest::manyWarningsAreCutShort()
{
    wb::plan::Plan noisy = plan();
    for (int i = 0; i < 100; ++i) {
        noisy.warnings.push_back("shared-storage:a" + std::to_string(i) + ",b");
    }
    const QStringList warnings = wb::ui::summarize(noisy).warnings;
    QCOMPARE(warnings.size(), 4);
    QVERIFY(warnings[0].contains(u"a0,b"_s));
    QCOMPARE(warnings[3], u"and 97 more"_s);
}

void SummaryTest::catalogueVariantTellsWhereItIsPublished()
{
    const wb::ui::Summary summary = wb::ui::summarize(FakePipeline().variants()[0]);
    QCOMPARE(valueOf(summary, u"Published as"_s), u"regnet_y_040.pth"_s);
    QCOMPARE(valueOf(summary, u"Address"_s), u"https://example.org/regnet_y_040.pth"_s);
}

void SummaryTest::catalogueVariantTellsWhatItNeeds()
{
    wb::job::CatalogueForecast forecast = FakePipeline::sampleForecast();
    wb::ui::Summary summary = wb::ui::summarize(FakePipeline().variants()[0], forecast);
    QCOMPARE(valueOf(summary, u"Needs"_s), u"169.0 MB of disk (50.00 GB free), 64.0 MB of memory (8.00 GB available)"_s);
    QVERIFY(valueOf(summary, u"Result"_s).contains(u"BF16: 41.5 MB"_s));
    QVERIFY(summary.warnings.isEmpty());
    forecast.diskFree = 100'000'000;
    summary = wb::ui::summarize(FakePipeline().variants()[0], forecast);
    QCOMPARE(summary.warnings.size(), 1);
    QVERIFY(summary.warnings[0].contains(u"69.0 MB"_s));
}

QTEST_GUILESS_MAIN(SummaryTest)
#include "summary_test.moc"
