#include "core/net/settings.h"
#include "tests/support/expect_error.h"

#include <QTest>

#include <map>

using namespace wb;
using namespace wb::net;

// What the environment says of the network.
class SettingsTest : public QObject {
    Q_OBJECT

private:
    static Settings from(std::map<std::string, std::string> values)
    {
        return settingsFromEnvironment([values = std::move(values)](const char* name) {
            const auto found = values.find(name);
            return found == values.end() ? nullptr : found->second.c_str();
        });
    }

private slots:
    void nothingSet();
    void endpoint();
    void offline();
    void certificates();
    void proxies();
    void truths();
};

void SettingsTest::nothingSet()
{
    const Settings settings = from({});
    QCOMPARE(settings.endpoint, std::string("https://huggingface.co"));
    QVERIFY(!settings.offline && !settings.allowHttp && !settings.proxyInEnvironment && settings.caFile.empty() && settings.token.empty());
    QCOMPARE(settings.connections, 8U);
}

void SettingsTest::endpoint()
{
    QCOMPARE(from({{"HF_ENDPOINT", "https://mirror.example///"}}).endpoint, std::string("https://mirror.example"));
    QCOMPARE(from({{"HF_ENDPOINT", ""}}).endpoint, std::string("https://huggingface.co"));
    const auto error = test::errorOf([] { from({{"HF_ENDPOINT", "file:///x"}}); });
    QVERIFY(error && error->code() == ErrorCode::UrlRefused);
}

void SettingsTest::offline()
{
    QVERIFY(from({{"HF_HUB_OFFLINE", "1"}}).offline && from({{"TRANSFORMERS_OFFLINE", "yes"}}).offline);
    QVERIFY(!from({{"HF_HUB_OFFLINE", "0"}}).offline);
}

void SettingsTest::certificates()
{
    QCOMPARE(from({{"CURL_CA_BUNDLE", "c"}}).caFile, std::string("c"));
    QCOMPARE(from({{"REQUESTS_CA_BUNDLE", "b"}, {"CURL_CA_BUNDLE", "c"}}).caFile, std::string("b"));
    QCOMPARE(from({{"SSL_CERT_FILE", "a"}, {"REQUESTS_CA_BUNDLE", "b"}}).caFile, std::string("a"));
}

void SettingsTest::proxies()
{
    for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        QVERIFY2(from({{name, "http://proxy:1"}}).proxyInEnvironment, name);
    }
    QVERIFY(!from({{"https_proxy", ""}, {"HTTP_PROXY", "http://cgi.example"}}).proxyInEnvironment);
}

void SettingsTest::truths()
{
    for (const char* value : {"1", "on", "YES", "True"}) {
        QVERIFY2(isTrue(value), value);
    }
    for (const char* value : {"", "0", "off", "no", "2"}) {
        QVERIFY2(!isTrue(value), value);
    }
    QVERIFY(!isTrue(nullptr));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
