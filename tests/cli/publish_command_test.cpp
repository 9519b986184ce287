#include "app/cli/error_sentences.h"
#include "app/cli/push.h"
#include "core/job/demo_checkpoint.h"
#include "tests/cli/hub_fakes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wb;

class PublishCommandTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void dryRunShowsTheListAndSendsNothing();
    void optionsReachCore();
    void withoutATerminalItWantsYes();
    void yesPublishes();
    void questionIsAsked_data();
    void questionIsAsked();
    void errorsNameTheRepository();
    void conversionIsPublished();
    void conversionIsCheckedBefore();
    void failureToPublishKeepsTheConversion();
    void conversionWantsAnAnswerBefore();
    void referenceFlagPublishesUnderTheModelsName();

private:
    std::string demo();
    std::string at(const char* name) const { return m_folder->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PublishCommandTest::init()
{
    for (const char* name : {"HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"}) {
        qunsetenv(name);
    }
    qputenv("HF_HOME", "/absent");
    m_folder = std::make_unique<QTemporaryDir>();
}

std::string PublishCommandTest::demo()
{
    FakeHub hub;
    const std::string file = at("demo.torch");
    HubRun run(hub, {"make-demo", file.c_str(), "--variant", "regnet-y-320-seer", "--scale", "1/128", "--quiet"});
    cli::makeDemoCommand(run.session());
    return file;
}

void PublishCommandTest::dryRunShowsTheListAndSendsNothing()
{
    FakeHub hub;
    HubRun run(hub, {"publish", "d", "--to", "m", "--dry-run"});
    QCOMPARE(cli::publishCommand(run.session()).output,
             std::string("to       alice/m (new, private)\n"
                         "as       alice (write)\n"
                         "licence  mit\n"
                         "sends    5.00 GB of 5.00 GB\n"
                         "\n"
                         "file                        bytes\n"
                         "config.json                 100 B  in the commit\n"
                         "model.safetensors         5.00 GB  to send\n"
                         "preprocessor_config.json     50 B  already there\n"
                         "notes.log                     7 B  left out: the repository's .gitignore names it\n"));
    HubRun asJson(hub, {"publish", "d", "--to", "m", "--dry-run", "--json"});
    const auto json = cli::Json::parse(cli::publishCommand(asJson.session()).output);
    QCOMPARE(json.at("repository").get<std::string>(), std::string("alice/m"));
    QVERIFY(json.at("commit").is_null() && json.at("pull_request").is_null());
    QCOMPARE(json.at("bytes_to_send").get<uint64_t>(), uint64_t{5'000'000'100});
    QCOMPARE(json.at("files").at(1).at("way").get<std::string>(), std::string("send"));
    QCOMPARE(json.at("files").at(1).at("sent").get<bool>(), false);
    QCOMPARE(hub.published, 0);
}

void PublishCommandTest::optionsReachCore()
{
    FakeHub hub;
    HubRun run(hub, {"publish", "d", "--to", "team/m", "--dry-run", "--public", "--message", "words", "--revision", "dev", "--licence", "mit",
                     "--accept-licence", "seer"});
    cli::publishCommand(run.session());
    QVERIFY(hub.planned.folder.ends_with("/d"));
    QCOMPARE(hub.planned.repository, std::string("team/m"));
    QVERIFY(hub.planned.visibility == job::Visibility::Public);
    QVERIFY(!hub.planned.pullRequest);
    QCOMPARE(hub.planned.message, std::string("words"));
    QCOMPARE(hub.planned.revision, std::string("dev"));
    QCOMPARE(hub.planned.licence, std::string("mit"));
    QCOMPARE(hub.planned.acceptedLicence, std::string("seer"));
    HubRun pull(hub, {"publish", "d", "--to", "team/m", "--dry-run", "--pr"});
    cli::publishCommand(pull.session());
    QVERIFY(hub.planned.pullRequest);
}

void PublishCommandTest::withoutATerminalItWantsYes()
{
    FakeHub hub;
    HubRun run(hub, {"publish", "d", "--to", "m"});
    const Input input("y\n");
    try {
        cli::publishCommand(run.session());
        QFAIL("published");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY(error.fact("reason").find("--yes") != std::string_view::npos);
    }
    QVERIFY(hub.planned.repository.empty());
}

void PublishCommandTest::yesPublishes()
{
    FakeHub hub;
    HubRun run(hub, {"publish", "d", "--to", "m", "--yes", "--json", "--quiet"});
    const Input input("");
    const auto json = cli::Json::parse(cli::publishCommand(run.session()).output);
    QCOMPARE(json.at("schema").get<int>(), 1);
    QCOMPARE(json.at("ok").get<bool>(), true);
    QCOMPARE(json.at("repository").get<std::string>(), std::string("alice/m"));
    QCOMPARE(json.at("commit").get<std::string>(), std::string("c0ffee"));
    QVERIFY(json.at("pull_request").is_null());
    QStringList sent;
    for (const auto& file : json.at("files")) {
        QVERIFY(file.contains("bytes") && file.contains("sha256"));
        sent += file.at("sent").get<bool>() ? QString::fromStdString(file.at("name").get<std::string>()) : QString();
    }
    sent.removeAll(QString());
    QCOMPARE(sent, (QStringList{"config.json", "model.safetensors"}));
    HubRun asText(hub, {"publish", "d", "--to", "m", "--yes", "--quiet"});
    QCOMPARE(cli::publishCommand(asText.session()).output, std::string("published as alice/m: 5.00 GB sent\nhttps://hub/alice/m/commit/c0ffee\n"));
}

void PublishCommandTest::questionIsAsked_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isYes");
    QTest::newRow("y") << QByteArray("y\n") << true;
    QTest::newRow("Yes") << QByteArray("Yes\n") << true;
    QTest::newRow("n") << QByteArray("n\n") << false;
    QTest::newRow("nothing") << QByteArray("\n") << false;
    QTest::newRow("something else") << QByteArray("yep\n") << false;
    QTest::newRow("end of input") << QByteArray("\x04") << false;
}

void PublishCommandTest::questionIsAsked()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, isYes);
    FakeHub hub;
    HubRun run(hub, {"publish", "d", "--to", "m", "--progress", "none", "--quiet"});
    bool isCancelled = false;
    Input input("[y/N] ", answer.toStdString());
    QVERIFY(input.isGood());
    try {
        cli::publishCommand(run.session());
    } catch (const Cancelled&) {
        isCancelled = true;
    }
    const std::string shown = input.finish();
    QCOMPARE(hub.published, isYes ? 1 : 0);
    QCOMPARE(isCancelled, !isYes);
    QVERIFY2(shown.find("alice/m (new, private)") != std::string::npos, shown.c_str());
    QVERIFY2(shown.find("Publish? [y/N]") != std::string::npos, shown.c_str());
}

