#include "core/net/url.h"
#include "tests/support/expect_error.h"

#include <QTest>

using namespace wb;
using namespace wb::net;

// Addresses that people and servers give.
class UrlTest : public QObject {
    Q_OBJECT

private slots:
    void takenApart();
    void refused_data();
    void refused();
    void secretsAreNotShown();
    void insideAddresses_data();
    void insideAddresses();
    void insideHosts_data();
    void insideHosts();
    void fileNames_data();
    void fileNames();
    void longNamesKeepTheirEnding();
    void locations_data();
    void locations();
    void looksLikeOne();
};

void UrlTest::takenApart()
{
    const Url url = Url::parse("HTTPS://Example.COM/a%20b/c.pth?Signature=abc#part");
    QCOMPARE(url.scheme(), std::string("https"));
    QCOMPARE(url.host(), std::string("example.com"));
    QCOMPARE(url.port(), uint16_t{443});
    QCOMPARE(url.origin(), std::string("https://example.com:443"));
    QCOMPARE(url.shown(), std::string("https://Example.COM/a%20b/c.pth"));
    QVERIFY(url.text().ends_with("?Signature=abc"));
    QVERIFY(url.isSecure() && !url.isLoopback() && !url.isInside());
    QCOMPARE(Url::parse("http://[::1]:8080/x").origin(), std::string("http://[::1]:8080"));
    QCOMPARE(url.withPath("/d/e").text(), std::string("https://example.com:443/d/e"));
}

void UrlTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << QByteArray("scheme");
    QTest::newRow("ftp") << QByteArray("ftp://example.com/a") << QByteArray("scheme");
    QTest::newRow("password") << QByteArray("https://me:secret@example.com/a") << QByteArray("credentials");
    QTest::newRow("user") << QByteArray("https://me@example.com/a") << QByteArray("credentials");
    QTest::newRow("line end") << QByteArray("https://example.com/a\r\nX: y") << QByteArray("control");
    QTest::newRow("nul") << QByteArray("https://example.com/a\0b", 23) << QByteArray("control");
    QTest::newRow("space") << QByteArray("https://example.com/a b") << QByteArray("control");
    QTest::newRow("no host") << QByteArray("https://") << QByteArray("syntax");
    QTest::newRow("port") << QByteArray("https://example.com:99999/a") << QByteArray("syntax");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("scheme");
    QTest::newRow("long") << "https://example.com/" + QByteArray(9000, 'a') << QByteArray("long");
}

void UrlTest::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problem);
    const auto error = test::errorOf([&] { Url::parse(text.toStdString()); });
    QVERIFY(error && error->code() == ErrorCode::UrlRefused);
    QCOMPARE(QByteArray::fromStdString(std::string(error->fact("problem"))), problem);
}

void UrlTest::secretsAreNotShown()
{
    for (const char* text : {"https://me:hidden@example.com/a", "https://me:hidden@example.com:99999/a", "ftp://me:hidden@example.com/a",
                             "https://example.com:99999/a?Signature=hidden", "ftp://example.com/a?token=hidden", "https://me:hidden@exa mple.com/"}) {
        const auto error = test::errorOf([&] { Url::parse(text); });
        QVERIFY2(error && std::string(error->what()).find("hidden") == std::string::npos, text);
    }
}

void UrlTest::insideAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("inside");
    for (const char* address : {"127.0.0.1",
                                "127.8.9.1",
                                "10.0.0.1",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "0.0.0.0",
                                "100.64.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::1",
                                "::",
                                "fe80::1",
                                "fe80::1%eth0",
                                "fc00::1",
                                "fd12::1",
                                "ff02::1",
                                "::ffff:127.0.0.1",
                                "::ffff:a9fe:a9fe",
                                "64:ff9b::a9fe:a9fe",
                                "nonsense",
                                ""}) {
        QTest::newRow(qPrintable(QString("in ") + address)) << address << true;
    }
    for (const char* address : {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111", "2a00:1450::1",
                                "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
        QTest::newRow(qPrintable(QString("out ") + address)) << address << false;
    }
}

