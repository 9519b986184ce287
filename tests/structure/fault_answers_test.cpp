#include "tests/structure/letters_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace wb::test;
using End = RawClient::End;

// What each fault does to an answer, seen from a bare socket.
class FaultAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void statusBodyAndHeaders();
    void bodyWithoutLengthEndsWithTheConnection();
    void rawAnswers();
    void cuts();
    void flips();
    void wrongRanges();
    void chunkedAndContinues();
    void otherContent();
    void nothingBeforeTheAnswer();
    void rateAndLatency();
    void stallEndsWithTheClient();
};

void FaultAnswersTest::statusBodyAndHeaders()
{
    Fault fault;
    fault.status = 429;
    fault.headers = {{"Retry-After", "1"}};
    Got answer = gotWith(fault);
    QVERIFY(answer.head.starts_with("HTTP/1.1 429 ") && has(answer.head, "Retry-After: 1\r\n"));
    QVERIFY(!has(answer.body, letters));

    fault.body = "<html>";
    answer = gotWith(fault, "Range: bytes=1-2\r\n");
    QCOMPARE(answer.body, std::string("<html>"));
    QVERIFY(has(answer.head, "Content-Length: 6\r\n"));

    Fault headers;
    headers.headers = {{"etag", "\"other\""}};
    headers.withoutHeaders = {"ACCEPT-RANGES"};
    answer = gotWith(headers);
    QVERIFY(has(answer.head, "etag: \"other\"\r\n") && !has(answer.head, "\"one\"") && !has(answer.head, "Accept-Ranges"));
    QCOMPARE(answer.body, std::string(letters));

    Fault notModified;
    notModified.status = 304;
    QCOMPARE(gotWith(notModified).body, std::string());
}

void FaultAnswersTest::bodyWithoutLengthEndsWithTheConnection()
{
    FaultServer server;
    serveLetters(server);
    Fault fault;
    fault.withoutHeaders = {"Content-Length"};
    server.faultOnce("/a", fault);
    fault.withoutHeaders.clear();
    fault.headers = {{"Content-Length", "99"}};
    server.faultOnce("/a", fault);
    for (int i = 0; i < 2; ++i) {
        RawClient client(server.port());
        client.get("/a").head();
        QCOMPARE(client.rest(), std::string(letters));
        QCOMPARE(client.end(), End::Closed);
    }
}

void FaultAnswersTest::rawAnswers()
{
    Fault fault;
    fault.raw = "HTTP/9 what?\nno";
    const Got answer = gotWith(fault);
    QCOMPARE(answer.head + answer.body, *fault.raw);
    QCOMPARE(answer.end, End::Closed);
    fault.resetAfter = 4;
    QCOMPARE(gotWith(fault).head, std::string("HTTP"));
}

void FaultAnswersTest::cuts()
{
    Fault fault;
    fault.closeAfter = 5;
    Got answer = gotWith(fault);
    QVERIFY(has(answer.head, "Content-Length: 26\r\n"));
    QCOMPARE(answer.body, std::string("abcde"));
    QCOMPARE(answer.end, End::Closed);

    fault.resetAfter = 3;
    answer = gotWith(fault);
    QCOMPARE(answer.body, std::string("abc"));
    QCOMPARE(answer.end, End::Reset);

    fault.resetAfter = 27;
    fault.closeAfter.reset();
    QCOMPARE(gotWith(fault).end, End::Closed);

    Fault far;
    far.insteadOf = Content::pattern(3 << 20, 1);
    far.resetAfter = (2 << 20) + 1;
    answer = gotWith(far);
    QCOMPARE(answer.body.size(), size_t{(2 << 20) + 1});
    QCOMPARE(answer.end, End::Reset);
}

void FaultAnswersTest::flips()
{
    Fault fault;
    fault.flips = {0, 3, 25, 99};
    QCOMPARE(gotWith(fault).body, std::string("AbcDefghijklmnopqrstuvwxyZ"));
    QCOMPARE(gotWith(fault, "Range: bytes=2-4\r\n").body, std::string("cDe"));
}

