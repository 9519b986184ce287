#include "core/plan/conversion_report.h"

#include "core/base/error.h"

#include <QtTest>

using namespace wb;

namespace {

plan::ConversionReport sample()
{
    plan::ConversionReport report;
    report.version = "0.1.0";
    report.fingerprint = "f00d";
    report.sourceName = "näme \"quoted\".torch";
    report.sourceBytes = 37'302'091'312;
    report.container = "torch-zip";
    report.stateDict = "classy_state_dict.base_model";
    report.variant = "regnet-y-10b-seer";
    report.naming = "vissl";
    report.format = "both";
    report.pthName = "out.pth";
    report.counts.mapped = 2;
    report.counts.dropped = 1;
    report.files = {{"model.safetensors", 9'000'000'000, "ab"}, {"config.json", 3, "cd"}};
    report.tensors = {{"dst.a", "src.a", "BF16", "0123", 4}, {"dst.b", "src.b", "I64", "4567", 0}};
    report.dropped = {"opt.x"};
    report.warnings = {"overflow:4"};
    return report;
}

std::string problemOf(const std::string& text, const Limits& limits = {})
{
    try {
        plan::reportFromJson(text, limits);
    } catch (const Error& error) {
        return error.code() == ErrorCode::JournalDamaged && error.fact("part") == plan::reportName ? std::string(error.fact("problem"))
                                                                                                   : "another error";
    }
    return "none";
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

class ConversionReportTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas()
    {
        const std::string text = plan::reportToJson(sample());
        QVERIFY(text.ends_with("\n}\n"));
        const plan::ConversionReport back = plan::reportFromJson(text, {});
        QCOMPARE(plan::reportToJson(back), text);
        QCOMPARE(back.sourceName, sample().sourceName);
        QCOMPARE(back.sourceBytes, sample().sourceBytes);
        QCOMPARE(back.pthName, std::string("out.pth"));
        QCOMPARE(back.files.at(0).bytes, uint64_t{9'000'000'000});
        QCOMPARE(back.tensors.at(0).overflowed, uint64_t{4});
        QCOMPARE(back.counts.dropped, uint64_t{1});
        QCOMPARE(back.warnings, sample().warnings);
        QCOMPARE(back.dropped, sample().dropped);
    }

    void emptyListsComeBack()
    {
        plan::ConversionReport report = sample();
        report.files.clear();
        report.dropped.clear();
        QCOMPARE(plan::reportFromJson(plan::reportToJson(report), {}).files.size(), size_t{0});
    }

    void fieldsOfLaterVersionsArePassedOver()
    {
        const std::string text =
            replaced(plan::reportToJson(sample()), "{\n", "{\n \"later\": {\"deep\": [1, [null, {\"a\": 1.5}]]}, \"source.name\": \"x\",\n");
        QCOMPARE(plan::reportFromJson(text, {}).sourceName, sample().sourceName);
    }

    void damageIsSaidByName_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("problem");
        const std::string good = plan::reportToJson(sample());
        QTest::newRow("empty") << std::string() << std::string("not-json");
        QTest::newRow("cut") << good.substr(0, good.size() / 2) << std::string("not-json");
        QTest::newRow("more behind") << good + "x" << std::string("not-json");
        QTest::newRow("list") << std::string("[]") << std::string("type");
        QTest::newRow("no fields") << std::string("{}") << std::string("missing-field");
        QTest::newRow("other schema") << replaced(good, "\"schema\": 1", "\"schema\": 2") << std::string("schema");
        QTest::newRow("name twice") << replaced(good, "\"version\"", "\"fingerprint\"") << std::string("duplicate");
        QTest::newRow("text for number") << replaced(good, "9000000000", "\"9\"") << std::string("type");
        QTest::newRow("negative") << replaced(good, "9000000000", "-9") << std::string("type");
        QTest::newRow("fraction") << replaced(good, "9000000000", "9.5") << std::string("type");
        QTest::newRow("beyond any number") << replaced(good, "9000000000", "1e999999") << std::string("not-json");
        QTest::newRow("number for text") << replaced(good, "\"ab\"", "7") << std::string("type");
        QTest::newRow("null for text") << replaced(good, "\"ab\"", "null") << std::string("type");
        QTest::newRow("list for text") << replaced(good, "\"f00d\"", "[]") << std::string("type");
        QTest::newRow("text for object") << replaced(good, "{\"mapped\"", "\"x\", \"y\": {\"mapped\"") << std::string("type");
        QTest::newRow("no hash") << replaced(good, "\"xxh3\":\"0123\"", "\"other\":\"0123\"") << std::string("missing-field");
        QTest::newRow("not UTF-8") << replaced(good, "f00d", "\xff") << std::string("not-json");
        QTest::newRow("deep") << replaced(good, "{\n", "{\n \"x\": " + std::string(100'000, '[') + std::string(100'000, ']') + ",")
                              << std::string("too-deep");
    }

    void damageIsSaidByName()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, problem);
        QCOMPARE(problemOf(text), problem);
    }

    void limitsHold()
    {
        const std::string good = plan::reportToJson(sample());
        Limits limits;
        limits.jsonBytes = good.size() - 1;
        QCOMPARE(problemOf(good, limits), std::string("too-large"));
        limits = {};
        limits.tensors = 1;
        QCOMPARE(problemOf(good, limits), std::string("too-many"));
    }
};

QTEST_GUILESS_MAIN(ConversionReportTest)
#include "conversion_report_test.moc"
