#include "core/net/remote_reader.h"
#include "tests/support/expect_error.h"
#include "tests/support/http/certificates.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/http/proxy_server.h"
#include "tests/support/net_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace wb;
using namespace wb::net;
using namespace wb::test;
using std::chrono::milliseconds;

namespace {

constexpr RemoteReader::Patience patience{milliseconds(1500), milliseconds(10'000)};

std::string textOf(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

// A file on a server: found through redirects, and read part by part whatever happens on the way.
class RemoteReaderTest : public QObject {
    Q_OBJECT

private:
    std::optional<NetRun> m_run;
    Settings m_settings;
    const Content m_content = Content::pattern(1'000'000, 7);

    RemoteReader readerOf(const std::string& url) { return RemoteReader(Url::parse(url), m_settings, patience, m_run->job); }
    std::optional<Error> openError(const std::string& url)
    {
        return errorOf([&] { readerOf(url).open(1000); });
    }

private slots:
    void init()
    {
        m_run.emplace();
        m_settings = quickSettings();
    }
    void findsWhatTheFileIs();
    void hubFlow();
    void fieldsOfOthersAreNotBelieved();
    void tokenGoesToItsOriginOnly();
    void serverWithoutRanges();
    void errors_data();
    void errors();
    void badRedirects_data();
    void badRedirects();
    void redirectLoopEnds();
    void linkedSizeMustAgree();
    void emptyFile();
    void impostors();
    void retriesWhileTheServerIsBusy();
    void retryAfterIsKept();
    void retryAfterTooLongEndsAtOnce();
    void retryAfterZeroIsNoHammer();
    void firstContactFailsSoon();
    void tlsErrorsAreNotTriedAgain();
    void proxyErrors();
    void readsThroughFaults_data();
    void readsThroughFaults();
    void changedFileIsNeverMixed_data();
    void changedFileIsNeverMixed();
    void wholeAnswerIsNoRange();
    void expiredAddressIsAskedForAnew();
    void expiredForGood();
    void otherMirrorWithOtherTagIsTheSameFile();
    void cancelAndStop();
    void tryNowEndsAWait();
    void smallTexts();
    void offline();
};

void RemoteReaderTest::findsWhatTheFileIs()
{
    FaultServer server;
    server.serve("/a", m_content);
    RemoteReader reader = readerOf(server.url("/a?x=1"));
    const RemoteFile& file = reader.open(1000);
    QVERIFY(file.bytes == m_content.bytes && file.ranges && file.sha256.empty() && file.commit.empty());
    QCOMPARE(file.etag, m_content.etag);
    QCOMPARE(textOf(reader.firstBytes()), textOf(m_content, 0, 1000));
    QCOMPARE(server.requests().size(), size_t{1});
    QCOMPARE(server.requests()[0].header("Range"), std::string("bytes=0-999"));
    QCOMPARE(textOf(reader.read({500'000, 600'000})), textOf(m_content, 500'000, 100'000));
    QCOMPARE(server.requests()[1].header("If-Range"), m_content.etag);
    QCOMPARE(server.connections(), uint64_t{1});
    QCOMPARE(reader.requests(), uint64_t{2});
    QCOMPARE(reader.bytesRead(), uint64_t{101'000});
}

void RemoteReaderTest::hubFlow()
{
    FaultServer hub;
    FaultServer cdn;
    const std::string sum(64, 'a');
    cdn.serve("/blob", m_content, {{"X-Linked-Size", "5"}, {"X-Linked-ETag", "\"" + std::string(64, 'b') + "\""}});
    hub.redirect("/old", "/o/m/resolve/main/f", 307);
    hub.redirect("/o/m/resolve/main/f", cdn.url("/blob?Signature=secret"), 302,
                 {{"X-Repo-Commit", "c0ffee"}, {"X-Linked-Size", "1000000"}, {"X-Linked-ETag", "\"" + sum + "\""}});
    m_settings.endpoint = hub.url("");
    m_settings.endpoint.pop_back();
    m_settings.token = "hf_secret";
    RemoteReader reader = readerOf(hub.url("/old"));
    const RemoteFile& file = reader.open(10);
    QCOMPARE(file.sha256, sum);
    QCOMPARE(file.commit, std::string("c0ffee"));
    QCOMPARE(file.etag, m_content.etag);
    QVERIFY(file.bytes == uint64_t{1'000'000} && file.isElsewhere());
    reader.read({10, 20});
    QCOMPARE(hub.requests().size(), size_t{2});
    for (const auto& request : hub.requests()) {
        QCOMPARE(request.header("Authorization"), std::string("Bearer hf_secret"));
    }
    QCOMPARE(cdn.requests().size(), size_t{2});
    for (const auto& request : cdn.requests()) {
        QCOMPARE(request.header("Authorization"), std::string());
    }
    QVERIFY(m_run->lines.find("secret") == std::string::npos);
}

void RemoteReaderTest::fieldsOfOthersAreNotBelieved()
{
    FaultServer server;
    FaultServer cdn;
    cdn.serve("/blob", m_content, {{"X-Repo-Commit", "c0ffee"}, {"X-Linked-ETag", "\"" + std::string(64, 'b') + "\""}, {"X-Linked-Size", "5"}});
    server.redirect("/a", cdn.url("/blob"));
    RemoteReader reader = readerOf(server.url("/a"));
    const RemoteFile& file = reader.open(10);
    QVERIFY(file.sha256.empty() && file.commit.empty() && file.bytes == m_content.bytes);
}

void RemoteReaderTest::tokenGoesToItsOriginOnly()
{
    FaultServer other;
    other.serve("/a", m_content);
    m_settings.token = "hf_secret";
    m_settings.endpoint = "http://127.0.0.1:1";
    readerOf(other.url("/a")).open(10);
    QCOMPARE(other.requests()[0].header("Authorization"), std::string());
    QVERIFY(other.requests()[0].target.find("hf_") == std::string::npos);
}

void RemoteReaderTest::serverWithoutRanges()
{
    FaultServer::Options options;
    options.supportsRange = false;
    FaultServer server(options);
    server.serve("/a", Content::pattern(50 << 20, 7));
    RemoteReader reader = readerOf(server.url("/a"));
    const RemoteFile& file = reader.open(1000);
    QVERIFY(!file.ranges && file.bytes == uint64_t{50 << 20});
    QCOMPARE(reader.firstBytes().size(), size_t{1000});
    const auto error = errorOf([&] { reader.read({10, 20}); });
    QVERIFY(error && error->code() == ErrorCode::NoRange);
    QVERIFY(server.bytesSent() < 40 << 20);
}

void RemoteReaderTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("problem");
    const auto row = [](int status, const char* errorCode, ErrorCode code, const char* problem) {
        QTest::addRow("%d %s", status, errorCode) << status << errorCode << static_cast<int>(code) << problem;
    };
    row(401, "", ErrorCode::NotAuthorised, "no-token");
    row(401, "GatedRepo", ErrorCode::NotAuthorised, "gated");
    row(403, "GatedRepo", ErrorCode::NotAuthorised, "gated");
    row(403, "", ErrorCode::NotAuthorised, "denied");
    row(404, "", ErrorCode::HttpStatus, "not-found");
    row(410, "", ErrorCode::HttpStatus, "not-found");
    row(451, "", ErrorCode::HttpStatus, "status");
    row(501, "", ErrorCode::HttpStatus, "status");
}

void RemoteReaderTest::errors()
{
    QFETCH(int, status);
    QFETCH(QString, errorCode);
    QFETCH(int, code);
    QFETCH(QString, problem);
    FaultServer server;
    Fault fault;
    fault.status = status;
    fault.headers = {{"X-Error-Message", "Access to this model is restricted.\x1b[31m"}};
    if (!errorCode.isEmpty()) {
        fault.headers.emplace_back("X-Error-Code", errorCode.toStdString());
    }
    server.onRequest([&](const test::Request&, uint64_t) { return fault; });
    const auto error = openError(server.url("/a?signature=hidden"));
    QVERIFY(error);
    QCOMPARE(static_cast<int>(error->code()), code);
    QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), problem);
    QCOMPARE(error->fact("found"), std::string_view(std::to_string(status)));
    QVERIFY(error->fact("reason").starts_with("Access to this model") && error->fact("reason").find('\x1b') == std::string_view::npos);
    QVERIFY(std::string(error->what()).find("hidden") == std::string::npos);
    QCOMPARE(server.requests().size(), size_t{1});
}

void RemoteReaderTest::badRedirects_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << ""
                          << "location";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "to-file";
    QTest::newRow("other scheme") << "gopher://127.0.0.1/x"
                                  << "location";
    QTest::newRow("plain http elsewhere") << "http://example.com/x"
                                          << "to-http";
    QTest::newRow("credentials") << "https://a:b@example.com/x"
                                 << "location";
}

void RemoteReaderTest::badRedirects()
{
    QFETCH(QString, location);
    QFETCH(QString, problem);
    FaultServer server;
    server.redirect("/a", location.toStdString());
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::RedirectRefused);
    QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), problem);
    QCOMPARE(server.requests().size(), size_t{1});
}

