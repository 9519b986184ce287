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
    void transferHasItsOwnFields();
    void barShowsConnectionsOrWhyItWaits();
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

void OutputTest::transferHasItsOwnFields()
{
    Progress::Snapshot snapshot;
    snapshot.stage = Stage::Convert;
    QVERIFY(!cli::Json::parse(cli::progressLine(snapshot, {})).contains("connections"));
    snapshot.stage = Stage::Download;
    snapshot.bytesResumed = 5;
    snapshot.transfer.connections = 2;
    snapshot.transfer.mostConnections = 8;
    snapshot.transfer.bytesTwice = 7;
    auto json = cli::Json::parse(cli::progressLine(snapshot, {}));
    QCOMPARE(json.at("connections").get<int>(), 2);
    QCOMPARE(json.at("most_connections").get<int>(), 8);
    QCOMPARE(json.at("bytes_twice").get<int>(), 7);
    QCOMPARE(json.at("bytes_resumed").get<int>(), 5);
    QVERIFY(json.at("waiting").is_null() && json.at("retry_in_seconds").is_null());
    snapshot.stage = Stage::Convert;  // one that streams
    snapshot.transfer.waiting = "busy";
    snapshot.transfer.retryInSeconds = 12;
    json = cli::Json::parse(cli::progressLine(snapshot, {}));
    QCOMPARE(json.at("waiting").get<std::string>(), std::string("busy"));
    QCOMPARE(json.at("retry_in_seconds").get<int>(), 12);
}

void OutputTest::barShowsConnectionsOrWhyItWaits()
{
    Progress::Snapshot snapshot;
    snapshot.stage = Stage::Download;
    snapshot.bytesDone = 450;
    snapshot.bytesTotal = 1000;
    snapshot.transfer.connections = 6;
    const std::string moving = cli::progressBar(snapshot, 10.0);
    QVERIFY2(moving.starts_with("download  45%") && moving.ends_with("6 connections"), moving.c_str());
    snapshot.transfer.waiting = "busy";
    snapshot.transfer.retryInSeconds = 12;
    const std::string waiting = cli::progressBar(snapshot, 10.0);
    QVERIFY2(waiting.ends_with("waiting: the server is busy, next try in 12 s"), waiting.c_str());
    for (const char* token : {"connect", "reset", "cut", "stall", "busy", "status", "range", "disk"}) {
        QVERIFY2(cli::waitingWords(token).find(' ') != std::string::npos, token);
    }
    QCOMPARE(cli::waitingWords("something-new"), std::string("something-new"));
}

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"
