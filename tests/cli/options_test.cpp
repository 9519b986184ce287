#include "app/cli/options.h"
#include "app/cli/shared_options.h"
#include "core/base/error.h"

#include <QTest>

#include <vector>

using namespace wb;
using cli::CommandLine;
using cli::Verb;

class OptionsTest : public QObject {
    Q_OBJECT

private slots:
    void convertTakesItsOptions();
    void networkOptionsGoOverTheSettings();
    void severalSourcesAreTaken();
    void anAddressIsOnlyShownWithoutItsQuery();
    void commonOptionsStandBeforeOrAfterTheVerb();
    void wrongWordsAreUsageErrors_data();
    void wrongWordsAreUsageErrors();
    void everyVerbHasHelpWithExamplesAndExitCodes();
    void referenceFlagsNeedNoVerb();
    void pushToHubIsATruth();
    void publishTakesItsOptions();
    void publishingWithoutACopyNeedsNoFolder();
    void scales();

private:
    static CommandLine parse(std::vector<const char*> words);
};

CommandLine OptionsTest::parse(std::vector<const char*> words)
{
    words.insert(words.begin(), "weightbridge-cli");
    return cli::parseCommandLine(static_cast<int>(words.size()), words.data());
}

void OptionsTest::convertTakesItsOptions()
{
    const CommandLine line = parse({"convert",      "a.torch", "--out",       "d",           "--format",  "both",   "--dtype",  "bf16",
                                    "--shard-size", "1.5GiB",  "--variant",   "v",           "--labels",  "l",      "--keymap", "k",
                                    "--state-dict", "a.b",     "--overwrite", "--no-verify", "--dry-run", "--quiet"});
    QCOMPARE(line.verb, Verb::Convert);
    QCOMPARE(line.source, std::string("a.torch"));
    QCOMPARE(line.out, std::string("d"));
    QCOMPARE(line.format, plan::Format::Both);
    QVERIFY(line.dtype == tensor::DType::BF16);
    QCOMPARE(line.shardBytes, uint64_t{1'610'612'736});
    QCOMPARE(line.variant, std::string("v"));
    QCOMPARE(line.labelsFile, std::string("l"));
    QCOMPARE(line.keymapFile, std::string("k"));
    QCOMPARE(line.stateDict, std::string("a.b"));
    QVERIFY(line.overwrite && line.noVerify && line.dryRun && line.quiet);

    const CommandLine plain = parse({"convert", "a.torch", "--out", "d"});
    QCOMPARE(plain.format, plan::Format::Safetensors);
    QVERIFY(!plain.dtype);
    QCOMPARE(plain.shardBytes, uint64_t{5'000'000'000});
    QVERIFY(!plain.overwrite && !plain.noVerify && !plain.dryRun && !plain.json && !plain.quiet && !plain.progress);
}

void OptionsTest::networkOptionsGoOverTheSettings()
{
    net::Settings settings;
    settings.caFile = "system.pem";
    settings.offline = true;
    const net::Settings same = cli::withOptions(settings, parse({"inspect", "v"}).network);
    QCOMPARE(same.caFile, std::string("system.pem"));
    QCOMPARE(same.connections, settings.connections);
    QCOMPARE(same.giveUp, settings.giveUp);
    QVERIFY(same.offline && !same.allowHttp);

    using Words = std::vector<const char*>;
    for (const Words& verb : {Words{"inspect", "v"}, Words{"keymap", "v"}, Words{"plan", "v", "--out", "d"}, Words{"convert", "v", "--out", "d"},
                              Words{"download", "v", "--to", "d"}, Words{"--pytorch_dump_folder_path", "d"}}) {
        Words words = verb;
        words.insert(words.end(), {"--allow-http", "--connections", "3", "--limit-rate", "5MB", "--ca-file", WB_SOURCE_ROOT "/LICENSE", "--proxy",
                                   "http://localhost:3128", "--retry-for", "7"});
        const net::Settings changed = cli::withOptions(settings, parse(words).network);
        QVERIFY(changed.allowHttp);
        QCOMPARE(changed.connections, 3U);
        QCOMPARE(changed.bytesPerSecond, uint64_t{5'000'000});
        QCOMPARE(changed.caFile, std::string(WB_SOURCE_ROOT "/LICENSE"));
        QCOMPARE(changed.proxy, std::string("http://localhost:3128"));
        QVERIFY(changed.giveUp == std::chrono::seconds(7));
    }
    QVERIFY(cli::withOptions({}, parse({"inspect", "v", "--offline"}).network).offline);
}

void OptionsTest::severalSourcesAreTaken()
{
    const CommandLine line = parse({"convert", "a", "b", "--out", "d", "--stream", "c"});
    QCOMPARE(line.sources, (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE(line.source, std::string("a"));
    QVERIFY(line.stream);
    QCOMPARE(parse({"convert", "a", "--out", "d", "--keep-source", "s"}).keepSource, std::string("s"));
    QVERIFY(parse({"inspect", "v"}).online);
    QVERIFY(!parse({"keymap", "v"}).online && parse({"keymap", "v", "--online"}).online);
    QVERIFY(!parse({"plan", "v", "--out", "d"}).online && parse({"plan", "v", "--out", "d", "--online"}).online);
    const CommandLine download = parse({"download", "v", "--to", "d"});
    QCOMPARE(download.verb, Verb::Download);
    QCOMPARE(download.to, std::string("d"));
}

void OptionsTest::anAddressIsOnlyShownWithoutItsQuery()
{
    QCOMPARE(cli::shownAddress("https://a.org/b.torch?sig=secret#x"), std::string("https://a.org/b.torch"));
    QCOMPARE(cli::shownAddress("what?.torch"), std::string("what?.torch"));
    QVERIFY(cli::shownAddress("https://user:secret@a.org/b").find("secret") == std::string::npos);
    for (const char* word : {"https://a.org/b.torch?sig=secret", "--frobnicate=https://a.org/b.torch?sig=secret"}) {
        try {
            parse({"inspect", "a.torch", word});
            QFAIL("taken");
        } catch (const Error& error) {
            QVERIFY2(std::string(error.fact("reason")).find("secret") == std::string::npos, error.what());
        }
    }
}

void OptionsTest::commonOptionsStandBeforeOrAfterTheVerb()
{
    QVERIFY(parse({"--json", "list"}).json);
    const CommandLine line = parse({"list", "--json", "--progress", "json"});
    QVERIFY(line.json);
    QVERIFY(line.progress == cli::ProgressMode::Lines);
}

void OptionsTest::wrongWordsAreUsageErrors_data()
{
    using Words = std::vector<const char*>;
    QTest::addColumn<Words>("words");
    QTest::newRow("nothing") << Words{};
    QTest::newRow("unknown verb") << Words{"transmogrify"};
    QTest::newRow("two verbs") << Words{"list", "list", "inspect"};
    QTest::newRow("unknown option") << Words{"list", "--frobnicate"};
    QTest::newRow("source left out") << Words{"convert", "--out", "d"};
    QTest::newRow("out left out") << Words{"convert", "a"};
    QTest::newRow("no out") << Words{"convert", "a"};
    QTest::newRow("no out, push") << Words{"convert", "a", "--push-to", "o/n"};
    QTest::newRow("no copy, no push") << Words{"convert", "a", "--out", "d", "--no-local-copy"};
    QTest::newRow("no copy, both") << Words{"convert", "a", "--push-to", "o/n", "--no-local-copy", "--format", "both"};
    QTest::newRow("no copy, parity") << Words{"convert", "a", "--push-to", "o/n", "--no-local-copy", "--parity"};
    QTest::newRow("no copy, two sources") << Words{"convert", "a", "b", "--push-to", "o/n", "--no-local-copy"};
    QTest::newRow("out empty") << Words{"convert", "a", "--out", ""};
    QTest::newRow("source empty") << Words{"verify", ""};
    QTest::newRow("dtype") << Words{"convert", "a", "--out", "d", "--dtype", "f8"};
    QTest::newRow("format") << Words{"convert", "a", "--out", "d", "--format", "onnx"};
    QTest::newRow("shard size") << Words{"convert", "a", "--out", "d", "--shard-size", "5 bananas"};
    QTest::newRow("scale 0") << Words{"make-demo", "f", "--variant", "v", "--scale", "0"};
    QTest::newRow("scale 2") << Words{"make-demo", "f", "--variant", "v", "--scale", "2"};
    QTest::newRow("seed") << Words{"make-demo", "f", "--variant", "v", "--seed", "x"};
    QTest::newRow("progress") << Words{"list", "--progress", "loud"};
    QTest::newRow("csv and json") << Words{"keymap", "v", "--csv", "--json"};
    QTest::newRow("format and json") << Words{"keymap", "v", "--format", "python", "--json"};
    QTest::newRow("format that is none") << Words{"keymap", "v", "--format", "xml"};
    QTest::newRow("to left out") << Words{"download", "v"};
    QTest::newRow("two downloads") << Words{"download", "v", "w", "--to", "d"};
    QTest::newRow("no connections") << Words{"inspect", "v", "--connections", "0"};
    QTest::newRow("nine connections") << Words{"inspect", "v", "--connections", "9"};
    QTest::newRow("rate") << Words{"inspect", "v", "--limit-rate", "fast"};
    QTest::newRow("retry") << Words{"inspect", "v", "--retry-for", "0"};
    QTest::newRow("CA file that is not there") << Words{"inspect", "v", "--ca-file", "/absent.pem"};
    QTest::newRow("kept and streamed") << Words{"convert", "v", "--out", "d", "--keep-source", "s", "--stream"};
    QTest::newRow("streamed and compared") << Words{"convert", "v", "--out", "d", "--stream", "--parity"};
    QTest::newRow("online convert") << Words{"convert", "v", "--out", "d", "--online"};
    QTest::newRow("address traced") << Words{"keymap", "https://a.org/b", "--trace"};
    for (const char* option : {"--variant", "--keymap", "--state-dict", "--labels"}) {
        QTest::newRow(option) << Words{"convert", "a", "b", "--out", "d", option, "x"};
    }
    for (const char* option : {"--parity", "--dry-run"}) {
        QTest::newRow(option) << Words{"convert", "a", "b", "--out", "d", option};
    }
    QTest::newRow("publish to nowhere") << Words{"publish", "d"};
    QTest::newRow("private and public") << Words{"publish", "d", "--to", "n", "--private", "--public"};
    QTest::newRow("another licence accepted") << Words{"publish", "d", "--to", "n", "--accept-licence", "all"};
    QTest::newRow("token as a word") << Words{"login", "hf_x"};
    QTest::newRow("several pushed") << Words{"convert", "a", "b", "--out", "d", "--push-to", "o/n"};
    QTest::newRow("pushed unverified") << Words{"convert", "a", "--out", "d", "--push-to", "o/n", "--no-verify"};
    QTest::newRow("pushed as pth alone") << Words{"convert", "a", "--out", "d", "--push-to", "o/n", "--format", "pth"};
    for (const char* option : {"--private", "--public", "--pr", "--yes"}) {
        QTest::newRow(option) << Words{"convert", "a", "--out", "d", option};
    }
    QTest::newRow("message of nothing") << Words{"convert", "a", "--out", "d", "--message", "m"};
    QTest::newRow("no folder") << Words{"--model_name", "regnet-y-320-seer"};
    QTest::newRow("push to somewhere") << Words{"--pytorch_dump_folder_path", "d", "--push_to_hub", "maybe"};
    QTest::newRow("reference flag beside a verb") << Words{"--model_name", "n", "list"};
}

void OptionsTest::wrongWordsAreUsageErrors()
{
    QFETCH(std::vector<const char*>, words);
    try {
        parse(words);
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.exitCode(), ExitCode::Usage);
        QVERIFY(!error.fact("reason").empty());
    }
}

void OptionsTest::everyVerbHasHelpWithExamplesAndExitCodes()
{
    for (const char* verb :
         {"", "list", "inspect", "keymap", "plan", "convert", "verify", "compare", "download", "make-demo", "login", "logout", "whoami", "publish"}) {
        try {
            parse(*verb == '\0' ? std::vector<const char*>{"--help"} : std::vector<const char*>{verb, "--help"});
            QFAIL("no help");
        } catch (const cli::TextRequested& help) {
            QVERIFY2(help.text.find("Examples:") != std::string::npos, verb);
            QVERIFY2(help.text.find("Exit codes:") != std::string::npos, verb);
            QVERIFY2(help.text.find(*verb == '\0' ? "make-demo" : verb) != std::string::npos, verb);
        }
    }
    QVERIFY_EXCEPTION_THROWN(parse({"--version"}), cli::TextRequested);
}

void OptionsTest::referenceFlagsNeedNoVerb()
{
    const CommandLine line = parse({"--model_name", "regnet-y-320-seer", "--pytorch_dump_folder_path", "d", "--push_to_hub", "False"});
    QCOMPARE(line.verb, Verb::Reference);
    QCOMPARE(line.modelName, std::string("regnet-y-320-seer"));
    QCOMPARE(line.dumpFolder, std::string("d"));
    QVERIFY(!line.pushToHub);
    QVERIFY(parse({"--pytorch_dump_folder_path=d"}).modelName.empty());
}

void OptionsTest::pushToHubIsATruth()
{
    const std::vector<const char*> folder{"--pytorch_dump_folder_path", "d", "--push_to_hub"};
    for (const char* yes : {"true", "True", "1", "yes", "YES"}) {
        std::vector<const char*> words = folder;
        words.push_back(yes);
        QVERIFY2(parse(words).pushToHub, yes);
    }
    QVERIFY(parse(folder).pushToHub);
    const CommandLine line = parse({"--pytorch_dump_folder_path", "d", "--push_to_hub", "true", "--yes", "--accept-licence", "seer"});
    QVERIFY(line.push.yes);
    QCOMPARE(line.push.acceptedLicence, std::string("seer"));
    for (const char* no : {"false", "False", "0", "no"}) {
        QVERIFY(!parse({"--pytorch_dump_folder_path", "d", "--push_to_hub", no}).pushToHub);
    }
}

void OptionsTest::publishTakesItsOptions()
{
    const CommandLine line = parse({"publish", "d", "--to", "o/n", "--private", "--message", "m", "--revision", "r", "--yes", "--dry-run",
                                    "--accept-licence", "seer", "--licence", "mit", "--connections", "2"});
    QCOMPARE(line.verb, Verb::Publish);
    QCOMPARE(line.source, std::string("d"));
    QCOMPARE(line.push.repository, std::string("o/n"));
    QVERIFY(line.push.visibility == job::Visibility::Private);
    QVERIFY(line.push.yes && line.dryRun);
    QCOMPARE(line.push.message, std::string("m"));
    QCOMPARE(line.push.revision, std::string("r"));
    QCOMPARE(line.push.acceptedLicence, std::string("seer"));
    QCOMPARE(line.push.licence, std::string("mit"));
    QVERIFY(line.network.connections == 2U);

    const CommandLine plain = parse({"publish", "d", "--to", "n"});
    QVERIFY(plain.push.visibility == job::Visibility::Keep);
    QCOMPARE(plain.push.revision, std::string("main"));
    QVERIFY(!plain.push.yes && !plain.push.pullRequest);
    QVERIFY(parse({"publish", "d", "--to", "n", "--pr"}).push.pullRequest);

    const CommandLine convert = parse({"convert", "a", "--out", "d", "--push-to", "o/n", "--public"});
    QCOMPARE(convert.push.repository, std::string("o/n"));
    QVERIFY(convert.push.visibility == job::Visibility::Public);
    QVERIFY(parse({"convert", "a", "--out", "d"}).push.repository.empty());
    QVERIFY(parse({"login", "--stdin"}).fromStdin && !parse({"login"}).fromStdin);
    QCOMPARE(parse({"logout"}).verb, Verb::Logout);
    QCOMPARE(parse({"whoami"}).verb, Verb::WhoAmI);
}

void OptionsTest::publishingWithoutACopyNeedsNoFolder()
{
    const CommandLine line = parse({"convert", "a", "--push-to", "o/n", "--no-local-copy"});
    QVERIFY(line.noLocalCopy && line.out.empty());
    QCOMPARE(parse({"convert", "a", "--out", "d", "--push-to", "o/n", "--no-local-copy"}).out, std::string("d"));
    QVERIFY(!parse({"convert", "a", "--out", "d", "--push-to", "o/n"}).noLocalCopy);
}

void OptionsTest::scales()
{
    QVERIFY(cli::parseScale("1/64") == 1.0 / 64);
    QVERIFY(cli::parseScale("0.25") == 0.25);
    QVERIFY(cli::parseScale("1") == 1.0);
    for (const char* wrong : {"", "/", "1/", "/2", "0", "-1", "2", "1/0", "nan", "inf", "1/64x", "x", "1/2/3"}) {
        QVERIFY2(!cli::parseScale(wrong), wrong);
    }
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
