#include "core/net/redirects.h"
#include "tests/support/expect_error.h"

#include <QTest>

using namespace wb;
using namespace wb::net;

// Where a Location header may lead, and where the token may go.
class RedirectsTest : public QObject {
    Q_OBJECT

private slots:
    void followed_data();
    void followed();
    void insideMayLeadInside();
    void httpOnlyWhereItWasAskedFor();
    void tokenOnlyAtItsOwnOrigin();
};

void RedirectsTest::followed_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* location, const char* problem) { QTest::newRow(location) << location << problem; };
    row("https://cdn.example/x", "");
    row("/other", "");
    row("http://h.example/x", "to-http");
    row("http://cdn.example/x", "to-http");
    row("file:///etc/passwd", "to-file");
    row("FILE:///etc/passwd", "to-file");
    row("ftp://cdn.example/x", "location");
    row("javascript:alert(1)", "location");
    row("https://me:pw@cdn.example/x", "location");
    row("https://127.0.0.1/x", "to-inside");
    row("https://localhost/x", "to-inside");
    row("https://169.254.169.254/latest/meta-data", "to-inside");
    row("https://2852039166/latest", "to-inside");
    row("https://[::ffff:169.254.169.254]/x", "to-inside");
    row("https://[fe80::1]/x", "to-inside");
    row("https://10.0.0.1/x", "to-inside");
    row("", "location");
    row("https://", "location");
}

void RedirectsTest::followed()
{
    QFETCH(QString, location);
    QFETCH(QString, problem);
    const Url asked = Url::parse("https://h.example/a/b");
    Settings settings;
    const auto error = test::errorOf([&] { net::followed(asked, location.toStdString(), asked, false, settings); });
    QCOMPARE(error.has_value(), !problem.isEmpty());
    if (error) {
        QVERIFY(error->code() == ErrorCode::RedirectRefused);
        QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), problem);
        QCOMPARE(error->fact("host"), std::string_view("h.example"));
        QVERIFY(std::string(error->what()).find("pw") == std::string::npos);
    }
}

void RedirectsTest::insideMayLeadInside()
{
    const Url loopback = Url::parse("http://127.0.0.1:5000/a");
    Settings settings;
    QCOMPARE(net::followed(loopback, "http://127.0.0.1:6000/b", loopback, true, settings).text(), std::string("http://127.0.0.1:6000/b"));
    const Url named = Url::parse("https://intranet.example/a");  // resolved to an inside address
    QCOMPARE(net::followed(named, "https://10.0.0.1/b", named, true, settings).host(), std::string("10.0.0.1"));
    QVERIFY(test::errorOf([&] { net::followed(loopback, "http://example.com/b", loopback, true, settings); }));
}

void RedirectsTest::httpOnlyWhereItWasAskedFor()
{
    Settings settings;
    QVERIFY(!test::errorOf([&] { requireTaken(Url::parse("https://example.com/"), settings); }));
    QVERIFY(!test::errorOf([&] { requireTaken(Url::parse("http://localhost/"), settings); }));
    const auto error = test::errorOf([&] { requireTaken(Url::parse("http://example.com/"), settings); });
    QVERIFY(error && error->code() == ErrorCode::UrlRefused && error->fact("problem") == "http");
    settings.allowHttp = true;
    QVERIFY(!test::errorOf([&] { requireTaken(Url::parse("http://example.com/"), settings); }));
    const Url secure = Url::parse("https://h.example/a");
    QVERIFY(test::errorOf([&] { net::followed(secure, "http://h.example/b", secure, false, settings); }));
    const Url plain = Url::parse("http://h.example/a");
    QVERIFY(!test::errorOf([&] { net::followed(plain, "http://other.example/b", plain, false, settings); }));
}

void RedirectsTest::tokenOnlyAtItsOwnOrigin()
{
    Settings settings;
    settings.token = "hf_x";
    QCOMPARE(tokenFor(Url::parse("https://huggingface.co/a"), settings), std::string("hf_x"));
    QCOMPARE(tokenFor(Url::parse("https://HuggingFace.co:443/a"), settings), std::string("hf_x"));
    for (const char* url :
         {"http://huggingface.co/a", "https://huggingface.co:444/a", "https://cdn.huggingface.co/a", "https://huggingface.co.evil.example/"}) {
        QCOMPARE(tokenFor(Url::parse(url), settings), std::string());
    }
}

QTEST_GUILESS_MAIN(RedirectsTest)
#include "redirects_test.moc"
