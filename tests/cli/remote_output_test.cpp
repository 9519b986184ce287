#include "app/cli/convert_queue.h"
#include "app/cli/fetch_output.h"
#include "app/cli/json_output.h"
#include "app/cli/plan_output.h"
#include "app/cli/source_way.h"
#include "app/cli/sources.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace wb;

// What is printed of published sources, from made-up values.
class RemoteOutputTest : public QObject {
    Q_OBJECT

private slots:
    void lookSaysHostSizeAndRequests();
    void fetchedSaysWhatCameAndHowItWasProved();
    void planShowsWhereTheSourceIsKept();
    void planShowsThatNothingIsKept();
    void roomForBothOrStreamOrNone();
    void optionsOfFetchingNeedASourceThatIsFetched();
    void filesOfOneNameAreKeptApart();
    void queueNamesFolders();
    void twoOfOneNameAreRefused();
    void queueCountsFailures();

private:
    static cli::SourceWay kept();
    static job::Source remote(const std::string& address);
};

cli::SourceWay RemoteOutputTest::kept()
{
    cli::SourceWay way;
    way.sourceBytes = 37'000'000'000;
    way.kept.bytes = 12'000'000'000;
    way.choice.reason = "asked";
    way.choice.keepFolder = "/data/sources";
    way.choice.sourceBytes = 25'000'000'000;
    way.choice.resultBytes = 37'000'000'000;
    way.choice.sourceFree = 100'000'000'000;
    way.choice.resultFree = 100'000'000'000;
    return way;
}

job::Source RemoteOutputTest::remote(const std::string& address)
{
    job::Source source;
    source.url = net::Url::parse(address);
    source.shown = source.url->shown();
    source.fileName = source.url->fileName();
    return source;
}

void RemoteOutputTest::lookSaysHostSizeAndRequests()
{
    job::Look look;
    look.facts.host = "a.org";
    look.facts.bytes = 37'300'000'000;
    look.requests = 3;
    look.bytesRead = 612'000;
    QCOMPARE(QString::fromStdString(cli::lookText(look)), "a.org: 37.30 GB; 3 requests, 612.00 kB read");
    look.facts.lastModified = "Tue, 01 Mar 2022";
    look.requests = 1;
    QCOMPARE(QString::fromStdString(cli::lookText(look)), "a.org: 37.30 GB, last changed Tue, 01 Mar 2022; 1 request, 612.00 kB read");
}

void RemoteOutputTest::fetchedSaysWhatCameAndHowItWasProved()
{
    job::Fetched fetched;
    fetched.bytes = 3'000'000;
    fetched.bytesFetched = 2'000'000;
    fetched.bytesResumed = 1'000'000;
    fetched.damagedPieces = 1;
    fetched.proof = job::Proof::PublishedHash;
    QCOMPARE(QString::fromStdString(cli::fetchedText(fetched)),
             "2.00 MB fetched, 1.00 MB kept from an earlier run, 1 damaged piece mended; its SHA-256 is the published one");
    const auto json = cli::Json::parse("{" + cli::fetchedMembers(fetched, "source_") + "}");
    QCOMPARE(json.at("source_bytes").get<int>(), 3'000'000);
    QVERIFY(json.at("source_sha256").is_null() && json.contains("source_proof"));
    QCOMPARE(json.at("bytes_resumed").get<int>(), 1'000'000);
    fetched = {};
    fetched.bytes = 5;
    fetched.alreadyThere = true;
    QVERIFY(cli::fetchedText(fetched).find("already there") != std::string::npos);
}

