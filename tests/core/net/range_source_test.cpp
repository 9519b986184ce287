#include "core/net/range_source.h"
#include "tests/support/expect_error.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/net_run.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace wb;
using namespace wb::net;
using namespace wb::test;
using std::chrono::milliseconds;

// A look inside a remote file: few requests, few bytes.
class RangeSourceTest : public QObject {
    Q_OBJECT

private:
    std::optional<NetRun> m_run;

    std::unique_ptr<RangeSource> sourceOf(const std::string& url, const Settings& settings = quickSettings())
    {
        auto reader = std::make_unique<RemoteReader>(Url::parse(url), settings, RemoteReader::Patience{}, m_run->job);
        reader->open(RangeSource::headBytes);
        return std::make_unique<RangeSource>(std::move(reader));
    }
    static std::string read(const io::ByteSource& source, uint64_t offset, uint64_t bytes)
    {
        std::string text(static_cast<size_t>(bytes), '\0');
        source.readAt(offset, std::as_writable_bytes(std::span(text)));
        return text;
    }

private slots:
    void init() { m_run.emplace(); }
    void anyReadGivesItsBytes();
    void lookIntoAFileOf37GB();
    void readingOnReadsAhead();
    void headAndTailAreKept();
    void smallFileIsOneRequest();
    void pastTheEnd();
    void changedFile();
    void serverWithoutRanges();
    void identity();
    void fromSeveralThreads();
};

