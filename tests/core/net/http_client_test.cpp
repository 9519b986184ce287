#include "core/net/http_client.h"
#include "core/net/net_errors.h"
#include "tests/support/expect_error.h"
#include "tests/support/http/certificates.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/http/proxy_server.h"
#include "tests/support/net_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace wb;
using namespace wb::net;
using namespace wb::test;
using std::chrono::milliseconds;
using Kind = End::Kind;

namespace {

class Taker : public Receiver {
public:
    bool takeHead(const Head& taken) override
    {
        head = taken;
        return wantsBody;
    }
    bool takeBody(std::span<const std::byte> bytes) override
    {
        body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return body.size() <= most;
    }

    bool wantsBody = true;
    size_t most = SIZE_MAX;
    Head head;
    std::string body;
};

struct Got {
    End end;
    Head head;
    std::string body;
};

Got get(HttpClient& client, const net::Request& request)
{
    Taker taker;
    const uint64_t number = client.start(request, taker);
    std::vector<End> ended;
    while (ended.empty()) {
        ended = client.run(milliseconds(100));
    }
    Got got{ended.front(), taker.head, taker.body};
    if (got.end.transfer != number || client.running() != 0) {
        throw std::logic_error("another transfer has ended");
    }
    return got;
}

net::Request requestOf(const std::string& url)
{
    return {Url::parse(url), std::nullopt, {}, {}, false};
}

Got get(const std::string& url, const Settings& settings = quickSettings())
{
    HttpClient client(settings);
    return get(client, requestOf(url));
}

}  // namespace

// One transfer by libcurl: what goes out, and how every kind of end is told.
class HttpClientTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TestCertificates m_certificates;

    FaultServerOptions tls(const CertificateFiles& files) const
    {
        FaultServerOptions options;
        options.tls = true;
        options.certificateFile = files.certificateFile;
        options.keyFile = files.keyFile;
        return options;
    }
    Settings trusting() const
    {
        Settings settings = quickSettings();
        settings.caFile = m_certificates.authorityFile;
        return settings;
    }

private slots:
    void initTestCase() { m_certificates = makeCertificates(m_folder.path().toStdString()); }
    void whatIsSent();
    void tokenThatWouldEndItsLineIsNotSent();
    void connectionIsKept();
    void redirectIsNotFollowed();
    void receiverEndsTheTransfer();
    void rightCertificate();
    void wrongCertificates_data();
    void wrongCertificates();
    void missingFileOfCertificates();
    void plainHttpWhereTlsIsExpected();
    void tlsEndsWithoutNotice();
    void ends_data();
    void ends();
    void rawAnswers_data();
    void rawAnswers();
    void interimAnswersAreFewOrTooMany();
    void cookiesAreNeitherKeptNorCounted();
    void dribblingHeadIsAStall();
    void dribblingBodyIsAStall();
    void stallBesideOthersIsFoundSooner();
    void slowDiskIsNoStall();
    void speedLimitIsNoStallAndIsShared();
    void nameThatDoesNotResolve();
    void nothingListens();
    void addressesInsideAreNotSpokenTo();
    void tunnelThroughAProxy();
    void proxyWantsAPassword();
    void proxyDoesNotReachTheHost();
    void proxyThatIsGone();
    void captivePortal();
    void offlineSendsNothing();
    void wakeEndsAWait();
    void destructorWithTransfersRunning();
};