void RemoteOutputTest::planShowsWhereTheSourceIsKept()
{
    const std::string text = cli::planText({}, kept());
    for (const char* piece : {"37.00 GB, kept in /data/sources", "25.00 GB needed, 100.00 GB free", "download 25.00 GB, 12.00 GB are there"}) {
        QVERIFY2(text.find(piece) != std::string::npos, text.c_str());
    }
    const auto json = cli::Json::parse(cli::planJson({}, kept()));
    QCOMPARE(json.at("source_way").get<std::string>(), std::string("keep"));
    QCOMPARE(json.at("keep_folder").get<std::string>(), std::string("/data/sources"));
    QCOMPARE(json.at("source_disk_needed").get<uint64_t>(), uint64_t{25'000'000'000});
    QCOMPARE(json.at("source_free").get<uint64_t>(), uint64_t{100'000'000'000});
    QCOMPARE(json.at("source_kept").get<uint64_t>(), uint64_t{12'000'000'000});
    QVERIFY(cli::planText({}, {}).find("source") == std::string::npos);
    QVERIFY(!cli::Json::parse(cli::planJson({}, {})).contains("source_way"));
}

void RemoteOutputTest::planShowsThatNothingIsKept()
{
    cli::SourceWay way = kept();
    way.choice.way = job::Way::Stream;
    QCOMPARE(way.downloadBytes(), way.sourceBytes);
    const std::string text = cli::planText({}, way);
    QVERIFY2(text.find("never stored") != std::string::npos && text.find("/data/sources") == std::string::npos, text.c_str());
    const auto json = cli::Json::parse(cli::planJson({}, way));
    QCOMPARE(json.at("source_way").get<std::string>(), std::string("stream"));
    QVERIFY(json.at("keep_folder").is_null());
    QCOMPARE(json.at("source_disk_needed").get<int>(), 0);
}

void RemoteOutputTest::roomForBothOrStreamOrNone()
{
    cli::SourceWay way = kept();
    QVERIFY(!cli::roomError(way));
    way.choice.resultFree = 40'000'000'000;
    const std::optional<Error> streamFits = cli::roomError(way);
    QVERIFY(streamFits && streamFits->code() == ErrorCode::NotEnoughSpace);
    QCOMPARE(std::string(streamFits->fact("needed")), std::string("62000000000"));
    QCOMPARE(std::string(streamFits->fact("problem")), std::string("stream-fits"));
    QVERIFY(cli::planText({}, way).find("--stream") != std::string::npos);
    way.choice.reason = "backward";
    QVERIFY(cli::roomError(way)->fact("problem").empty());
    way.choice.way = job::Way::Stream;
    QVERIFY_EXCEPTION_THROWN(cli::requireStreamable(way), Error);
    way = kept();
    way.choice.resultFree = 1;
    QVERIFY(cli::roomError(way)->fact("problem").empty());
    way = kept();
    way.choice.oneFileSystem = false;
    way.choice.sourceFree = 1;
    QCOMPARE(std::string(cli::roomError(way)->fact("needed")), std::string("25000000000"));
    QCOMPARE(std::string(cli::roomError(way)->fact("free")), std::string("1"));
}

void RemoteOutputTest::optionsOfFetchingNeedASourceThatIsFetched()
{
    job::Source here;
    here.path = here.shown = "m.torch";
    cli::CommandLine line;
    cli::requireRemote(line, here);
    line.stream = true;
    QVERIFY_EXCEPTION_THROWN(cli::requireRemote(line, here), Error);
    cli::requireRemote(line, remote("https://a.org/m.torch"));
    line.stream = false;
    line.keepSource = "s";
    QVERIFY_EXCEPTION_THROWN(cli::requireRemote(line, here), Error);
}

void RemoteOutputTest::filesOfOneNameAreKeptApart()
{
    cli::CommandLine line;
    line.keepSource = "/s";
    job::Source source = remote("https://a.org/model.safetensors");
    QCOMPARE(cli::keepFolderOf(line, source), std::string("/s"));
    source.variant = &job::findVariant("regnet-y-040");
    QCOMPARE(cli::keepFolderOf(line, source), std::string("/s/regnet-y-040"));
    source.variant = &job::findVariant("regnet-y-10b-seer");
    QCOMPARE(cli::keepFolderOf(line, source), std::string("/s"));
}

void RemoteOutputTest::queueNamesFolders()
{
    QCOMPARE(cli::resultName(remote("https://a.org/x/seer.v2.torch?sig=1")), std::string("seer.v2"));
    QCOMPARE(cli::resultName(remote("https://a.org/")), std::string("download"));
    job::Source here;
    for (const auto& [path, name] : {std::pair{"a/m.torch", "m"}, std::pair{"m", "m"}, std::pair{"/x/model.safetensors.index.json", "model"},
                                     std::pair{"/x/.torch", ".torch"}, std::pair{WB_SOURCE_ROOT "/tests/", "tests"}}) {
        here.path = path;
        QCOMPARE(cli::resultName(here), std::string(name));
    }
    here.variant = &job::families().front()->variants().front();
    QCOMPARE(cli::resultName(here), here.variant->name);
}

void RemoteOutputTest::twoOfOneNameAreRefused()
{
    std::vector<cli::QueueItem> items(2);
    items[0].name = "a";
    items[1].name = "b";
    cli::requireOwnFolders(items);
    items[1].name = "a";
    try {
        cli::requireOwnFolders(items);
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
    }
}

void RemoteOutputTest::queueCountsFailures()
{
    std::vector<cli::QueueItem> items(3);
    items[0].name = items[0].shown = "a";
    items[0].conversion.folder = "/d/a";
    items[0].conversion.files.push_back({"config.json", 5, "ab"});
    QVERIFY(!cli::queueError(items));
    QVERIFY(cli::Json::parse(cli::queueJson(items)).at("ok").get<bool>());
    items[1].error = Error(ErrorCode::HttpStatus);
    QVERIFY(cli::queueError(items)->code() == ErrorCode::HttpStatus);
    items[2].error = Error(ErrorCode::EmptyFile);
    const std::optional<Error> both = cli::queueError(items);
    QVERIFY(both->code() == ErrorCode::QueueFailed);
    QCOMPARE(std::string(both->fact("found")) + "/" + std::string(both->fact("expected")), std::string("2/3"));
    const auto json = cli::Json::parse(cli::queueJson(items));
    QVERIFY(!json.contains("ok"));
    QCOMPARE(json.at("results").size(), size_t{3});
    QCOMPARE(json.at("results")[0].at("files")[0].at("name").get<std::string>(), std::string("config.json"));
    QCOMPARE(json.at("results")[1].at("error").at("id").get<std::string>(), std::string("E_HTTP_STATUS"));
    QVERIFY(cli::queueText(items).find("/d/a") != std::string::npos);
}

QTEST_GUILESS_MAIN(RemoteOutputTest)
#include "remote_output_test.moc"
