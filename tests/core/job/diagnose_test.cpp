#include "core/job/check_connection.h"
#include "core/job/diagnose.h"
#include "tests/support/expect_error.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/net_run.h"

#include <QTest>

#include <map>

using wb::job::proxyFor;
using wb::job::withoutCredentials;

// What is told about the environment, and nothing secret of it; the question whether the Hub can be reached.
class DiagnoseTest : public QObject {
    Q_OBJECT

private:
    using Variables = std::map<std::string, std::string>;
    static wb::net::Environment with(const Variables& variables)
    {
        return [variables](const char* name) -> const char* {
            const auto found = variables.find(name);
            return found == variables.end() ? nullptr : found->second.c_str();
        };
    }

private Q_SLOTS:
    void tellsWhatMatters();
    void tellsNothingSecret();
    void credentialsAreCutOut();
    void proxyIsChosenAsLibcurlDoes();
    void connectionIsChecked();
    void connectionThatFailsSaysWhy();
};

void DiagnoseTest::tellsWhatMatters()
{
    const QString text = QString::fromStdString(wb::job::diagnosis(with({{"HOME", "/nowhere"}, {"LANG", "tr_TR.UTF-8"}})));
    for (const char* word :
         {"weightbridge ", "libcurl/", "kernel: Linux", "SHA-NI ", "F16C ", "memory: ", " free, ", "hub: https://huggingface.co", "proxy: none",
          "weightbridge-torch: ", "keychain: no session bus", "LANG: tr_TR.UTF-8", "hub cache: /nowhere/.cache/huggingface/hub"}) {
        QVERIFY2(text.contains(word), qPrintable(QString::fromLatin1(word) + "\n" + text));
    }
}

void DiagnoseTest::tellsNothingSecret()
{
    const std::string token = "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";
    const QString text = QString::fromStdString(wb::job::diagnosis(with({{"HF_TOKEN", token},
                                                                         {"HUGGING_FACE_HUB_TOKEN", token},
                                                                         {"HF_HOME", "/data/" + token},
                                                                         {"https_proxy", "http://user:passw0rd@proxy.example.org:3128"},
                                                                         {"ALL_PROXY", "user:passw0rd@other.example.org:1"},
                                                                         {"LD_PRELOAD", "a\nb: c\x1b[31m"}})));
    QVERIFY2(!text.contains("SECRET") && !text.contains("passw0rd") && !text.contains("user"), qPrintable(text));
    QVERIFY(text.contains("HF_TOKEN: set, not shown"));
    QVERIFY(text.contains("proxy: http://proxy.example.org:3128"));
    QVERIFY(!text.contains("\nb: c") && !text.contains(QChar(0x1b)));
}

void DiagnoseTest::credentialsAreCutOut()
{
    QCOMPARE(withoutCredentials("http://a:b@c@host:1/x@y"), std::string("http://host:1/x@y"));
    QCOMPARE(withoutCredentials("a:b@host:1"), std::string("host:1"));
    QCOMPARE(withoutCredentials("http://host/"), std::string("http://host/"));
    QCOMPARE(withoutCredentials(""), std::string());
}

void DiagnoseTest::proxyIsChosenAsLibcurlDoes()
{
    const auto hub = wb::net::Url::parse("https://hub.example.org");
    QCOMPARE(proxyFor(hub, with({})), std::string());
    QCOMPARE(proxyFor(hub, with({{"http_proxy", "http://a"}})), std::string());
    QCOMPARE(proxyFor(hub, with({{"HTTPS_PROXY", "http://b"}, {"all_proxy", "http://c"}})), std::string("http://b"));
    QCOMPARE(proxyFor(hub, with({{"https_proxy", "http://b"}, {"no_proxy", "localhost, .example.org"}})), std::string());
    QCOMPARE(proxyFor(hub, with({{"https_proxy", "http://b"}, {"no_proxy", "ample.org"}})), std::string("http://b"));
    QCOMPARE(proxyFor(hub, with({{"https_proxy", "http://b"}, {"NO_PROXY", "*"}})), std::string());
}

void DiagnoseTest::connectionIsChecked()
{
    wb::test::FaultServer server;
    server.serve("/api/models", wb::test::Content::of("[]"));
    wb::test::NetRun run;
    wb::net::Settings settings = wb::test::quickSettings();
    settings.endpoint = "http://127.0.0.1:" + std::to_string(server.port());
    settings.token = "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";
    const wb::job::Connection found = wb::job::checkConnection(settings, with({}), run.job);
    QCOMPARE(found.status, 200);
    QVERIFY(!found.isTlsVerified && found.proxy.empty());
    QCOMPARE(server.requests().size(), size_t{1});
    const auto requests = server.requests();
    for (const auto& field : requests.front().headers) {
        QVERIFY(field.second.find("SECRET") == std::string::npos);
    }
    // Any answer says that the server was reached.
    settings.endpoint += "/nothing";
    QCOMPARE(wb::job::checkConnection(settings, with({}), run.job).status, 404);
}

void DiagnoseTest::connectionThatFailsSaysWhy()
{
    wb::test::NetRun run;
    wb::net::Settings settings = wb::test::quickSettings();  // to a port that nobody listens on
    try {
        wb::job::checkConnection(settings, with({}), run.job);
        QFAIL("no error");
    } catch (const wb::Error& error) {
        QCOMPARE(error.code(), wb::ErrorCode::NetworkFailed);
        QVERIFY(!error.fact("problem").empty());
    }
    settings.offline = true;
    try {
        wb::job::checkConnection(settings, with({}), run.job);
        QFAIL("no error");
    } catch (const wb::Error& error) {
        QCOMPARE(error.code(), wb::ErrorCode::Offline);
    }
    run.cancel.cancel();
    settings.offline = false;
    QVERIFY_EXCEPTION_THROWN(wb::job::checkConnection(settings, with({}), run.job), wb::Cancelled);
}

QTEST_GUILESS_MAIN(DiagnoseTest)
#include "diagnose_test.moc"
