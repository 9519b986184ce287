#include "core/verify/parity_report.h"

#include "core/base/version.h"
#include "tests/support/expect_error.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace wb;
using verify::ParityReport;

class ParityReportTest : public QObject {
    Q_OBJECT

private:
    static ParityReport sample()
    {
        ParityReport report;
        report.input = "random numbers, seed 7";
        report.size = 64;
        report.dtype = "BF16";
        report.narrowed = true;
        report.tolerance = 0.125;
        report.sums = 9090;
        report.depth = 226;
        report.layers = {{"embedder", {1e-9, 2.5e-8, 1.0}, "embedder.embedder.convolution"},
                         {"encoder.stages.0.layers.0", {3.0, 0.5, 0.25}, "encoder.stages.0.layers.0.shortcut.convolution"},
                         {"pooler", {std::nullopt, std::nullopt, std::nullopt}, ""}};
        report.firstOver = "encoder.stages.0.layers.0";
        report.worst = "encoder.stages.0.layers.0";
        report.outputs = {{"hidden_state.0", {1, 32, 32, 32}, {1e-9, 2e-8, 1.0}}};
        report.top5 = {{3, "cat\u202e", 0.5, 4, 0.25}};
        report.recorded = {{"logits", 1e-7, true}, {"hidden_state.0", std::nullopt, false}};
        report.recordedTolerance = 1e-5;
        return report;
    }

private slots:
    void comesBackFromJson();
    void namesAreThoseOfTheDesign();
    void whatIsNotFiniteIsNull();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void everyByteCutIsRefused();
    void errorNamesTheFirstLayerOver();
    void errorNamesTheTensorThatIsNotFinite();
    void errorNamesTheRecordedOutput();
    void noErrorWhereAllIsWell();
};

void ParityReportTest::comesBackFromJson()
{
    const ParityReport report = sample();
    const std::string text = verify::parityToJson(report);
    const ParityReport read = verify::parityFromJson(text);
    QCOMPARE(verify::parityToJson(read), text);
    QCOMPARE(read.layers[1].distance.maxRel, report.layers[1].distance.maxRel);
    QVERIFY(!read.layers[2].distance.cosine.has_value());
    QCOMPARE(read.top5[0].label, report.top5[0].label);
    QCOMPARE(read.outputs[0].shape, report.outputs[0].shape);
    QVERIFY(!read.notFinite.has_value());

    ParityReport broken = report;
    broken.notFinite = verify::NotFinite{"pooler", "m", true, false, "key"};
    const ParityReport brokenRead = verify::parityFromJson(verify::parityToJson(broken));
    QCOMPARE(brokenRead.notFinite->key, std::string("key"));
    QVERIFY(brokenRead.notFinite->inSource && !brokenRead.notFinite->inResult);
}

void ParityReportTest::namesAreThoseOfTheDesign()
{
    const auto json = nlohmann::json::parse(verify::parityToJson(sample()));
    for (const char* name : {"schema", "version", "ok", "tolerance", "layers", "first_over", "worst", "top5"}) {
        QVERIFY2(json.contains(name), name);
    }
    QCOMPARE(json["schema"].get<int>(), 1);
    QCOMPARE(json["version"].get<std::string>(), std::string(version()));
    for (const char* name : {"name", "max_abs", "max_rel", "cosine"}) {
        QVERIFY2(json["layers"][0].contains(name), name);
    }
    QCOMPARE(json["layers"][0]["max_rel"].get<double>(), 2.5e-8);
}

void ParityReportTest::whatIsNotFiniteIsNull()
{
    const auto json = nlohmann::json::parse(verify::parityToJson(sample()));
    QVERIFY(json["layers"][2]["max_abs"].is_null());
    QVERIFY(json["recorded"][1]["max_rel"].is_null());
    ParityReport equal;
    QVERIFY(nlohmann::json::parse(verify::parityToJson(equal))["first_over"].is_null());
}

void ParityReportTest::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no fields") << QByteArray("{}");
    QByteArray text = QByteArray::fromStdString(verify::parityToJson(sample()));
    QTest::newRow("number where a text is") << QByteArray(text).replace("\"embedder\"", "7");
    QTest::newRow("text where a number is") << QByteArray(text).replace("0.125", "\"x\"");
    QTest::newRow("layers are no list")
        << QByteArray(text).replace("\"layers\":[", "\"layers\":{\"a\":[").replace("],\"first_over\"", "]},\"first_over\"");
}

void ParityReportTest::garbageIsRefused()
{
    QFETCH(QByteArray, text);
    const auto error = test::errorOf([&] { verify::parityFromJson(text.toStdString()); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::HelperFailed);
}

void ParityReportTest::everyByteCutIsRefused()
{
    const std::string text = verify::parityToJson(sample());
    for (size_t bytes = 0; bytes < text.size(); ++bytes) {
        QVERIFY(test::errorOf([&] { verify::parityFromJson(text.substr(0, bytes)); }).has_value());
    }
}

void ParityReportTest::errorNamesTheFirstLayerOver()
{
    const auto error = verify::parityError(sample(), "folder");
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::ParityFailed);
    QCOMPARE(error->exitCode(), ExitCode::VerificationFailed);
    QCOMPARE(error->fact("part"), std::string_view("encoder.stages.0.layers.0"));
    QCOMPARE(error->fact("name"), std::string_view("encoder.stages.0.layers.0.shortcut.convolution"));
    QCOMPARE(error->fact("found"), std::string_view("0.5"));
    QCOMPARE(error->fact("expected"), std::string_view("0.12"));
}

void ParityReportTest::errorNamesTheTensorThatIsNotFinite()
{
    ParityReport report = sample();
    report.notFinite = verify::NotFinite{"pooler", "pooler", true, true, "a.weight"};
    const auto error = verify::parityError(report, "folder");
    QCOMPARE(error->fact("part"), std::string_view("pooler"));
    QCOMPARE(error->fact("problem"), std::string_view("not-finite"));
    QCOMPARE(error->fact("key"), std::string_view("a.weight"));
}

void ParityReportTest::errorNamesTheRecordedOutput()
{
    ParityReport report = sample();
    report.firstOver.reset();
    const auto error = verify::parityError(report, "folder");
    QCOMPARE(error->fact("part"), std::string_view("hidden_state.0"));
    QCOMPARE(error->fact("problem"), std::string_view("recorded"));
}

void ParityReportTest::noErrorWhereAllIsWell()
{
    ParityReport report;
    report.ok = true;
    QVERIFY(!verify::parityError(report, "folder").has_value());
}

QTEST_GUILESS_MAIN(ParityReportTest)
#include "parity_report_test.moc"
