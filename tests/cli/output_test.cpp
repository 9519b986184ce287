#include "app/cli/json_output.h"
#include "app/cli/progress_output.h"
#include "app/cli/text_table.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace wb;
using namespace std::chrono_literals;

class OutputTest : public QObject {
    Q_OBJECT

private slots:
    void tablesAreAligned();
    void failureHasTheFieldsOfTheContract();
    void errorStandsBesideTheResult();
    void jsonIsAsciiAndTakesAnyBytes();
    void progressLineHasItsFields();
    void speedLeavesOutWhatAnEarlierRunDid();
    void barShowsShareAndTimeLeft();
};

void OutputTest::tablesAreAligned()
{
    QCOMPARE(cli::textTable({cli::Align::Left, cli::Align::Right}, {{"name", "size"}, {"größer", "7"}, {"x", "1000"}}),
             std::string("name    size\ngrößer     7\nx       1000\n"));
}

void OutputTest::failureHasTheFieldsOfTheContract()
{
    const auto json = cli::Json::parse(cli::failureDocument(Error(ErrorCode::CrcMismatch).file("m").part("p").offset(64)));
    QCOMPARE(json.at("schema").get<int>(), 1);
    QCOMPARE(json.at("ok").get<bool>(), false);
    const auto& error = json.at("error");
    QCOMPARE(error.at("id").get<std::string>(), std::string("E_CRC"));
    QCOMPARE(error.at("exit").get<int>(), 32);
    QVERIFY(!error.at("message").get<std::string>().empty());
    QVERIFY(!error.at("hint").get<std::string>().empty());
    QCOMPARE(error.at("facts").at("offset").get<int>(), 64);
    QCOMPARE(error.at("facts").at("file").get<std::string>(), std::string("m"));
}

void OutputTest::errorStandsBesideTheResult()
{
    for (const char* document : {"{\"schema\": 1, \"rows\": [{}]}", "{\n \"schema\": 1,\n \"rows\": [{}]\n}\n"}) {
        const auto json = cli::Json::parse(cli::withError(document, Error(ErrorCode::MapIncomplete)));
        QCOMPARE(json.at("rows").size(), size_t{1});
        QCOMPARE(json.at("ok").get<bool>(), false);
        QCOMPARE(json.at("error").at("exit").get<int>(), 5);
    }
    QCOMPARE(cli::withMembers("{}", "\"a\":1"), std::string("{\"a\":1}"));
}

void OutputTest::jsonIsAsciiAndTakesAnyBytes()
{
    const std::string text = cli::failureDocument(Error(ErrorCode::NotFound).file("gr\xC3\xB6\xC3\x9F\xFF\x1b\xE2\x80\xAE"));
    for (const char letter : text) {
        QVERIFY(letter >= 0x20 && letter < 0x7F);
    }
    QVERIFY(cli::Json::accept(text));
}

void OutputTest::progressLineHasItsFields()
{
    Progress::Snapshot snapshot;
    snapshot.stage = Stage::Convert;
    snapshot.bytesDone = 250;
    snapshot.bytesTotal = 1000;
    snapshot.item = "a";
    snapshot.file = "b";
    const auto json = cli::Json::parse(cli::progressLine(snapshot, 100.0));
    QCOMPARE(json.at("stage").get<std::string>(), std::string("convert"));
    QCOMPARE(json.at("bytes_done").get<int>(), 250);
    QCOMPARE(json.at("bytes_total").get<int>(), 1000);
    QCOMPARE(json.at("item").get<std::string>(), std::string("a"));
    QCOMPARE(json.at("file").get<std::string>(), std::string("b"));
    QCOMPARE(json.at("bytes_per_second").get<int>(), 100);
    QCOMPARE(json.at("seconds_left").get<int>(), 8);
    QVERIFY(cli::Json::parse(cli::progressLine(snapshot, {})).at("seconds_left").is_null());
}

void OutputTest::speedLeavesOutWhatAnEarlierRunDid()
{
    cli::SpeedMeter meter;
    Progress::Snapshot snapshot;
    snapshot.stage = Stage::Convert;
    const cli::SpeedMeter::Clock::time_point start;
    meter.add(snapshot, start);
    QVERIFY(!meter.bytesPerSecond());
    snapshot.bytesDone = 1'000'500;
    snapshot.bytesResumed = 1'000'000;
    meter.add(snapshot, start + 1s);
    QCOMPARE(meter.bytesPerSecond().value_or(0), 500.0);
    snapshot = {};
    snapshot.stage = Stage::Verify;
    meter.add(snapshot, start + 2s);
    QVERIFY(!meter.bytesPerSecond());
}

void OutputTest::barShowsShareAndTimeLeft()
{
    Progress::Snapshot snapshot;
    snapshot.stage = Stage::Verify;
    snapshot.bytesDone = 1'800'000'000;
    snapshot.bytesTotal = 4'000'000'000;
    const std::string bar = cli::progressBar(snapshot, 600'000'000.0);
    for (const char* piece : {"verify", " 45%", "1.80 GB of 4.00 GB", "/s", "4 s left"}) {
        QVERIFY2(bar.find(piece) != std::string::npos, bar.c_str());
    }
}

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"
