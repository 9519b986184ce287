#include "tests/cli/hub_fakes.h"

#include <QTest>

using namespace wb;

class LoginTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tokenComesFromStdin();
    void tokenIsTypedUnseen();
    void withoutATerminalItIsRefused();
    void whatIsNoTokenIsRefused();
    void tokenThatTheHubRefusesIsNotKept();
    void logoutRemovesItAndNamesAnother();
    void whoamiSaysWhoAndWhereFrom();
    void aTokenIsNoArgument();

private:
    static constexpr const char* endpoint = "https://huggingface.co";
};

void LoginTest::init()
{
    for (const char* name : {"HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"}) {
        qunsetenv(name);
    }
    qputenv("HF_HOME", "/absent");
}

void LoginTest::tokenComesFromStdin()
{
    FakeHub hub;
    HubRun run(hub, {"login", "--stdin", "--json", "--quiet"});
    const Input input("  hf_test\r\nanother line\n");
    const auto json = cli::Json::parse(cli::loginCommand(run.session()).output);
    QCOMPARE(hub.keychain[endpoint], std::string("hf_test"));
    QCOMPARE(json.at("ok").get<bool>(), true);
    QCOMPARE(json.at("user").get<std::string>(), std::string("alice"));
    QVERIFY(json.dump().find("hf_test") == std::string::npos);
}

void LoginTest::tokenIsTypedUnseen()
{
    FakeHub hub;
    HubRun run(hub, {"login"});
    Input input("not shown): ", "hf_test\n");
    const std::string output = cli::loginCommand(run.session()).output;
    const std::string shown = input.finish();
    QCOMPARE(hub.keychain[endpoint], std::string("hf_test"));
    QVERIFY2(output.find("alice") != std::string::npos && output.find("hf_test") == std::string::npos, output.c_str());
    QVERIFY2(shown.find("Token") != std::string::npos && shown.find("hf_test") == std::string::npos, shown.c_str());
}

void LoginTest::withoutATerminalItIsRefused()
{
    FakeHub hub;
    HubRun run(hub, {"login"});
    const Input input("hf_test\n");
    try {
        cli::loginCommand(run.session());
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
    }
    QVERIFY(hub.keychain.empty());
}

void LoginTest::whatIsNoTokenIsRefused()
{
    FakeHub hub;
    for (const char* text : {"", "\n", "hf x\n", "hf_\x01\n"}) {
        HubRun run(hub, {"login", "--stdin"});
        const Input input(text);
        QVERIFY_EXCEPTION_THROWN(cli::loginCommand(run.session()), Error);
    }
    QVERIFY(hub.keychain.empty());
}

void LoginTest::tokenThatTheHubRefusesIsNotKept()
{
    FakeHub hub;
    HubRun run(hub, {"login", "--stdin"});
    const Input input("hf_wrong\n");
    try {
        cli::loginCommand(run.session());
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::NotAuthorised);
    }
    QVERIFY(hub.keychain.empty());
}

void LoginTest::logoutRemovesItAndNamesAnother()
{
    FakeHub hub;
    hub.keychain[endpoint] = "hf_test";
    HubRun run(hub, {"logout"});
    QCOMPARE(cli::logoutCommand(run.session()).output, std::string("the token is removed from the keychain\nthere still is one in HF_TOKEN\n"));
    QVERIFY(hub.keychain.empty());
    hub.found = {};
    QCOMPARE(cli::logoutCommand(run.session()).output, std::string("there is no token in the keychain\n"));
    HubRun json(hub, {"logout", "--json"});
    const auto document = cli::Json::parse(cli::logoutCommand(json.session()).output);
    QCOMPARE(document.at("removed").get<bool>(), false);
    QVERIFY(document.at("place").is_null());
}

void LoginTest::whoamiSaysWhoAndWhereFrom()
{
    FakeHub hub;
    hub.found = {"hf_test", hub::TokenSource::File, "/h/token"};
    HubRun run(hub, {"whoami"});
    QCOMPARE(cli::whoAmICommand(run.session()).output, std::string("user   alice (write)\ntoken  from /h/token\nwrites alice, team\n"));
    HubRun asJson(hub, {"whoami", "--json"});
    const auto json = cli::Json::parse(cli::whoAmICommand(asJson.session()).output);
    QCOMPARE(json.at("schema").get<int>(), 1);
    QCOMPARE(json.at("role").get<std::string>(), std::string("write"));
    QCOMPARE(json.at("source").get<std::string>(), std::string("file"));
    QCOMPARE(json.at("place").get<std::string>(), std::string("/h/token"));
    QCOMPARE(json.at("endpoint").get<std::string>(), std::string(endpoint));
    hub.found = {};
    QVERIFY_EXCEPTION_THROWN(cli::whoAmICommand(asJson.session()), Error);
}

void LoginTest::aTokenIsNoArgument()
{
    FakeHub hub;
    QVERIFY_EXCEPTION_THROWN(HubRun(hub, {"login", "hf_test"}), Error);
    QVERIFY_EXCEPTION_THROWN(HubRun(hub, {"login", "--token", "hf_test"}), Error);
}

QTEST_GUILESS_MAIN(LoginTest)
#include "login_test.moc"