void RangeSourceTest::anyReadGivesItsBytes()
{
    FaultServer server;
    const Content content = Content::pattern(5'000'000, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a"));
    QCOMPARE(source->size(), content.bytes);
    QVERIFY(source->isRemote());
    const std::pair<uint64_t, uint64_t> reads[] = {{0, 100},           {262'100, 200},       {4'999'999, 1}, {2'000'000, 2'500'000},
                                                   {100, 1},           {4'400'000, 600'000}, {262'144, 1},   {3'000'000, 70'000},
                                                   {3'060'000, 5'000}, {0, 5'000'000},       {5'000'000, 0}};
    for (const auto& [offset, bytes] : reads) {
        QVERIFY2(read(*source, offset, bytes) == textOf(content, offset, bytes), qPrintable(QString::number(offset)));
    }
}

// As a torch zip is read: end record, directory, then data.pkl in pieces of 64 KiB, somewhere in the middle.
void RangeSourceTest::lookIntoAFileOf37GB()
{
    constexpr uint64_t size = 37'302'091'312;
    FaultServer::Options options;
    options.latency = milliseconds(50);
    FaultServer server(options);
    const Content content = Content::pattern(size, 3);
    server.serve("/a", content);
    QElapsedTimer clock;
    clock.start();
    const auto source = sourceOf(server.url("/a"));
    read(*source, 0, 4);
    read(*source, size - 65'557, 65'557);
    read(*source, size - 180'000, 114'000);
    read(*source, 30, 30);
    constexpr uint64_t pickle = 11'000'000'000;
    constexpr uint64_t pickleBytes = 300'000;
    std::string text = read(*source, pickle - 64, 64);
    for (uint64_t at = 0; at < pickleBytes; at += 65'536) {
        text += read(*source, pickle + at, std::min<uint64_t>(65'536, pickleBytes - at));
    }
    QVERIFY(text == textOf(content, pickle - 64, pickleBytes + 64));
    qInfo("37 GB look: %zu requests, %llu bytes, %lld ms", server.requests().size(), static_cast<unsigned long long>(server.bytesSent()),
          static_cast<long long>(clock.elapsed()));
    QVERIFY(server.requests().size() <= 6);
    QVERIFY(server.bytesSent() < 3 << 20);
    QCOMPARE(server.connections(), uint64_t{1});
    QVERIFY(clock.elapsed() < 5000);
}

void RangeSourceTest::readingOnReadsAhead()
{
    FaultServer server;
    const Content content = Content::pattern(50 << 20, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a"));
    std::string all;
    for (uint64_t at = 10 << 20; at < 30 << 20; at += 10'000) {
        all += read(*source, at, 10'000);
    }
    QVERIFY(all == textOf(content, 10 << 20, all.size()));
    QVERIFY2(server.requests().size() <= 28, qPrintable(QString::number(server.requests().size())));
    // Here and there: no more than asked for and a little.
    const uint64_t before = server.bytesSent();
    for (uint64_t at = 1 << 20; at < 9 << 20; at += 1 << 20) {
        read(*source, at, 100);
    }
    QVERIFY(server.bytesSent() - before <= 8 * (64 << 10));
}

void RangeSourceTest::headAndTailAreKept()
{
    FaultServer server;
    const Content content = Content::pattern(50 << 20, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a"));
    read(*source, content.bytes - 22, 22);
    for (uint64_t at = 1 << 20; at < 30 << 20; at += 2 << 20) {
        read(*source, at, 100);
    }
    const size_t before = server.requests().size();
    read(*source, content.bytes - 500'000, 500'000);
    read(*source, 0, 262'144);
    QCOMPARE(server.requests().size(), before);
}

void RangeSourceTest::smallFileIsOneRequest()
{
    FaultServer server;
    const Content content = Content::pattern(1000, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a"));
    QCOMPARE(read(*source, 0, 1000), textOf(content, 0, 1000));
    QCOMPARE(server.requests().size(), size_t{1});
}

void RangeSourceTest::pastTheEnd()
{
    FaultServer server;
    server.serve("/a", Content::pattern(1000, 3));
    const auto source = sourceOf(server.url("/a"));
    for (const auto& [offset, bytes] : {std::pair<uint64_t, uint64_t>{999, 2}, {1001, 0}, {UINT64_MAX, 2}}) {
        const auto error = errorOf([&, o = offset, b = bytes] { read(*source, o, b); });
        QVERIFY(error && error->code() == ErrorCode::SourceTruncated);
    }
}

void RangeSourceTest::changedFile()
{
    FaultServer server;
    server.serve("/a", Content::pattern(5 << 20, 3));
    const auto source = sourceOf(server.url("/a"));
    server.serve("/a", Content::pattern(5 << 20, 4));
    const auto error = errorOf([&] { read(*source, 2 << 20, 10); });
    QVERIFY(error && error->code() == ErrorCode::RemoteChanged);
}

void RangeSourceTest::serverWithoutRanges()
{
    FaultServer::Options options;
    options.supportsRange = false;
    FaultServer server(options);
    server.serve("/a", Content::pattern(5 << 20, 3));
    const auto error = errorOf([&] { sourceOf(server.url("/a")); });
    QVERIFY(error && error->code() == ErrorCode::NoRange && error->fact("host") == "127.0.0.1");
}

void RangeSourceTest::identity()
{
    FaultServer server;
    Content content = Content::pattern(5000, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a?signature=hidden"));
    QCOMPARE(source->identity().validator, content.etag);
    QCOMPARE(source->identity().bytes, uint64_t{5000});
    QCOMPARE(source->name(), server.url("/a"));
    QVERIFY(source->identity() == sourceOf(server.url("/a"))->identity());
    content.etag.clear();
    content.lastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
    server.serve("/a", content);
    QCOMPARE(sourceOf(server.url("/a"))->identity().validator, content.lastModified);
}

void RangeSourceTest::fromSeveralThreads()
{
    FaultServer server;
    const Content content = Content::pattern(20 << 20, 3);
    server.serve("/a", content);
    const auto source = sourceOf(server.url("/a"));
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (uint64_t i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (uint64_t at = i << 20; at < 16 << 20; at += 3 << 20) {
                wrong += read(*source, at, 5000) == textOf(content, at, 5000) ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(RangeSourceTest)
#include "range_source_test.moc"
