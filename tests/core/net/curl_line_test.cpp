#include "core/net/curl_line.h"
#include "core/net/exchange.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/net_run.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

using namespace wb;
using namespace wb::net;
using namespace wb::test;

// The command line of curl that the log gets of each request: a user can run it, and no secret stands in it.
class CurlLineTest : public QObject {
    Q_OBJECT

private slots:
    void eachRequestIsLoggedWithoutItsToken();
    void whatIsShown_data();
    void whatIsShown();
    void shellAndCurlSendTheSameRequest();
};

void CurlLineTest::eachRequestIsLoggedWithoutItsToken()
{
    FaultServer server;
    server.serve("/a", Content::of("abc"));
    Settings settings = quickSettings();
    settings.token = "a-token-of-another-kind";
    NetRun run;
    Exchange exchange(settings, run.job);
    net::Request request{Url::parse(server.url("/a?x=1"))};
    request.token = settings.token;
    exchange.once(request);
    exchange.once({Url::parse(server.url("/a?signature=geheim"))});
    const QString lines = QString::fromStdString(run.lines);
    QCOMPARE(lines.count("curl "), 2);
    QVERIFY2(lines.contains("\"Authorization: Bearer $HF_TOKEN\" '" + QString::fromStdString(server.url("/a?x=1'"))), qPrintable(lines));
    QVERIFY2(lines.contains("/a?***'"), qPrintable(lines));
    QVERIFY(!lines.contains("a-token-of-another-kind") && !lines.contains("geheim"));
    QCOMPARE(server.requests().front().header("Authorization"), std::string("Bearer a-token-of-another-kind"));
}

void CurlLineTest::whatIsShown_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QStringList>("hidden");
    Settings settings = quickSettings();
    net::Request request{Url::parse("https://host/it's?first=one&second&third=a=b")};
    request.range = ByteRange{2, 5};
    request.ifRange = "\"tag\"";
    const auto add = [&](const char* name, const QStringList& parts, const QStringList& hidden) {
        QTest::newRow(name) << QString::fromStdString(redacted(curlLine(request, settings))) << parts << hidden;
    };
    add("part of a file", {"-r 2-4", "-H 'If-Range: \"tag\"'", "'https://host/it'\\''s?***'"}, {"first", "second", "a=b", "-X", "Bearer"});
    request = {Url::parse("https://host/put?sig=abc")};
    request.method = "PUT";
    request.body = bodyOf("secret text");
    request.fields = {{"Content-Type", "a/b"}, {"X-Store-Key", "k3y"}, {"authorization", "Basic cGFzcw"}};
    add("body and header fields of a server", {"-X PUT", "'@body of 11 bytes'", "-H 'Content-Type: a/b'", "-H 'X-Store-Key: ***'", "-H Expect:"},
        {"secret text", "k3y", "cGFzcw", "abc"});
    request = {Url::parse("https://host/a")};
    settings.proxy = "http://me:geheim@proxy:80";
    settings.caFile = "/my certificates.pem";
    add("proxy and certificates", {"-x 'http://***@proxy:80'", "--cacert '/my certificates.pem'"}, {"geheim"});
    settings.proxy = "me:geheim@proxy:80";
    add("proxy without a scheme", {"-x '***@proxy:80'"}, {"geheim"});
    request = {Url::parse("https://host/a?create_pr=1&type=pull_request")};
    request.token = "hf_x";
    add("query beside the token", {"/a?create_pr=1&type=pull_request"}, {"hf_x"});
    request = {Url::parse("https://host/a?create_pr=1&sig=0123456789abcdef0123456789abcdef0")};
    request.token = "hf_x";
    add("long value beside the token", {"/a?***"}, {"abcdef", "hf_x"});
    request.token = "hf_x\r\nX-Injected: 1";
    add("token that is not sent", {}, {"Injected", "Bearer"});
}

void CurlLineTest::whatIsShown()
{
    QFETCH(QString, line);
    QFETCH(QStringList, parts);
    QFETCH(QStringList, hidden);
    for (const QString& part : parts) {
        QVERIFY2(line.contains(part), qPrintable(line));
    }
    for (const QString& part : hidden) {
        QVERIFY2(!line.contains(part), qPrintable(line));
    }
    QVERIFY(!line.contains('\n') && !line.contains('\r'));
}

void CurlLineTest::shellAndCurlSendTheSameRequest()
{
    if (QStandardPaths::findExecutable("curl").isEmpty()) {
        QSKIP("curl is not installed");
    }
    FaultServer server;
    server.serve("/it's", Content::of("abcdefgh"));
    NetRun run;
    net::Request request{Url::parse(server.url("/it's?x=$HOME&y=[1]"))};
    request.token = "hf_secret";
    request.range = ByteRange{2, 5};
    request.fields = {{"Accept", "`a` \"b\" $c"}};
    Exchange(quickSettings(), run.job).once(request);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HF_TOKEN", "hf_secret");
    shell.setProcessEnvironment(environment);
    shell.start("sh", {"-c", QString::fromStdString(run.lines)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("cde"));
    const auto sent = server.requests();
    QCOMPARE(sent.size(), size_t{2});
    QCOMPARE(sent[1].target, sent[0].target);
    for (const char* name : {"Authorization", "Range", "Accept", "Accept-Encoding"}) {
        QCOMPARE(sent[1].header(name), sent[0].header(name));
    }
}

QTEST_GUILESS_MAIN(CurlLineTest)
#include "curl_line_test.moc"
