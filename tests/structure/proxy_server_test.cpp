#include "tests/structure/raw_client.h"
#include "tests/support/http/certificates.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/http/proxy_server.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/x509.h>

#include <csignal>

using namespace wb::test;

// The TLS side of the server of the download tests, and the proxy.
class ProxyServerTest : public QObject {
    Q_OBJECT

private:
    static FaultServer::Options with(const CertificateFiles& files)
    {
        FaultServer::Options options;
        options.tls = true;
        options.certificateFile = files.certificateFile;
        options.keyFile = files.keyFile;
        return options;
    }
    static std::string hostOf(const FaultServer& server) { return "127.0.0.1:" + std::to_string(server.port()); }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

    QTemporaryDir m_folder;
    TestCertificates m_certificates;
    const std::string m_close = "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n";

private slots:
    void initTestCase();
    void rightCertificateIsTrusted();
    void wrongCertificatesAreRefused_data();
    void wrongCertificatesAreRefused();
    void tlsClosesWithAndWithoutNotify();
    void tlsFaults();
    void badCertificateFilesAreAnError();

    void tunnelsBytes();
    void asksForThePassword();
    void passesAbsoluteTargetsOn();
    void passesResetsOn();
    void deadHostIs502();
    void captivePortal();
    void destructorEndsTunnels();
};

void ProxyServerTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN);  // of this test's own TLS client
    m_certificates = makeCertificates(m_folder.path().toStdString());
}

void ProxyServerTest::rightCertificateIsTrusted()
{
    FaultServer server(with(m_certificates.right));
    const Content content = Content::pattern(1 << 20, 1);
    server.serve("/a", content);
    QCOMPARE(server.url("/a"), "https://localhost:" + std::to_string(server.port()) + "/a");
    TlsClient client(server.port(), m_certificates.authorityFile, "localhost");
    QVERIFY(client.isTrusted());
    const std::string answer = client.answerTo(m_close);
    QVERIFY(answer.starts_with("HTTP/1.1 200 "));
    QVERIFY(answer.ends_with("\r\n\r\n" + textOf(content, 0, content.bytes)));
}

void ProxyServerTest::wrongCertificatesAreRefused_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<long>("problem");
    QTest::newRow("expired") << "expired" << long{X509_V_ERR_CERT_HAS_EXPIRED};
    QTest::newRow("other host") << "other" << long{X509_V_ERR_HOSTNAME_MISMATCH};
    QTest::newRow("self-signed") << "self" << long{X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT};
}

void ProxyServerTest::wrongCertificatesAreRefused()
{
    QFETCH(QString, which);
    QFETCH(long, problem);
    FaultServer server(with(which == "expired" ? m_certificates.expired : which == "other" ? m_certificates.otherHost : m_certificates.selfSigned));
    const TlsClient client(server.port(), m_certificates.authorityFile, "localhost");
    QVERIFY(!client.isTrusted());
    QCOMPARE(client.problem(), problem);
    QCOMPARE(server.requests().size(), 0U);
}

void ProxyServerTest::tlsClosesWithAndWithoutNotify()
{
    FaultServer server(with(m_certificates.right));
    server.serve("/a", Content::of("letters"));
    Fault fault;
    fault.tlsCloseWithoutNotify = true;
    server.faultOnce("/a", fault);
    for (const bool notifies : {false, true}) {
        TlsClient client(server.port(), m_certificates.authorityFile, "localhost");
        QVERIFY(client.answerTo(m_close).ends_with("letters"));
        QCOMPARE(client.endedWithNotify(), notifies);
    }
}