void HttpClientTest::whatIsSent()
{
    FaultServer server;
    server.serve("/a", Content::of("abcdefgh"));
    HttpClient client(quickSettings());
    net::Request request = requestOf(server.url("/a?x=1"));
    request.range = ByteRange{2, 5};
    request.ifRange = Content::of("abcdefgh").etag;
    request.token = "hf_secret";
    const Got got = get(client, request);
    QVERIFY(got.end.kind == Kind::Whole && got.end.wasInside);
    QCOMPARE(got.head.status, 206);
    QCOMPARE(got.body, std::string("cde"));
    QCOMPARE(got.head.field("content-range"), std::string_view("bytes 2-4/8"));
    const auto sent = server.requests().front();
    QCOMPARE(sent.method, std::string("GET"));
    QCOMPARE(sent.target, std::string("/a?x=1"));
    QCOMPARE(sent.header("Range"), std::string("bytes=2-4"));
    QCOMPARE(sent.header("If-Range"), request.ifRange);
    QCOMPARE(sent.header("Authorization"), std::string("Bearer hf_secret"));
    QCOMPARE(sent.header("Accept-Encoding"), std::string("identity"));
    QVERIFY(sent.header("User-Agent").starts_with("weightbridge/"));
    get(client, requestOf(server.url("/a")));
    QCOMPARE(server.requests().back().header("Authorization"), std::string());
    QCOMPARE(server.requests().back().header("Range"), std::string());
}

void HttpClientTest::tokenThatWouldEndItsLineIsNotSent()
{
    FaultServer server;
    server.serve("/a", Content::of("abc"));
    HttpClient client(quickSettings());
    net::Request request = requestOf(server.url("/a"));
    request.token = "hf_x\r\nX-Injected: 1";
    get(client, request);
    QCOMPARE(server.requests().front().header("X-Injected"), std::string());
    QCOMPARE(server.requests().front().header("Authorization"), std::string());
}