void RemoteReaderTest::redirectLoopEnds()
{
    FaultServer server;
    server.redirect("/a", "/b");
    server.redirect("/b", "/a");
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::RedirectRefused && error->fact("problem") == "too-many");
    QCOMPARE(server.requests().size(), size_t{6});
    for (int i = 0; i < 50; ++i) {
        server.redirect("/" + std::to_string(i), std::to_string(i + 1));
    }
    QVERIFY(openError(server.url("/0")));
    QCOMPARE(server.requests().size(), size_t{12});
    server.serve("/50", m_content);
    QVERIFY(!openError(server.url("/45")));
}

void RemoteReaderTest::linkedSizeMustAgree()
{
    FaultServer server;
    FaultServer cdn;
    cdn.serve("/blob", m_content);
    server.redirect("/a", cdn.url("/blob"), 302, {{"X-Linked-Size", "999"}});
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::BadResponse && error->fact("problem") == "other-total");
    QVERIFY(error->fact("expected") == "999" && error->fact("found") == "1000000");
}

void RemoteReaderTest::emptyFile()
{
    FaultServer server;
    server.serve("/a", Content::of(""));
    FaultServer::Options options;
    options.supportsRange = false;
    FaultServer plain(options);
    plain.serve("/a", Content::of(""));
    for (FaultServer* each : {&server, &plain}) {
        const auto error = openError(each->url("/a"));
        QVERIFY(error && error->code() == ErrorCode::EmptyFile);
    }
}