void UrlTest::insideAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, inside);
    QCOMPARE(isInsideAddress(address.toStdString()), inside);
}

void UrlTest::insideHosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("inside");
    for (const char* url :
         {"http://localhost/", "http://a.localhost/", "http://127.1/", "http://0x7f.0.0.1/", "http://2130706433/", "http://017700000001/",
          "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://169.254.169.254/latest"}) {
        QTest::newRow(url) << url << true;
    }
    for (const char* url : {"http://example.com/", "http://[2606:4700::1111]/", "http://8.8.8.8/", "http://localhost.example.com/"}) {
        QTest::newRow(url) << url << false;
    }
}

void UrlTest::insideHosts()
{
    QFETCH(QString, url);
    QFETCH(bool, inside);
    QCOMPARE(Url::parse(url.toStdString()).isInside(), inside);
}

void UrlTest::fileNames_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* url, const char* name) { QTest::newRow(url) << QByteArray(url) << QByteArray(name); };
    row("https://h/model.pth", "model.pth");
    row("https://h/a/model.pth?x=/../y", "model.pth");
    row("https://h/a%20b.pth", "a b.pth");
    row("https://h/..%2f..%2f.bashrc", "_.._.bashrc");
    row("https://h/%2e%2e%2fx", "_x");
    row("https://h/.bashrc", "bashrc");
    row("https://h/a%00b", "a_b");
    row("https://h/a%0ab", "a_b");
    row("https://h/a%5Cb%3Ac", "a_b_c");
    row("https://h/CON", "_CON");
    row("https://h/com1.txt", "_com1.txt");
    row("https://h/model.pth.", "model.pth");
    row("https://h/%20model%20", "model");
    row("https://h/%ff%fe", "__");
    row("https://h/%", "%");
    row("https://h/%zz", "%zz");
    row("https://h/", "download");
    row("https://h", "download");
    row("https://h/a/..", "download");
    row("https://h/%2e%2e", "download");
}

void UrlTest::fileNames()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(Url::parse(url.toStdString()).fileName()), name);
}

void UrlTest::longNamesKeepTheirEnding()
{
    const std::string name = Url::parse("https://h/" + std::string(300, 'a') + ".pth").fileName();
    QCOMPARE(name.size(), size_t{200});
    QVERIFY(name.ends_with("aaa.pth"));
    std::string letters;
    for (int i = 0; i < 150; ++i) {
        letters += "ä";
    }
    const std::string cut = plainFileName(letters + "x.pth");
    QVERIFY(cut.size() <= 200 && cut.starts_with("ä") && cut.ends_with("x.pth"));
}

void UrlTest::locations_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("to");
    QTest::newRow("absolute") << "https://cdn.example/x?y=1"
                              << "https://cdn.example/x?y=1";
    QTest::newRow("path") << "/x/y"
                          << "https://h.example/x/y";
    QTest::newRow("relative") << "z"
                              << "https://h.example/a/z";
    QTest::newRow("up") << "../z"
                        << "https://h.example/z";
    QTest::newRow("same scheme") << "//cdn.example/x"
                                 << "https://cdn.example/x";
    QTest::newRow("query") << "?b=2"
                           << "https://h.example/a/b?b=2";
    QTest::newRow("with a space") << "/x y"
                                  << "https://h.example/x%20y";
}

void UrlTest::locations()
{
    QFETCH(QString, location);
    QFETCH(QString, to);
    QCOMPARE(Url::parse("https://h.example/a/b?q=1").resolved(location.toStdString()).text(), to.toStdString());
}

void UrlTest::looksLikeOne()
{
    QVERIFY(Url::looksLikeOne("https://h/") && Url::looksLikeOne("hf://a/b/c") && Url::looksLikeOne("FTP://x"));
    QVERIFY(!Url::looksLikeOne("/a://b") && !Url::looksLikeOne("a.pth") && !Url::looksLikeOne("://x") && !Url::looksLikeOne(""));
}

QTEST_GUILESS_MAIN(UrlTest)
#include "url_test.moc"