void PublishCommandTest::errorsNameTheRepository()
{
    FakeHub hub;
    hub.failure = Error(ErrorCode::PublishConflict).with("problem", "moved");
    HubRun run(hub, {"publish", "d", "--to", "m", "--yes", "--quiet"});
    try {
        cli::publishCommand(run.session());
        QFAIL("published");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(cli::sentenceOf(error)),
                 "alice/m: the repository is not as it was planned for: somebody else has changed its branch meanwhile; nothing of it was replaced.");
    }
}

void PublishCommandTest::conversionIsPublished()
{
    FakeHub hub;
    const std::string source = demo();
    const std::string out = at("out");
    HubRun run(hub, {"convert", source.c_str(), "--out", out.c_str(), "--push-to", "team/m", "--yes", "--json", "--quiet"});
    const cli::CommandResult result = cli::convertCommand(run.session());
    QVERIFY2(!result.error, result.error ? result.error->what() : "");
    const auto json = cli::Json::parse(result.output);
    QCOMPARE(json.at("published").at("repository").get<std::string>(), std::string("team/m"));
    QCOMPARE(json.at("verified").get<bool>(), true);
    QCOMPARE(hub.planned.folder, out);
    QCOMPARE(hub.checked, (std::vector<std::pair<std::string, std::string>>{{"team/m", "vissl"}}));
}

void PublishCommandTest::conversionIsCheckedBefore()
{
    FakeHub hub;
    hub.refusal = Error(ErrorCode::LicenceNotAccepted).with("name", "SEER");
    const std::string source = demo();
    const std::string out = at("out");
    HubRun run(hub, {"convert", source.c_str(), "--out", out.c_str(), "--push-to", "team/m", "--yes", "--quiet"});
    try {
        cli::convertCommand(run.session());
        QFAIL("converted");
    } catch (const Error& error) {
        QCOMPARE(error.exitCode(), ExitCode::LicenceNotAccepted);
    }
    QVERIFY(!QFile::exists(QString::fromStdString(out)));
}

void PublishCommandTest::failureToPublishKeepsTheConversion()
{
    FakeHub hub;
    hub.failure = Error(ErrorCode::HubRefused).with("found", uint64_t{402});
    const std::string source = demo();
    const std::string out = at("out");
    HubRun run(hub, {"convert", source.c_str(), "--out", out.c_str(), "--push-to", "team/m", "--yes", "--quiet", "--json"});
    const cli::CommandResult result = cli::convertCommand(run.session());
    QVERIFY(result.error && result.error->code() == ErrorCode::HubRefused);
    const auto json = cli::Json::parse(cli::withError(result.output, *result.error));
    QCOMPARE(json.at("ok").get<bool>(), false);
    QCOMPARE(json.at("folder").get<std::string>(), out);
    QVERIFY(json.at("published").is_null());
    QVERIFY(QFile::exists(QString::fromStdString(out + "/model.safetensors")));
}

void PublishCommandTest::conversionWantsAnAnswerBefore()
{
    FakeHub hub;
    const std::string source = demo();
    const std::string out = at("out");
    HubRun run(hub, {"convert", source.c_str(), "--out", out.c_str(), "--push-to", "team/m"});
    const Input input("y\n");
    QVERIFY_EXCEPTION_THROWN(cli::convertCommand(run.session()), Error);
    QVERIFY(!QFile::exists(QString::fromStdString(out)));
}

void PublishCommandTest::referenceFlagPublishesUnderTheModelsName()
{
    FakeHub hub;
    hub.refusal = Error(ErrorCode::LicenceNotAccepted).with("name", "SEER");
    const std::string folder = at("models");
    HubRun refused(hub, {"--model_name", "regnet-y-320-seer", "--pytorch_dump_folder_path", folder.c_str(), "--push_to_hub", "true", "--yes"});
    QVERIFY_EXCEPTION_THROWN(cli::referenceCommand(refused.session()), Error);
    QCOMPARE(hub.checked, (std::vector<std::pair<std::string, std::string>>{{"regnet-y-320-seer", "vissl"}}));
    HubRun unasked(hub, {"--model_name", "regnet-y-320-seer", "--pytorch_dump_folder_path", folder.c_str(), "--push_to_hub", "true"});
    const Input input("y\n");
    try {
        cli::referenceCommand(unasked.session());
        QFAIL("converted");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
    }
}

QTEST_GUILESS_MAIN(PublishCommandTest)
#include "publish_command_test.moc"