void RemoteReaderTest::impostors()
{
    FaultServer server;
    server.serve("/lfs", Content::of("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"));
    server.serve("/html", Content::of("<!doctype html><title>Log in</title>"));
    Content typed = Content::of("anything");
    typed.type = "text/html; charset=utf-8";
    server.serve("/typed", typed);
    for (const auto& [path, problem] : {std::pair("/lfs", "lfs-pointer"), std::pair("/html", "html"), std::pair("/typed", "html")}) {
        const auto error = openError(server.url(path));
        QVERIFY2(error && error->code() == ErrorCode::BadResponse && error->fact("problem") == problem, path);
    }
    server.serve("/gzip", m_content, {{"Content-Encoding", "gzip"}});
    QVERIFY(openError(server.url("/gzip"))->fact("problem") == "encoding");
}

void RemoteReaderTest::retriesWhileTheServerIsBusy()
{
    FaultServer server;
    server.serve("/a", m_content);
    for (const int status : {500, 500, 503, 429, 502, 504, 408}) {
        Fault fault;
        fault.status = status;
        server.faultOnce("/a", fault);
    }
    RemoteReader reader = readerOf(server.url("/a"));
    reader.open(10);
    QCOMPARE(server.requests().size(), size_t{8});
    QVERIFY(m_run->progress.snapshot().transfer.waiting.empty());
}

void RemoteReaderTest::retryAfterIsKept()
{
    FaultServer server;
    server.serve("/a", m_content);
    Fault fault;
    fault.status = 429;
    fault.headers = {{"Retry-After", "1"}};
    server.faultOnce("/a", fault);
    QElapsedTimer clock;
    clock.start();
    readerOf(server.url("/a")).open(10);
    QVERIFY(clock.elapsed() >= 1000);
    QCOMPARE(server.requests().size(), size_t{2});
}