void ProxyServerTest::tlsFaults()
{
    FaultServer server(with(m_certificates.right));
    server.serve("/a", Content::pattern(1 << 20, 1));
    Fault fault;
    fault.resetAfter = 300'000;
    server.faultOnce("/a", fault);
    TlsClient client(server.port(), m_certificates.authorityFile, "localhost");
    const std::string answer = client.answerTo(m_close);
    QCOMPARE(answer.size() - answer.find("\r\n\r\n") - 4, size_t{300'000});
    QVERIFY(!client.endedWithNotify());
    QCOMPARE(server.requests().front().bodyBytesSent, 300'000U);
}

void ProxyServerTest::badCertificateFilesAreAnError()
{
    FaultServer::Options options = with(m_certificates.right);
    options.keyFile = m_certificates.expired.keyFile;
    QVERIFY_EXCEPTION_THROWN(FaultServer{options}, std::runtime_error);
    QVERIFY_EXCEPTION_THROWN(makeCertificates(m_folder.filePath("none").toStdString()), std::runtime_error);
}

void ProxyServerTest::tunnelsBytes()
{
    FaultServer server;
    server.serve("/a", Content::pattern(3 << 20, 2));
    ProxyServer::Options options;
    options.routes = {{"hub.example:443", hostOf(server)}};
    ProxyServer proxy(options);
    for (const std::string& host : {hostOf(server), std::string("hub.example:443")}) {
        RawClient client(proxy.port());
        client.send("CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QCOMPARE(client.head(), std::string("HTTP/1.1 200 Connection established\r\n\r\n"));
        QVERIFY(client.send(m_close).head().starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(client.rest() == textOf(Content::pattern(3 << 20, 2), 0, 3 << 20));
    }
    QCOMPARE(proxy.connects(), 2U);
    QCOMPARE(proxy.tunnels(), 2U);
    QCOMPARE(proxy.requests().size(), 2U);
    QCOMPARE(proxy.requests().back().target, std::string("hub.example:443"));
}

void ProxyServerTest::asksForThePassword()
{
    FaultServer server;
    server.serve("/a", Content::of("letters"));
    ProxyServer::Options options;
    options.user = "user";
    options.password = "pass word";
    ProxyServer proxy(options);
    RawClient client(proxy.port());
    const std::string connect = "CONNECT " + hostOf(server) + " HTTP/1.1\r\n";
    client.send(connect + "\r\n");
    const std::string refusal = client.head();
    QVERIFY(refusal.starts_with("HTTP/1.1 407 ") && has(refusal, "Proxy-Authenticate: Basic realm="));
    client.body(28);
    client.send(connect + "Proxy-Authorization: Basic dXNlcjpwYXNzIHdvcmQ=\r\n\r\n");
    QVERIFY(client.head().starts_with("HTTP/1.1 200 "));
    QVERIFY(client.send(m_close).rest().ends_with("letters"));
    QCOMPARE(proxy.authorizations(), std::vector<std::string>({"", "Basic dXNlcjpwYXNzIHdvcmQ="}));
    QCOMPARE(proxy.connects(), 2U);
    QCOMPARE(proxy.tunnels(), 1U);
}

void ProxyServerTest::passesAbsoluteTargetsOn()
{
    FaultServer server;
    server.serve("/a", Content::of("letters"));
    ProxyServer proxy;
    RawClient client(proxy.port());
    client.get("http://" + hostOf(server) + "/a?b", "Proxy-Connection: keep-alive\r\nRange: bytes=1-2\r\n");
    QVERIFY(client.rest().ends_with("\r\n\r\net"));
    QCOMPARE(server.requests().front().target, std::string("/a?b"));
    QCOMPARE(server.requests().front().header("Proxy-Connection"), std::string());

    RawClient own(proxy.port());
    QVERIFY(own.get("/a").head().starts_with("HTTP/1.1 400 "));
}

void ProxyServerTest::passesResetsOn()
{
    FaultServer server;
    server.serve("/a", Content::of("letters"));
    Fault fault;
    fault.resetAfter = 3;
    server.faultOnce("/a", fault);
    ProxyServer proxy;
    RawClient client(proxy.port());
    client.send("CONNECT " + hostOf(server) + " HTTP/1.1\r\n\r\n").head();
    QVERIFY(client.get("/a").rest().ends_with("\r\n\r\nlet"));
    QCOMPARE(client.end(), RawClient::End::Reset);
}

void ProxyServerTest::deadHostIs502()
{
    FaultServer server;
    server.goDown();
    ProxyServer proxy;
    RawClient client(proxy.port());
    QVERIFY(client.send("CONNECT " + hostOf(server) + " HTTP/1.1\r\n\r\n").head().starts_with("HTTP/1.1 502 "));
    QCOMPARE(proxy.tunnels(), 0U);
}

void ProxyServerTest::captivePortal()
{
    ProxyServer::Options options;
    options.captivePage = "<html>Sign in</html>";
    ProxyServer proxy(options);
    for (const char* request : {"GET http://hub.example/a HTTP/1.1\r\n\r\n", "CONNECT hub.example:443 HTTP/1.1\r\n\r\n"}) {
        RawClient client(proxy.port());
        const std::string answer = client.send(request).rest();
        QVERIFY(answer.starts_with("HTTP/1.1 200 ") && has(answer, "Content-Type: text/html\r\n") &&
                answer.ends_with("\r\n\r\n<html>Sign in</html>"));
    }
}

void ProxyServerTest::destructorEndsTunnels()
{
    FaultServer server;
    auto proxy = std::make_optional<ProxyServer>();
    RawClient client(proxy->port());
    client.send("CONNECT " + hostOf(server) + " HTTP/1.1\r\n\r\n").head();
    proxy.reset();
    QCOMPARE(client.rest(), std::string());
    QCOMPARE(client.end(), RawClient::End::Closed);
}

QTEST_GUILESS_MAIN(ProxyServerTest)
#include "proxy_server_test.moc"
