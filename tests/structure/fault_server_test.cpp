#include "tests/structure/letters_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <optional>

using namespace wb::test;
using End = RawClient::End;

// What the server of the download tests does rightly, and how it comes and goes; seen from a bare socket.
class FaultServerTest : public QObject {
    Q_OBJECT

private slots:
    void wholeContentAndHead();
    void ranges_data();
    void ranges();
    void rangePastTheEndIs416();
    void ifRange_data();
    void ifRange();
    void unknownPathsAndMethods();
    void connectionIsKept();
    void redirects();
    void queryIsPartOfTheTarget();
    void contentsAreTheSameAtAnyOffset();
    void contentsLargerThanMemory();

    void scriptSeesEveryRequestInOrder();
    void requestsAreRecorded();
    void tooManyRequestsAtOnce();
    void serverWithoutRanges();
    void goesDownAndComesBack();
    void goesDownFromItsScript();
    void destructorEndsStalledConnections();
};

void FaultServerTest::wholeContentAndHead()
{
    FaultServer server;
    serveLetters(server);
    const Got answer = got(server);
    QVERIFY(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
    for (const char* header :
         {"Content-Length: 26\r\n", "Accept-Ranges: bytes\r\n", "ETag: \"one\"\r\n", "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT\r\n"}) {
        QVERIFY2(has(answer.head, header), header);
    }
    QCOMPARE(answer.body, std::string(letters));
    QCOMPARE(answer.end, End::Closed);

    RawClient client(server.port());
    client.send("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(has(client.head(), "Content-Length: 26\r\n"));
    QCOMPARE(client.rest(), std::string());
    QCOMPARE(server.url("/a"), "http://127.0.0.1:" + std::to_string(server.port()) + "/a");
}

void FaultServerTest::ranges_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("contentRange");
    QTest::addColumn<QString>("body");
    QTest::newRow("middle") << "bytes=2-4"
                            << "bytes 2-4/26"
                            << "cde";
    QTest::newRow("from") << "bytes=23-"
                          << "bytes 23-25/26"
                          << "xyz";
    QTest::newRow("last") << "bytes=-2"
                          << "bytes 24-25/26"
                          << "yz";
    QTest::newRow("over the end") << "bytes=24-99"
                                  << "bytes 24-25/26"
                                  << "yz";
    QTest::newRow("last of more than there is") << "bytes=-99"
                                                << "bytes 0-25/26" << letters;
    QTest::newRow("first byte") << "bytes=0-0"
                                << "bytes 0-0/26"
                                << "a";
    QTest::newRow("several") << "bytes=0-0,2-3"
                             << "" << letters;
    QTest::newRow("backwards") << "bytes=4-2"
                               << "" << letters;
    QTest::newRow("other unit") << "lines=0-1"
                                << "" << letters;
    QTest::newRow("no number") << "bytes=a-b"
                               << "" << letters;
}

void FaultServerTest::ranges()
{
    QFETCH(QString, asked);
    QFETCH(QString, contentRange);
    QFETCH(QString, body);
    FaultServer server;
    serveLetters(server);
    const Got answer = got(server, "range: " + asked.toStdString() + "\r\n");
    QVERIFY(answer.head.starts_with(contentRange.isEmpty() ? "HTTP/1.1 200 " : "HTTP/1.1 206 "));
    QCOMPARE(has(answer.head, "Content-Range: " + contentRange.toStdString() + "\r\n"), !contentRange.isEmpty());
    QCOMPARE(QString::fromStdString(answer.body), body);
}

void FaultServerTest::rangePastTheEndIs416()
{
    FaultServer server;
    serveLetters(server);
    server.serve("/empty", Content::of(""));
    const Got answer = got(server, "Range: bytes=26-\r\n");
    QVERIFY(answer.head.starts_with("HTTP/1.1 416 "));
    QVERIFY(has(answer.head, "Content-Range: bytes */26\r\n"));
    QVERIFY(got(server, "Range: bytes=0-\r\n", "/empty").head.starts_with("HTTP/1.1 416 "));
    QVERIFY(!server.requests().front().range);
}

void FaultServerTest::ifRange_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("holds");
    QTest::newRow("same tag") << "\"one\"" << true;
    QTest::newRow("other tag") << "\"two\"" << false;
    QTest::newRow("weak tag") << "W/\"one\"" << false;
    QTest::newRow("same date") << "Wed, 01 Jan 2025 00:00:00 GMT" << true;
    QTest::newRow("other date") << "Thu, 02 Jan 2025 00:00:00 GMT" << false;
}