void RemoteReaderTest::retryAfterTooLongEndsAtOnce()
{
    FaultServer server;
    Fault fault;
    fault.status = 503;
    fault.headers = {{"Retry-After", "1000000000"}};
    server.faultOnce("/a", fault);
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::HttpStatus && error->fact("problem") == "busy");
    QCOMPARE(server.requests().size(), size_t{1});
}

void RemoteReaderTest::retryAfterZeroIsNoHammer()
{
    FaultServer server;
    server.onRequest([](const test::Request&, uint64_t) {
        Fault fault;
        fault.status = 503;
        fault.headers = {{"Retry-After", "0"}};
        return fault;
    });
    m_settings.firstBackoff = milliseconds(100);
    m_settings.longestBackoff = milliseconds(400);
    RemoteReader reader(Url::parse(server.url("/a")), m_settings, {milliseconds(1000), milliseconds(1000)}, m_run->job);
    QVERIFY(errorOf([&] { reader.open(10); }));
    QVERIFY2(server.requests().size() < 25, qPrintable(QString::number(server.requests().size())));
}

void RemoteReaderTest::firstContactFailsSoon()
{
    std::string url;
    {
        FaultServer server;
        url = server.url("/a");
    }
    m_settings.longestBackoff = milliseconds(100);
    RemoteReader reader(Url::parse(url), m_settings, {milliseconds(300), milliseconds(60'000)}, m_run->job);
    QElapsedTimer clock;
    clock.start();
    const auto error = errorOf([&] { reader.open(10); });
    QVERIFY(error && error->code() == ErrorCode::NetworkFailed && error->fact("problem") == "connect" && error->fact("host") == "127.0.0.1");
    QVERIFY(clock.elapsed() >= 300 && clock.elapsed() < 5000);
}

void RemoteReaderTest::tlsErrorsAreNotTriedAgain()
{
    QTemporaryDir folder;
    const TestCertificates certificates = makeCertificates(folder.path().toStdString());
    FaultServer::Options options;
    options.tls = true;
    options.certificateFile = certificates.expired.certificateFile;
    options.keyFile = certificates.expired.keyFile;
    FaultServer server(options);
    m_settings.caFile = certificates.authorityFile;
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::TlsFailed && error->fact("problem") == "expired");
    QCOMPARE(server.connections(), uint64_t{1});
}

void RemoteReaderTest::proxyErrors()
{
    ProxyServer::Options options;
    options.user = "me";
    options.password = "open";
    ProxyServer proxy(options);
    m_settings.proxy = proxy.url();
    const auto denied = openError("http://127.0.0.1:1/a");
    QVERIFY(denied && denied->code() == ErrorCode::ProxyFailed && denied->fact("problem") == "auth");
    options.captivePage = "<html>Log in</html>";
    ProxyServer portal(options);
    m_settings.proxy = portal.url();
    const auto page = openError("http://127.0.0.1:1/a");
    QVERIFY(page && page->code() == ErrorCode::BadResponse && page->fact("problem") == "html");
    const auto tunnel = openError("https://127.0.0.1:1/a");
    QVERIFY(tunnel &&
            (tunnel->code() == ErrorCode::NetworkFailed || tunnel->code() == ErrorCode::TlsFailed || tunnel->code() == ErrorCode::ProxyFailed));
}

void RemoteReaderTest::readsThroughFaults_data()
{
    QTest::addColumn<int>("kind");
    for (int i = 0; i < 9; ++i) {
        QTest::addRow("%d", i) << i;
    }
}

void RemoteReaderTest::readsThroughFaults()
{
    QFETCH(int, kind);
    FaultServer server;
    server.serve("/a", m_content);
    RemoteReader reader = readerOf(server.url("/a"));
    reader.open(10);
    server.onRequest([&](const test::Request&, uint64_t number) -> std::optional<Fault> {
        Fault fault;
        const uint64_t after = 100'000;
        switch (number > 3 ? -1 : kind) {
        case 0:
            fault.closeAfter = after;
            return fault;
        case 1:
            fault.resetAfter = after;
            return fault;
        case 2:
            fault.stallAfter = after;
            return fault;
        case 3:
            fault.closeBeforeAnswer = true;
            return fault;
        case 4:
            fault.resetBeforeAnswer = true;
            return fault;
        case 5:
            fault.status = 503;
            return fault;
        case 6:
            fault.sendRange = std::pair(uint64_t{0}, uint64_t{99'999});
            return fault;
        case 7:
            fault.closeAfter = 1;
            return fault;
        case 8:
            fault.chunked = true;
            fault.closeAfter = after;
            return fault;
        default:
            return std::nullopt;
        }
    });
    QCOMPARE(textOf(reader.read({100'000, 900'000})), textOf(m_content, 100'000, 800'000));
    QVERIFY(server.requests().size() >= 4);
    const auto requests = server.requests();
    const bool goesOn = kind == 0 || kind == 2 || kind == 7;
    QVERIFY(!goesOn || requests[2].range->first == 100'000 + (kind == 7 ? 1U : 100'000U));
    QVERIFY(!goesOn || server.bytesSent() <= 800'010);
}

void RemoteReaderTest::changedFileIsNeverMixed_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("tag differs, If-Range kept") << 0;
    QTest::newRow("tag differs, If-Range ignored") << 1;
    QTest::newRow("date differs, no tag") << 2;
    QTest::newRow("size differs, no validators") << 3;
    QTest::newRow("weak tag differs") << 4;
    QTest::newRow("now shorter than the part") << 5;
}

void RemoteReaderTest::changedFileIsNeverMixed()
{
    QFETCH(int, kind);
    FaultServer::Options options;
    options.obeysIfRange = kind != 1;
    FaultServer server(options);
    Content before = m_content;
    Content after = Content::pattern(m_content.bytes, 8);
    if (kind == 2) {
        before.etag = after.etag = "";
        before.lastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
        after.lastModified = "Thu, 02 Jan 2025 00:00:00 GMT";
    } else if (kind == 3) {
        after = Content::pattern(m_content.bytes + 1, 8);
        before.etag = after.etag = before.lastModified = after.lastModified = "";
    } else if (kind == 4) {
        before.etag = "W/\"1\"";
        after.etag = "W/\"2\"";
    } else if (kind == 5) {
        after = Content::pattern(100, 8);
        after.etag = before.etag = "";
    }
    server.serve("/a", before);
    RemoteReader reader = readerOf(server.url("/a"));
    reader.open(10);
    server.serve("/a", after);
    const auto error = errorOf([&] { reader.read({500'000, 500'100}); });
    QVERIFY(error && error->code() == ErrorCode::RemoteChanged);
    QVERIFY(!error->fact("problem").empty());
}

void RemoteReaderTest::wholeAnswerIsNoRange()
{
    FaultServer server;
    server.serve("/a", m_content);
    RemoteReader reader = readerOf(server.url("/a"));
    reader.open(10);
    Fault fault;
    fault.ignoreRange = true;
    server.faultOnce("/a", fault);
    const auto error = errorOf([&] { reader.read({10, 20}); });
    QVERIFY(error && error->code() == ErrorCode::NoRange);
}

void RemoteReaderTest::expiredAddressIsAskedForAnew()
{
    FaultServer hub;
    FaultServer cdn;
    cdn.serve("/blob", m_content);
    hub.redirect("/a", cdn.url("/blob?Expires=1"));
    RemoteReader reader = readerOf(hub.url("/a"));
    reader.open(10);
    std::atomic<bool> hasExpired{true};
    cdn.onRequest([&](const test::Request& request, uint64_t) -> std::optional<Fault> {
        if (request.target.ends_with("Expires=1") && hasExpired) {
            Fault fault;
            fault.status = 403;
            return fault;
        }
        return std::nullopt;
    });
    hub.redirect("/a", cdn.url("/blob?Expires=2"));
    QCOMPARE(textOf(reader.read({10, 20})), textOf(m_content, 10, 10));
    QCOMPARE(hub.requests().size(), size_t{2});
    QVERIFY(cdn.requests().back().target.ends_with("Expires=2"));
}

void RemoteReaderTest::expiredForGood()
{
    FaultServer hub;
    FaultServer cdn;
    cdn.serve("/blob", m_content);
    hub.redirect("/a", cdn.url("/blob?Expires=1"));
    RemoteReader reader = readerOf(hub.url("/a"));
    reader.open(10);
    cdn.onRequest([](const test::Request& request, uint64_t) -> std::optional<Fault> {
        Fault fault;
        fault.status = 403;
        return request.range && request.range->first > 0 ? std::optional(fault) : std::nullopt;
    });
    const auto error = errorOf([&] { reader.read({10, 20}); });
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised);
    QVERIFY(hub.requests().size() < 10);
}

void RemoteReaderTest::otherMirrorWithOtherTagIsTheSameFile()
{
    FaultServer hub;
    FaultServer cdn;
    Content other = m_content;
    other.etag = "\"mirror\"";
    cdn.serve("/one", m_content);
    cdn.serve("/two", other);
    const Headers linked{{"X-Linked-ETag", "\"" + std::string(64, 'a') + "\""}};
    hub.redirect("/a", cdn.url("/one"), 302, linked);
    RemoteReader reader = readerOf(hub.url("/a"));
    reader.open(10);
    hub.redirect("/a", cdn.url("/two"), 302, linked);
    reader.lookAgain();
    QCOMPARE(textOf(reader.read({10, 20})), textOf(m_content, 10, 10));
    hub.redirect("/a", cdn.url("/one"), 302, {{"X-Linked-ETag", "\"" + std::string(64, 'b') + "\""}});
    const auto error = errorOf([&] { reader.lookAgain(); });
    QVERIFY(error && error->code() == ErrorCode::RemoteChanged);
}

void RemoteReaderTest::cancelAndStop()
{
    FaultServer server;
    server.serve("/a", m_content);
    for (const bool byStop : {false, true}) {
        NetRun run;
        m_settings.stallTimeout = milliseconds(60'000);
        RemoteReader reader(Url::parse(server.url("/a")), m_settings, patience, run.job);
        Fault stall;
        stall.stallBeforeAnswer = true;
        server.faultOnce("/a", stall);
        const size_t before = server.requests().size();
        QElapsedTimer clock;
        std::thread other([&] {
            while (server.requests().size() == before) {
                std::this_thread::yield();
            }
            clock.start();
            byStop ? reader.stop() : run.cancel.cancel();
        });
        bool cancelled = false;
        try {
            reader.open(10);
        } catch (const Cancelled&) {
            cancelled = true;
        }
        const qint64 took = clock.elapsed();
        other.join();
        QVERIFY(cancelled);
        QVERIFY2(took < 400, qPrintable(QString::number(took)));
    }
}

void RemoteReaderTest::tryNowEndsAWait()
{
    FaultServer server;
    server.serve("/a", m_content);
    Fault fault;
    fault.status = 503;
    fault.headers = {{"Retry-After", "9"}};
    server.faultOnce("/a", fault);
    RemoteReader reader = readerOf(server.url("/a"));
    QElapsedTimer clock;
    clock.start();
    std::string waiting;
    uint64_t seconds = 0;
    std::thread other([&] {
        while (waiting.empty()) {
            const Transfer transfer = m_run->progress.snapshot().transfer;
            waiting = transfer.waiting;
            seconds = transfer.retryInSeconds;
            std::this_thread::yield();
        }
        m_run->tryNow.ask();
    });
    reader.open(10);
    other.join();
    QCOMPARE(waiting, std::string("busy"));
    QVERIFY(seconds >= 8 && seconds <= 9);
    QVERIFY(clock.elapsed() < 5000);
}

void RemoteReaderTest::smallTexts()
{
    FaultServer server;
    server.serve("/sums", Content::of("abc  file\n"));
    const auto read = [&](const char* path, uint64_t most) { return readSmallText(Url::parse(server.url(path)), most, m_settings, m_run->job); };
    QCOMPARE(read("/sums", 1000), std::string("abc  file\n"));
    QCOMPARE(read("/sums", 10), std::string("abc  file\n"));
    QCOMPARE(read("/sums", 9), std::string());
    QCOMPARE(read("/none", 1000), std::string());
    m_settings.offline = true;
    QCOMPARE(read("/sums", 1000), std::string());
}

void RemoteReaderTest::offline()
{
    FaultServer server;
    m_settings.offline = true;
    const auto error = openError(server.url("/a"));
    QVERIFY(error && error->code() == ErrorCode::Offline);
    QCOMPARE(server.connections(), uint64_t{0});
}

QTEST_GUILESS_MAIN(RemoteReaderTest)
#include "remote_reader_test.moc"
