#include "core/hub/hub_address.h"
#include "tests/support/expect_error.h"

#include <QTest>

using namespace wb;

class HubAddressTest : public QObject {
    Q_OBJECT

private slots:
    void leadsToTheFileAtTheEndpoint();
    void revisionIsEncodedWhole();
    void wrongAddressesAreRefused_data();
    void wrongAddressesAreRefused();
    void pageAboutAFileStandsForTheFile();
};

void HubAddressTest::leadsToTheFileAtTheEndpoint()
{
    const net::Url url = hub::resolveHubAddress("hf://timm/regnety_040.ra3_in1k/sub dir/model.safetensors", "http://127.0.0.1:9");
    QCOMPARE(url.text(), std::string("http://127.0.0.1:9/timm/regnety_040.ra3_in1k/resolve/main/sub%20dir/model.safetensors"));
    QCOMPARE(url.fileName(), std::string("model.safetensors"));
}

void HubAddressTest::revisionIsEncodedWhole()
{
    const net::Url url = hub::resolveHubAddress("hf://a/b@refs/c.bin", "https://hub.example");
    QCOMPARE(url.text(), std::string("https://hub.example/a/b/resolve/refs/c.bin"));
    QCOMPARE(hub::parseHubAddress("hf://a/b@v1.0/c.bin").revision, std::string("v1.0"));
}

void HubAddressTest::wrongAddressesAreRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("noFile") << "hf://owner/name";
    QTest::newRow("emptyFile") << "hf://owner/name/";
    QTest::newRow("noName") << "hf://owner//file";
    QTest::newRow("emptyRevision") << "hf://owner/name@/file";
    QTest::newRow("parent") << "hf://owner/name/../../file";
    QTest::newRow("parentAsOwner") << "hf://../name/file";
    QTest::newRow("escapedOwner") << "hf://ow%2Fner/name/file";
    QTest::newRow("control") << "hf://owner/name/fi\nle";
}

void HubAddressTest::wrongAddressesAreRefused()
{
    QFETCH(QString, address);
    const auto error = test::errorOf([&] { hub::resolveHubAddress(address.toStdString(), "https://hub.example"); });
    QVERIFY(error && error->code() == ErrorCode::UrlRefused);
    QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), QStringLiteral("hub-address"));
}

void HubAddressTest::pageAboutAFileStandsForTheFile()
{
    const net::Url page = net::Url::parse("https://hub.example/a/b/blob/main/c.bin");
    QCOMPARE(hub::withoutFilePage(page, "https://hub.example").text(), std::string("https://hub.example/a/b/resolve/main/c.bin"));
    QCOMPARE(hub::withoutFilePage(page, "https://other.example").text(), page.text());
}

QTEST_APPLESS_MAIN(HubAddressTest)
#include "hub_address_test.moc"