void FaultServerTest::ifRange()
{
    QFETCH(QString, condition);
    QFETCH(bool, holds);
    FaultServer server;
    serveLetters(server);
    const std::string headers = "Range: bytes=1-2\r\nIf-Range: " + condition.toStdString() + "\r\n";
    QCOMPARE(got(server, headers).body, std::string(holds ? "bc" : letters));

    FaultServer::Options careless;
    careless.obeysIfRange = false;
    FaultServer other(careless);
    serveLetters(other);
    QCOMPARE(got(other, headers).body, std::string("bc"));
}

void FaultServerTest::unknownPathsAndMethods()
{
    FaultServer server;
    serveLetters(server);
    QVERIFY(got(server, {}, "/b").head.starts_with("HTTP/1.1 404 "));
    RawClient client(server.port());
    client.send("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nxyz");
    QVERIFY(client.head().starts_with("HTTP/1.1 405 "));
    QCOMPARE(server.requests().back().body, std::string("xyz"));

    RawClient nonsense(server.port());
    nonsense.send("what\r\n\r\n");
    QCOMPARE(nonsense.rest(), std::string());
    QCOMPARE(nonsense.end(), End::Closed);
}

void FaultServerTest::connectionIsKept()
{
    FaultServer server;
    serveLetters(server);
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(client.get("/a").head().starts_with("HTTP/1.1 200 "));
        QCOMPARE(client.body(26), std::string(letters));
        QVERIFY(client.get("/none").head().starts_with("HTTP/1.1 404 "));
        client.body(14);
    }
    QCOMPARE(server.connections(), 1U);
    QCOMPARE(server.requests().size(), 6U);
}

void FaultServerTest::redirects()
{
    FaultServer server;
    server.redirect("/a", "/b", 307, {{"X-Linked-Size", "26"}});
    const Got answer = got(server);
    QVERIFY(answer.head.starts_with("HTTP/1.1 307 "));
    QVERIFY(has(answer.head, "Location: /b\r\n") && has(answer.head, "X-Linked-Size: 26\r\n"));
}

void FaultServerTest::queryIsPartOfTheTarget()
{
    FaultServer server;
    serveLetters(server);
    server.serve("/a?x=1", Content::of("one"), {{"X-Of", "one"}});
    const Got one = got(server, {}, "/a?x=1");
    QCOMPARE(one.body, std::string("one"));
    QVERIFY(has(one.head, "X-Of: one\r\n"));
    QCOMPARE(got(server, {}, "/a?x=2").body, std::string(letters));
}

void FaultServerTest::contentsAreTheSameAtAnyOffset()
{
    const Content content = Content::pattern(1000, 7);
    const std::string whole = textOf(content, 0, 1000);
    for (uint64_t begin = 0; begin < 20; ++begin) {
        QCOMPARE(textOf(content, begin, 33), whole.substr(static_cast<size_t>(begin), 33));
    }
    QVERIFY(whole != textOf(Content::pattern(1000, 8), 0, 1000));
    QVERIFY(Content::of("a").etag != Content::of("b").etag);
    const Content file = Content::ofFile(WB_SOURCE_ROOT "/LICENSE");
    QCOMPARE(textOf(file, 1, file.bytes - 1), textOf(file, 0, file.bytes).substr(1));
}