void FaultAnswersTest::wrongRanges()
{
    Fault other;
    other.sendRange = std::pair(10, 12);
    Got answer = gotWith(other, "Range: bytes=2-4\r\n");
    QVERIFY(answer.head.starts_with("HTTP/1.1 206 ") && has(answer.head, "Content-Range: bytes 10-12/26\r\n"));
    QCOMPARE(answer.body, std::string("klm"));

    Fault whole;
    whole.ignoreRange = true;
    answer = gotWith(whole, "Range: bytes=2-4\r\n");
    QVERIFY(answer.head.starts_with("HTTP/1.1 200 "));
    QCOMPARE(answer.body, std::string(letters));

    Fault lie;
    lie.status = 200;
    answer = gotWith(lie, "Range: bytes=2-4\r\n");
    QVERIFY(answer.head.starts_with("HTTP/1.1 200 "));
    QCOMPARE(answer.body, std::string("cde"));
}

void FaultAnswersTest::chunkedAndContinues()
{
    Fault fault;
    fault.chunked = true;
    fault.continues = 2;
    const Got answer = gotWith(fault);
    QCOMPARE(answer.head, std::string("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(has(answer.body, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
    QVERIFY(has(answer.body, "Transfer-Encoding: chunked\r\n") && !has(answer.body, "Content-Length"));
    QVERIFY(answer.body.ends_with("\r\n\r\n1a\r\n" + std::string(letters) + "\r\n0\r\n\r\n"));
    fault.closeAfter = 26;
    QVERIFY(gotWith(fault).body.ends_with("z\r\n"));
}

void FaultAnswersTest::otherContent()
{
    FaultServer server;
    Fault fault;
    fault.insteadOf = Content::of("other");
    server.faultOnce("/unknown", fault);
    QCOMPARE(got(server, "Range: bytes=1-\r\n", "/unknown").body, std::string("ther"));
    QVERIFY(got(server, {}, "/unknown").head.starts_with("HTTP/1.1 404 "));
}

void FaultAnswersTest::nothingBeforeTheAnswer()
{
    Fault close;
    close.closeBeforeAnswer = true;
    Got answer = gotWith(close);
    QCOMPARE(answer.head, std::string());
    QCOMPARE(answer.end, End::Closed);

    Fault reset;
    reset.resetBeforeAnswer = true;
    answer = gotWith(reset);
    QCOMPARE(answer.head, std::string());
    QCOMPARE(answer.end, End::Reset);

    FaultServer server;
    Fault stall;
    stall.stallBeforeAnswer = true;
    server.faultOnce("/a", stall);
    RawClient client(server.port());
    client.setPatience(0, 50'000);
    QCOMPARE(client.get("/a").rest(), std::string());
    QCOMPARE(client.end(), End::Silent);
}

void FaultAnswersTest::rateAndLatency()
{
    Fault slow;
    slow.bytesPerSecond = 200;  // 26 bytes: 130 ms
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(gotWith(slow).body, std::string(letters));
    QVERIFY(clock.elapsed() >= 120);

    Fault late;
    late.latency = std::chrono::milliseconds(60);
    clock.restart();
    QCOMPARE(gotWith(late).body, std::string(letters));
    QVERIFY(clock.elapsed() >= 60);

    Fault slowHead;
    slowHead.headBytesPerSecond = 2000;  // over 150 bytes
    clock.restart();
    QVERIFY(gotWith(slowHead).head.size() > 150);
    QVERIFY(clock.elapsed() >= 70);
}

void FaultAnswersTest::stallEndsWithTheClient()
{
    FaultServer server;
    serveLetters(server);
    Fault stall;
    stall.stallAfter = 4;
    server.faultOnce("/a", stall);
    RawClient client(server.port());
    client.get("/a").head();
    QCOMPARE(client.body(4), std::string("abcd"));
    client.setPatience(0, 50'000);
    QCOMPARE(client.rest(), std::string());
    QCOMPARE(client.end(), End::Silent);
    client.setPatience(10, 0);
    ::shutdown(client.descriptor(), SHUT_WR);
    QCOMPARE(client.rest(), std::string());
    QCOMPARE(client.end(), End::Closed);
    QCOMPARE(server.requests().front().bodyBytesSent, 4U);
}

QTEST_GUILESS_MAIN(FaultAnswersTest)
#include "fault_answers_test.moc"
