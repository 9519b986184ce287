#include "core/hub/hub_address.h"
#include "core/hub/token_source.h"
#include "tests/support/expect_error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace wb;
using namespace wb::hub;

// Names of files on the Hub, and the token for it.
class HubAddressTest : public QObject {
    Q_OBJECT

private:
    static std::string tokenFrom(std::map<std::string, std::string> values)
    {
        return findToken([values = std::move(values)](const char* name) {
            const auto found = values.find(name);
            return found == values.end() ? nullptr : found->second.c_str();
        });
    }

private slots:
    void takenApart();
    void refused_data();
    void refused();
    void resolved();
    void filePages();
    void tokens();
};

void HubAddressTest::takenApart()
{
    const HubFile plain = parseHubAddress("hf://facebook/regnet-y-040/folder/model.safetensors");
    QVERIFY(plain.owner == "facebook" && plain.name == "regnet-y-040" && plain.revision == "main" && plain.path == "folder/model.safetensors");
    QCOMPARE(parseHubAddress("hf://a/b@v1.0/c").revision, std::string("v1.0"));
}

void HubAddressTest::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"hf://", "hf://a", "hf://a/b", "hf://a/b/", "hf:///b/c", "hf://a//c", "hf://a/b@/c", "hf://a/b/../c", "hf://a/b/c/..",
                             "hf://a/b/c//d", "hf://../b/c", "hf://a b/c/d", "hf://a/b/c\n", "https://a/b/c", "hf://a/b/c/"}) {
        QTest::newRow(text) << text;
    }
}

void HubAddressTest::refused()
{
    QFETCH(QString, text);
    const auto error = test::errorOf([&] { parseHubAddress(text.toStdString()); });
    QVERIFY(error && error->code() == ErrorCode::UrlRefused && error->fact("problem") == "hub-address");
}

void HubAddressTest::resolved()
{
    QCOMPARE(resolveHubAddress("hf://a/b@refs/x y.pth", "https://hub.example").text(), std::string("https://hub.example/a/b/resolve/refs/x%20y.pth"));
    QCOMPARE(resolveHubAddress("hf://a/b/c?d#e", "https://hub.example").text(), std::string("https://hub.example/a/b/resolve/main/c%3Fd%23e"));
}

void HubAddressTest::filePages()
{
    const auto without = [](const char* url) { return withoutFilePage(net::Url::parse(url), "https://hub.example").text(); };
    QCOMPARE(without("https://hub.example/a/b/blob/main/c.pth"), std::string("https://hub.example/a/b/resolve/main/c.pth"));
    QCOMPARE(without("https://other.example/a/b/blob/main/c.pth"), std::string("https://other.example/a/b/blob/main/c.pth"));
}

void HubAddressTest::tokens()
{
    QTemporaryDir folder;
    const std::string home = folder.path().toStdString();
    QFile file(folder.path() + "/token");
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(" hf_file\n") == 9);
    file.close();
    QCOMPARE(tokenFrom({{"HF_HOME", home}}), std::string("hf_file"));
    QCOMPARE(tokenFrom({{"HF_HOME", home}, {"HF_TOKEN", "hf_env"}}), std::string("hf_env"));
    QCOMPARE(tokenFrom({{"HF_HOME", home}, {"HF_TOKEN", "hf_a\r\nX: y"}}), std::string());
    QCOMPARE(tokenFrom({{"HF_HOME", home}, {"HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"}}), std::string());
    QCOMPARE(tokenFrom({{"HF_TOKEN_PATH", home + "/none"}}), std::string());
    QCOMPARE(tokenFrom({{"HF_TOKEN_PATH", home + "/token"}}), std::string("hf_file"));
}

QTEST_GUILESS_MAIN(HubAddressTest)
#include "hub_address_test.moc"