void FaultServerTest::contentsLargerThanMemory()
{
    FaultServer server;
    const Content huge = Content::pattern(uint64_t{1} << 50, 3);
    server.serve("/a", huge);
    const uint64_t begin = (uint64_t{1} << 50) - 700'000;
    const Got answer = got(server, "Range: bytes=" + std::to_string(begin) + "-\r\n");
    QCOMPARE(answer.body.size(), size_t{700'000});
    QVERIFY(answer.body == textOf(huge, begin, 700'000));
    QCOMPARE(server.bytesSent(), 700'000U);
}

void FaultServerTest::scriptSeesEveryRequestInOrder()
{
    FaultServer server;
    serveLetters(server);
    std::vector<uint64_t> numbers;
    server.onRequest([&](const Request& request, uint64_t number) -> std::optional<Fault> {
        numbers.push_back(number);
        if (!request.range || number != 1) {
            return std::nullopt;
        }
        Fault fault;
        fault.closeAfter = request.range->second - request.range->first;
        return fault;
    });
    for (const char* expected : {"cdef", "cde", "cdef"}) {
        QCOMPARE(got(server, "Range: bytes=2-5\r\n").body, std::string(expected));
    }
    Fault queued;
    queued.status = 503;
    server.faultOnce("/a", queued);
    QVERIFY(got(server).head.starts_with("HTTP/1.1 503 "));
    QCOMPARE(numbers, std::vector<uint64_t>({0, 1, 2}));
}

void FaultServerTest::requestsAreRecorded()
{
    FaultServer server;
    serveLetters(server);
    Fault cut;
    cut.closeAfter = 7;
    server.faultOnce("/a", cut);
    got(server, "Range: bytes=-20\r\nX-Word: hello \r\n", "/a?q=1");
    got(server);
    const std::vector<Request> requests = server.requests();
    QCOMPARE(requests.size(), 2U);
    QCOMPARE(requests[0].method, std::string("GET"));
    QCOMPARE(requests[0].target, std::string("/a?q=1"));
    QCOMPARE(requests[0].header("x-word"), std::string("hello"));
    QCOMPARE(requests[0].header("none"), std::string());
    QVERIFY(requests[0].range == std::pair(uint64_t{6}, uint64_t{25}));
    QCOMPARE(requests[0].bodyBytesSent, 7U);
    QCOMPARE(requests[1].connection, 1U);
    QCOMPARE(requests[1].bodyBytesSent, 26U);
    QCOMPARE(server.bytesSent(), 33U);
    QCOMPARE(server.mostRequestsSeen(), 1U);
}

void FaultServerTest::tooManyRequestsAtOnce()
{
    FaultServer::Options options;
    options.mostConnections = 1;
    FaultServer server(options);
    serveLetters(server);
    Fault stall;
    stall.stallAfter = 1;
    server.faultOnce("/a", stall);
    {
        RawClient first(server.port());
        first.get("/a").head();
        const Got second = got(server);
        QVERIFY(second.head.starts_with("HTTP/1.1 503 ") && has(second.head, "Retry-After: 1\r\n"));
        QCOMPARE(server.mostConnectionsSeen(), 2U);
        ::shutdown(first.descriptor(), SHUT_WR);
        first.rest();
    }
    // Answers one after the other are never two at once.
    RawClient client(server.port());
    for (int i = 0; i < 200; ++i) {
        QVERIFY(client.get("/a").head().starts_with("HTTP/1.1 200 "));
        client.body(26);
        client = RawClient(server.port());
    }
    QCOMPARE(server.mostRequestsSeen(), 2U);
}

void FaultServerTest::serverWithoutRanges()
{
    FaultServer::Options options;
    options.supportsRange = false;
    FaultServer server(options);
    serveLetters(server);
    const Got answer = got(server, "Range: bytes=2-4\r\n");
    QVERIFY(answer.head.starts_with("HTTP/1.1 200 ") && !has(answer.head, "Accept-Ranges"));
    QCOMPARE(answer.body, std::string(letters));
}

void FaultServerTest::goesDownAndComesBack()
{
    FaultServer server;
    serveLetters(server);
    for (int i = 0; i < 3; ++i) {
        RawClient idle(server.port());
        QVERIFY(idle.get("/a").head().starts_with("HTTP/1.1 200 "));
        idle.body(26);
        server.goDown();
        QCOMPARE(idle.rest(), std::string());
        QCOMPARE(idle.end(), End::Closed);
        QVERIFY(!RawClient(server.port()).isConnected());
        server.goDown();
        server.comeBack();
        server.comeBack();
        QCOMPARE(got(server).body, std::string(letters));
    }
    QCOMPARE(server.requests().size(), 6U);
}

void FaultServerTest::goesDownFromItsScript()
{
    FaultServer server;
    serveLetters(server);
    server.onRequest([&](const Request&, uint64_t number) -> std::optional<Fault> {
        if (number == 1) {
            server.goDown();
        }
        return std::nullopt;
    });
    QCOMPARE(got(server).body, std::string(letters));
    QCOMPARE(got(server).head, std::string());
    QVERIFY(!RawClient(server.port()).isConnected());
    server.comeBack();
    QCOMPARE(got(server).body, std::string(letters));
}

void FaultServerTest::destructorEndsStalledConnections()
{
    auto server = std::make_optional<FaultServer>();
    server->serve("/a", Content::pattern(1 << 30, 1));
    Fault stall;
    stall.stallAfter = 10;
    server->faultOnce("/a", stall);
    Fault late;
    late.latency = std::chrono::hours(1);
    server->faultOnce("/late", late);
    RawClient stalled(server->port());
    QVERIFY(stalled.get("/a").head().starts_with("HTTP/1.1 200 "));
    QCOMPARE(stalled.body(10).size(), size_t{10});
    RawClient waiting(server->port());
    waiting.get("/late");
    RawClient unread(server->port());  // of more than the sockets hold
    QVERIFY(unread.get("/a").head().starts_with("HTTP/1.1 200 "));
    RawClient idle(server->port());
    QElapsedTimer clock;
    clock.start();
    server.reset();
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(stalled.rest(), std::string());
    QCOMPARE(stalled.end(), End::Closed);
    QCOMPARE(idle.rest(), std::string());
}

QTEST_GUILESS_MAIN(FaultServerTest)
#include "fault_server_test.moc"