void HttpClientTest::connectionIsKept()
{
    FaultServer server;
    server.serve("/a", Content::pattern(100'000, 1));
    HttpClient client(quickSettings());
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(get(client, requestOf(server.url("/a"))).body.size(), size_t{100'000});
    }
    QCOMPARE(server.connections(), uint64_t{1});
}

void HttpClientTest::redirectIsNotFollowed()
{
    FaultServer server;
    server.redirect("/a", "/b");
    const Got got = get(server.url("/a"));
    QCOMPARE(got.head.status, 302);
    QCOMPARE(got.head.field("location"), std::string_view("/b"));
    QCOMPARE(server.requests().size(), size_t{1});
}

void HttpClientTest::receiverEndsTheTransfer()
{
    FaultServer server;
    server.serve("/a", Content::pattern(50 << 20, 1));
    HttpClient client(quickSettings());
    Taker noBody;
    noBody.wantsBody = false;
    Taker some;
    some.most = 100'000;
    for (Taker* taker : {&noBody, &some}) {
        client.start(requestOf(server.url("/a")), *taker);
        std::vector<End> ended;
        while (ended.empty()) {
            ended = client.run(milliseconds(100));
        }
        QVERIFY(ended.front().kind == Kind::Stopped);
        QCOMPARE(taker->head.status, 200);
    }
    QCOMPARE(noBody.body.size(), size_t{0});
    QVERIFY(some.body.size() < 2 << 20);
}

void HttpClientTest::rightCertificate()
{
    FaultServer server(tls(m_certificates.right));
    server.serve("/a", Content::of("abc"));
    const Got got = get(server.url("/a"), trusting());
    QVERIFY2(got.end.kind == Kind::Whole, got.end.reason.c_str());
    QCOMPARE(got.body, std::string("abc"));
}

void HttpClientTest::wrongCertificates_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("problem");
    QTest::newRow("expired") << 0 << "expired";
    QTest::newRow("of another host") << 1 << "wrong-host";
    QTest::newRow("self-signed") << 2 << "self-signed";
    QTest::newRow("of an unknown authority") << 3 << "unknown-authority";
}

void HttpClientTest::wrongCertificates()
{
    QFETCH(int, which);
    QFETCH(QString, problem);
    const CertificateFiles* const files[] = {&m_certificates.expired, &m_certificates.otherHost, &m_certificates.selfSigned, &m_certificates.right};
    FaultServer server(tls(*files[which]));
    server.serve("/a", Content::of("abc"));
    const Got got = get(server.url("/a"), which == 3 ? quickSettings() : trusting());
    QVERIFY(got.end.kind == Kind::Tls);
    QCOMPARE(QString::fromStdString(got.end.problem), problem);
    QVERIFY(server.requests().empty());
    const Error error = failureOf(got.end, Url::parse(server.url("/a?token=x")));
    QVERIFY(error.code() == ErrorCode::TlsFailed && error.fact("host") == "localhost" && error.fact("problem") == problem.toStdString());
}

void HttpClientTest::missingFileOfCertificates()
{
    FaultServer server(tls(m_certificates.right));
    Settings settings = quickSettings();
    settings.caFile = "/nowhere/ca.pem";
    const Got got = get(server.url("/a"), settings);
    QVERIFY(got.end.kind == Kind::Tls);
    QCOMPARE(got.end.problem, std::string("ca-file"));
}

void HttpClientTest::plainHttpWhereTlsIsExpected()
{
    FaultServer server;
    const Got got = get("https://127.0.0.1:" + std::to_string(server.port()) + "/a", trusting());
    QVERIFY(got.end.kind == Kind::Network);
    QVERIFY(got.head.status == 0 && got.body.empty());
}

void HttpClientTest::tlsEndsWithoutNotice()
{
    FaultServer server(tls(m_certificates.right));
    server.serve("/a", Content::pattern(300'000, 1));
    Fault fault;
    fault.closeAfter = 200'000;
    fault.tlsCloseWithoutNotify = true;
    server.faultOnce("/a", fault);
    const Got got = get(server.url("/a"), trusting());
    QVERIFY(got.end.kind == Kind::Network && got.body.size() <= 200'000);
    QVERIFY2(got.end.problem == "reset" || got.end.problem == "cut", got.end.problem.c_str());
}

void HttpClientTest::ends_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("problem");
    QTest::newRow("cut in the body") << 0 << "cut";
    QTest::newRow("reset in the body") << 1 << "reset";
    QTest::newRow("closed before the answer") << 2 << "cut";
    QTest::newRow("reset before the answer") << 3 << "reset";
    QTest::newRow("stalled in the body") << 4 << "stall";
    QTest::newRow("stalled before the answer") << 5 << "stall";
    QTest::newRow("length larger than the body") << 6 << "cut";
}

void HttpClientTest::ends()
{
    QFETCH(int, fault);
    QFETCH(QString, problem);
    Fault faults[7];
    faults[0].closeAfter = 1000;
    faults[1].resetAfter = 1000;
    faults[2].closeBeforeAnswer = true;
    faults[3].resetBeforeAnswer = true;
    faults[4].stallAfter = 1000;
    faults[5].stallBeforeAnswer = true;
    faults[6].headers = {{"Content-Length", "5000000"}};
    FaultServer server;
    server.serve("/a", Content::pattern(3'000'000, 1));
    server.onRequest([&](const test::Request&, uint64_t) { return faults[fault]; });
    QElapsedTimer clock;
    clock.start();
    const Got got = get(server.url("/a"));
    QVERIFY(got.end.kind == Kind::Network);
    QCOMPARE(QString::fromStdString(got.end.problem), problem);
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(failureOf(got.end, Url::parse("http://localhost/")).code() == ErrorCode::NetworkFailed);
}

void HttpClientTest::rawAnswers_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const QByteArray& raw, Kind kind, const char* problem) {
        QTest::newRow(name) << raw << static_cast<int>(kind) << problem;
    };
    row("HTTP/0.9", "<html>hello</html>", Kind::Answer, "no-http");
    row("garbage", QByteArray(1000, '\xff') + "\r\n\r\n", Kind::Answer, "no-http");
    row("a header line of 1 MB", "HTTP/1.1 200 OK\r\nX-A: " + QByteArray(1'000'000, 'a') + "\r\n\r\n", Kind::Answer, "header-bytes");
    QByteArray many = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 10'000; ++i) {
        many += "X-" + QByteArray::number(i) + ": y\r\n";
    }
    row("10,000 headers", many + "\r\n", Kind::Answer, "header-bytes");
    QByteArray flood;
    for (int i = 0; i < 20'000; ++i) {
        flood += "HTTP/1.1 100 Continue\r\n\r\n";
    }
    row("flood of interim answers", flood, Kind::Answer, "header-bytes");
    row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc", Kind::Answer, "no-http");
    row("chunk size that is none", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n", Kind::Answer, "chunked");
    row("chunk size beyond all measure", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\nabc", Kind::Answer, "chunked");
    row("chunk that ends early", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nabc", Kind::Network, "cut");
    row("head that ends early", "HTTP/1.1 200 OK\r\nContent-Le", Kind::Network, "cut");
}

void HttpClientTest::rawAnswers()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, kind);
    QFETCH(QString, problem);
    FaultServer server;
    Fault fault;
    fault.raw = raw.toStdString();
    server.faultOnce("/a", fault);
    const Got got = get(server.url("/a"));
    QCOMPARE(static_cast<int>(got.end.kind), kind);
    QCOMPARE(QString::fromStdString(got.end.problem), problem);
}

void HttpClientTest::interimAnswersAreFewOrTooMany()
{
    FaultServer server;
    server.serve("/a", Content::of("abc"));
    Fault fault;
    fault.continues = 3;
    server.faultOnce("/a", fault);
    QCOMPARE(get(server.url("/a")).body, std::string("abc"));
}

void HttpClientTest::cookiesAreNeitherKeptNorCounted()
{
    FaultServer server;
    Headers cookies;
    for (int i = 0; i < 100; ++i) {
        cookies.emplace_back("Set-Cookie", "c" + std::to_string(i) + "=" + std::string(100, 'x'));
    }
    server.serve("/a", Content::of("abc"), cookies);
    HttpClient client(quickSettings());
    QCOMPARE(get(client, requestOf(server.url("/a"))).body, std::string("abc"));
    get(client, requestOf(server.url("/a")));
    QCOMPARE(server.requests().back().header("Cookie"), std::string());
}

void HttpClientTest::dribblingHeadIsAStall()
{
    FaultServer server;
    server.serve("/a", Content::of("abc"));
    Fault fault;
    fault.headBytesPerSecond = 20;
    server.faultOnce("/a", fault);
    const Got got = get(server.url("/a"));
    QCOMPARE(got.end.problem, std::string("stall"));
    QVERIFY(got.body.empty());
}

void HttpClientTest::dribblingBodyIsAStall()
{
    FaultServer server;
    server.serve("/a", Content::pattern(100'000, 1));
    Fault fault;
    fault.bytesPerSecond = 40;
    server.faultOnce("/a", fault);
    const Got got = get(server.url("/a"));
    QCOMPARE(got.end.problem, std::string("stall"));
    QVERIFY(!got.body.empty() && got.body.size() < 100);
}

void HttpClientTest::stallBesideOthersIsFoundSooner()
{
    FaultServer server;
    server.serve("/a", Content::pattern(100 << 20, 1));
    server.serve("/b", Content::pattern(100 << 20, 1));
    Fault slow;
    slow.bytesPerSecond = 1 << 20;
    server.faultOnce("/a", slow);
    Fault stall;
    stall.stallAfter = 5000;
    server.faultOnce("/b", stall);
    Settings settings = quickSettings();
    settings.stallTimeout = milliseconds(20'000);
    settings.stallAlone = milliseconds(300);
    HttpClient client(settings);
    Taker a;
    Taker b;
    client.start(requestOf(server.url("/a")), a);
    const uint64_t stalled = client.start(requestOf(server.url("/b")), b);
    QElapsedTimer clock;
    clock.start();
    std::vector<End> ended;
    while (ended.empty()) {
        ended = client.run(milliseconds(100));
    }
    QCOMPARE(ended.size(), size_t{1});
    QCOMPARE(ended.front().transfer, stalled);
    QCOMPARE(ended.front().problem, std::string("stall"));
    QVERIFY(clock.elapsed() < 5000);
}

// A receiver that is as slow as a full disk.
void HttpClientTest::slowDiskIsNoStall()
{
    class SlowTaker : public Taker {
    public:
        bool takeBody(std::span<const std::byte> bytes) override
        {
            if (!std::exchange(m_hasWaited, true)) {
                const auto until = std::chrono::steady_clock::now() + milliseconds(1500);
                std::this_thread::sleep_until(until);  // the disk's time, not the test's
            }
            return Taker::takeBody(bytes);
        }
        bool m_hasWaited = false;
    };
    FaultServer server;
    server.serve("/a", Content::pattern(3 << 20, 1));
    server.serve("/b", Content::pattern(3 << 20, 2));
    HttpClient client(quickSettings());
    SlowTaker slow;
    Taker other;
    client.start(requestOf(server.url("/a")), slow);
    client.start(requestOf(server.url("/b")), other);
    std::vector<End> all;
    while (all.size() < 2) {
        for (const End& end : client.run(milliseconds(100))) {
            all.push_back(end);
        }
    }
    QVERIFY2(all[0].kind == Kind::Whole && all[1].kind == Kind::Whole, (all[0].problem + all[1].problem).c_str());
    QCOMPARE(other.body.size(), size_t{3 << 20});
}

void HttpClientTest::speedLimitIsNoStallAndIsShared()
{
    FaultServer server;
    server.serve("/a", Content::pattern(600'000, 1));
    Settings settings = quickSettings();
    settings.bytesPerSecond = 400'000;
    settings.stallTimeout = milliseconds(300);
    settings.stallAlone = milliseconds(200);
    for (const int count : {1, 2}) {
        HttpClient client(settings);
        std::vector<Taker> takers(static_cast<size_t>(count));
        QElapsedTimer clock;
        clock.start();
        for (Taker& taker : takers) {
            client.start(requestOf(server.url("/a")), taker);
        }
        std::vector<End> all;
        while (all.size() < takers.size()) {
            for (const End& end : client.run(milliseconds(100))) {
                all.push_back(end);
            }
        }
        for (const End& end : all) {
            QVERIFY2(end.kind == Kind::Whole, end.problem.c_str());
        }
        QVERIFY2(clock.elapsed() > 1000 * count && clock.elapsed() < 2600 * count, qPrintable(QString::number(clock.elapsed())));
    }
}

void HttpClientTest::nameThatDoesNotResolve()
{
    const Got got = get("https://nosuchhost.invalid/a");
    QVERIFY(got.end.kind == Kind::Network);
    QCOMPARE(got.end.problem, std::string("dns"));
}

void HttpClientTest::nothingListens()
{
    std::string url;
    {
        FaultServer server;
        url = server.url("/a");
    }
    const Got got = get(url);
    QVERIFY(got.end.kind == Kind::Network);
    QCOMPARE(got.end.problem, std::string("connect"));
}

void HttpClientTest::addressesInsideAreNotSpokenTo()
{
    FaultServer server;
    server.serve("/a", Content::of("abc"));
    HttpClient client(quickSettings());
    net::Request request = requestOf("http://localhost:" + std::to_string(server.port()) + "/a");
    request.onlyOutside = true;
    const Got got = get(client, request);
    QVERIFY(got.end.kind == Kind::Answer);
    QCOMPARE(got.end.problem, std::string("to-inside"));
    QVERIFY(server.requests().empty());
    QVERIFY(failureOf(got.end, request.url).code() == ErrorCode::RedirectRefused);
}

void HttpClientTest::tunnelThroughAProxy()
{
    FaultServer server(tls(m_certificates.right));
    server.serve("/a", Content::of("abc"));
    ProxyServer::Options options;
    options.user = "me";
    options.password = "open";
    ProxyServer proxy(options);
    Settings settings = trusting();
    settings.proxy = "http://me:open@127.0.0.1:" + std::to_string(proxy.port());
    HttpClient client(settings);
    net::Request request = requestOf(server.url("/a"));
    request.token = "hf_secret";
    const Got got = get(client, request);
    QVERIFY2(got.end.kind == Kind::Whole, got.end.reason.c_str());
    QCOMPARE(got.head.status, 200);
    QCOMPARE(got.body, std::string("abc"));
    QCOMPARE(proxy.tunnels(), uint64_t{1});
    for (const auto& asked : proxy.requests()) {
        QCOMPARE(asked.header("Authorization"), std::string());  // is for the host, not for its way
    }
}

void HttpClientTest::proxyWantsAPassword()
{
    FaultServer server(tls(m_certificates.right));
    ProxyServer::Options options;
    options.user = "me";
    options.password = "open";
    ProxyServer proxy(options);
    Settings settings = trusting();
    settings.proxy = proxy.url();
    const Got got = get(server.url("/a"), settings);
    QVERIFY(got.end.kind == Kind::Proxy);
    QCOMPARE(got.end.problem, std::string("auth"));
    QVERIFY(failureOf(got.end, Url::parse("https://localhost/")).code() == ErrorCode::ProxyFailed);
    QVERIFY(server.requests().empty());
}

void HttpClientTest::proxyDoesNotReachTheHost()
{
    ProxyServer proxy;
    Settings settings = trusting();
    settings.proxy = proxy.url();
    const Got got = get("https://localhost:1/a", settings);
    QVERIFY(got.end.kind == Kind::Network && got.end.atProxy);  // may pass
    QCOMPARE(got.end.problem, std::string("connect"));
    QVERIFY(failureOf(got.end, Url::parse("https://localhost/")).code() == ErrorCode::ProxyFailed);
}

void HttpClientTest::proxyThatIsGone()
{
    Settings settings = quickSettings();
    settings.proxy = "http://nosuchproxy.invalid:3128";
    const Got got = get("https://localhost:1/a", settings);
    QVERIFY(got.end.kind == Kind::Network && got.end.atProxy);
    QCOMPARE(got.end.problem, std::string("dns"));
}

void HttpClientTest::captivePortal()
{
    FaultServer server(tls(m_certificates.right));
    ProxyServer::Options options;
    options.captivePage = "<html>Please log in</html>";
    options.captiveStatus = 200;
    ProxyServer portal(options);
    Settings settings = trusting();
    settings.proxy = portal.url();
    // A page in answer to CONNECT is no tunnel: no token goes out.
    HttpClient client(settings);
    net::Request request = requestOf(server.url("/a"));
    request.token = "hf_secret";
    const Got got = get(client, request);
    QVERIFY(got.end.kind != Kind::Whole && got.body.empty());
    for (const auto& asked : portal.requests()) {
        QCOMPARE(asked.header("Authorization"), std::string());
    }
    QVERIFY(server.requests().empty());
}

void HttpClientTest::offlineSendsNothing()
{
    FaultServer server;
    Settings settings = quickSettings();
    settings.offline = true;
    HttpClient client(settings);
    Taker taker;
    const auto error = errorOf([&] { client.start(requestOf(server.url("/a")), taker); });
    QVERIFY(error && error->code() == ErrorCode::Offline && error->fact("host") == "127.0.0.1");
    QCOMPARE(server.connections(), uint64_t{0});
}

void HttpClientTest::wakeEndsAWait()
{
    HttpClient client(quickSettings());
    std::thread other([&] { client.wake(); });
    QElapsedTimer clock;
    clock.start();
    client.run(milliseconds(20'000));
    other.join();
    QVERIFY(clock.elapsed() < 10'000);
}

void HttpClientTest::destructorWithTransfersRunning()
{
    FaultServer server;
    server.serve("/a", Content::pattern(100 << 20, 1));
    Taker takers[4];
    Taker unresolved;
    {
        HttpClient client(quickSettings());
        for (Taker& taker : takers) {
            taker.most = SIZE_MAX;
            client.start(requestOf(server.url("/a")), taker);
        }
        client.run(milliseconds(100));
        client.start(requestOf("https://nosuchhost.invalid/"), unresolved);
        client.run(milliseconds(1));
        const size_t running = client.running();
        QVERIFY(running >= 4);
        client.stop(2);
        client.stop(99);
        QCOMPARE(client.running(), running - 1);
    }
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
