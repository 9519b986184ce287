#include "core/net/stream_source.h"
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

namespace {

constexpr uint64_t MiB = 1 << 20;

}  // namespace

// A remote file read once, forwards, while others of its pieces are on their way.
class StreamSourceTest : public QObject {
    Q_OBJECT

private:
    std::optional<NetRun> m_run;
    Settings m_settings;
    const Content m_content = Content::pattern(100 * MiB, 5);

    std::unique_ptr<StreamSource> sourceOf(const FaultServer& server, std::vector<ByteRange> wanted, uint64_t behind = 0)
    {
        auto reader = std::make_unique<RemoteReader>(Url::parse(server.url("/a")), m_settings, RemoteReader::Patience{}, m_run->job);
        reader->open(1);
        return std::make_unique<StreamSource>(std::move(reader), std::move(wanted), StreamSource::Window{behind, {}}, m_settings, m_run->job);
    }
    bool isRight(const io::ByteSource& source, uint64_t offset, uint64_t bytes) const
    {
        std::string text(static_cast<size_t>(bytes), '\0');
        source.readAt(offset, std::as_writable_bytes(std::span(text)));
        return text == textOf(m_content, offset, bytes);
    }

private slots:
    void init()
    {
        m_run.emplace();
        m_settings = quickSettings();
    }
    void forwardsEveryByteOnce();
    void runsAreSkippedAndJoined();
    void beginsWhereAnEarlierRunHasCome();
    void jumpsOverWhatIsNotWanted();
    void backWithinTheWindow();
    void backBeyondTheWindowIsReadAside();
    void bytesNotAnnouncedAreReadAside();
    void aheadIsBounded();
    void faultsOnTheWay();
    void changedFile();
    void changedFileAside();
    void expiredAddress();
    void networkGoneForGood();
    void serverThatStopsSendingRanges();
    void cancelledWhileWaiting();
    void destructorAtAnyTime();
    void destructorWhileItAsksForTheAddress();
    void pastTheEnd();
};

void StreamSourceTest::forwardsEveryByteOnce()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(source->isRemote() && source->size() == m_content.bytes && source->identity().validator == m_content.etag);
    for (uint64_t at = 0; at < m_content.bytes; at += 3 * MiB) {
        QVERIFY(isRight(*source, at, std::min(3 * MiB, m_content.bytes - at)));
    }
    QCOMPARE(server.bytesSent(), m_content.bytes + 1);
    QVERIFY(server.mostRequestsSeen() <= 8 && server.mostRequestsSeen() > 1);
    for (const auto& request : server.requests()) {
        QVERIFY(request.header("Range").starts_with("bytes="));
    }
}

void StreamSourceTest::runsAreSkippedAndJoined()
{
    FaultServer server;
    server.serve("/a", m_content);
    std::vector<ByteRange> wanted;
    for (uint64_t i = 0; i < 500; ++i) {
        wanted.push_back({i * 2000, i * 2000 + 1000});  // near each other
    }
    wanted.push_back({50 * MiB, 51 * MiB});
    wanted.push_back({90 * MiB + 1, 90 * MiB + 2});
    const auto source = sourceOf(server, wanted);
    for (const ByteRange& run : wanted) {
        QVERIFY(isRight(*source, run.begin, run.size()));
    }
    QCOMPARE(server.requests().size(), size_t{4});
    QVERIFY(server.bytesSent() < 3 * MiB);
}

void StreamSourceTest::beginsWhereAnEarlierRunHasCome()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(isRight(*source, 90 * MiB, 10 * MiB));
    QVERIFY(server.bytesSent() <= 11 * MiB);
}

void StreamSourceTest::jumpsOverWhatIsNotWanted()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(isRight(*source, 0, 10));
    QVERIFY(isRight(*source, 80 * MiB + 5, 10));
    QVERIFY(isRight(*source, 99 * MiB, MiB));
    QVERIFY2(server.bytesSent() < 75 * MiB, qPrintable(QString::number(server.bytesSent() / MiB)));
}

void StreamSourceTest::backWithinTheWindow()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}}, 10 * MiB);
    for (uint64_t at = 0; at < 60 * MiB; at += 5 * MiB) {
        QVERIFY(isRight(*source, at, 5 * MiB));
        QVERIFY(isRight(*source, at - std::min(at, 4 * MiB), 2 * MiB));
    }
    for (uint64_t at = 60 * MiB; at < 100 * MiB; at += 5 * MiB) {
        QVERIFY(isRight(*source, at, 5 * MiB));
    }
    QCOMPARE(server.bytesSent(), m_content.bytes + 1);
}

void StreamSourceTest::backBeyondTheWindowIsReadAside()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}}, 4 * MiB);
    QVERIFY(isRight(*source, 0, 40 * MiB));
    QVERIFY(isRight(*source, 10 * MiB, 3 * MiB));
    QVERIFY(isRight(*source, 35 * MiB, 8 * MiB));
    QVERIFY(isRight(*source, 0, 100));
    QVERIFY(isRight(*source, 43 * MiB, 57 * MiB));
}

void StreamSourceTest::bytesNotAnnouncedAreReadAside()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{10 * MiB, 12 * MiB}, {20 * MiB, 22 * MiB}});
    QVERIFY(isRight(*source, 9 * MiB, 14 * MiB));
    QVERIFY(isRight(*source, 99 * MiB, MiB));
    const auto nothing = sourceOf(server, {});
    QVERIFY(isRight(*nothing, 5, 5));
}

void StreamSourceTest::aheadIsBounded()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(isRight(*source, 0, 10));
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 700) {
        std::this_thread::yield();
    }
    QVERIFY2(server.bytesSent() <= 33 * MiB, qPrintable(QString::number(server.bytesSent())));
    QVERIFY(isRight(*source, 0, m_content.bytes));
    QCOMPARE(server.bytesSent(), m_content.bytes + 1);
}

void StreamSourceTest::faultsOnTheWay()
{
    FaultServer server;
    server.serve("/a", m_content);
    server.onRequest([](const test::Request&, uint64_t number) -> std::optional<Fault> {
        Fault fault;
        switch (number % 9) {
        case 1:
            fault.closeAfter = 700'000;
            return fault;
        case 3:
            fault.resetAfter = 300'000;
            return fault;
        case 4:
            fault.status = 500;
            return fault;
        case 6:
            fault.sendRange = std::pair(uint64_t{0}, uint64_t{9});
            return fault;
        case 8:
            fault.stallAfter = number < 20 ? std::optional(uint64_t{1'000'000}) : std::nullopt;
            return fault;
        default:
            return std::nullopt;
        }
    });
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    for (uint64_t at = 0; at < m_content.bytes; at += 5 * MiB) {
        QVERIFY(isRight(*source, at, 5 * MiB));
    }
}

void StreamSourceTest::changedFile()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(isRight(*source, 0, 10));
    server.serve("/a", Content::pattern(m_content.bytes, 6));
    const auto error = errorOf([&] {
        for (uint64_t at = 0; at < m_content.bytes; at += MiB) {
            if (!isRight(*source, at, MiB)) {
                throw std::logic_error("mixed");
            }
        }
    });
    QVERIFY(error && error->code() == ErrorCode::RemoteChanged);
}

void StreamSourceTest::changedFileAside()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, 2 * MiB}});
    QVERIFY(isRight(*source, 0, 10));
    server.serve("/a", Content::pattern(m_content.bytes, 6));
    const auto error = errorOf([&] { isRight(*source, 50 * MiB, 10); });
    QVERIFY(error && error->code() == ErrorCode::RemoteChanged);
}

void StreamSourceTest::expiredAddress()
{
    FaultServer hub;
    FaultServer cdn;
    cdn.serve("/blob", m_content);
    hub.redirect("/a", cdn.url("/blob?Expires=0"));
    const auto source = sourceOf(hub, {{0, m_content.bytes}});
    std::atomic<int> now{0};
    cdn.onRequest([&](const test::Request& request, uint64_t number) -> std::optional<Fault> {
        if (number % 15 == 14) {
            ++now;
            hub.redirect("/a", cdn.url("/blob?Expires=" + std::to_string(now)));
        }
        if (std::stoi(request.target.substr(request.target.find('=') + 1)) < now) {
            Fault fault;
            fault.status = 403;
            return fault;
        }
        return std::nullopt;
    });
    for (uint64_t at = 0; at < m_content.bytes; at += 5 * MiB) {
        QVERIFY(isRight(*source, at, 5 * MiB));
    }
    QVERIFY(now > 2);
    QVERIFY2(hub.requests().size() <= static_cast<size_t>(now) * 3 + 1, qPrintable(QString::number(hub.requests().size())));
}

void StreamSourceTest::networkGoneForGood()
{
    FaultServer server;
    server.serve("/a", m_content);
    m_settings.giveUp = milliseconds(500);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    QVERIFY(isRight(*source, 0, 10));
    server.goDown();
    const auto error = errorOf([&] { isRight(*source, 0, m_content.bytes); });
    QVERIFY(error && error->code() == ErrorCode::NetworkFailed);
    QVERIFY(errorOf([&] { isRight(*source, 99 * MiB, 10); }));  // and stays so
}

void StreamSourceTest::serverThatStopsSendingRanges()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    server.onRequest([](const test::Request&, uint64_t) {
        Fault fault;
        fault.ignoreRange = true;
        return fault;
    });
    const auto error = errorOf([&] { isRight(*source, 0, 10); });
    QVERIFY(error && error->code() == ErrorCode::NoRange);
}

void StreamSourceTest::cancelledWhileWaiting()
{
    FaultServer server;
    server.serve("/a", m_content);
    m_settings.stallTimeout = milliseconds(60'000);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    server.onRequest([&](const test::Request&, uint64_t) {
        m_run->cancel.cancel();
        Fault fault;
        fault.stallBeforeAnswer = true;
        return fault;
    });
    QElapsedTimer clock;
    clock.start();
    bool cancelled = false;
    try {
        isRight(*source, 0, 10);
    } catch (const Cancelled&) {
        cancelled = true;
    }
    QVERIFY(cancelled && clock.elapsed() < 1000);
}

void StreamSourceTest::destructorAtAnyTime()
{
    FaultServer server;
    server.serve("/a", m_content);
    sourceOf(server, {{0, m_content.bytes}}).reset();
    for (const uint64_t bytes : {uint64_t{1}, MiB, 10 * MiB, m_content.bytes}) {
        const auto source = sourceOf(server, {{0, m_content.bytes}});
        QVERIFY(isRight(*source, 0, bytes));
    }
    QElapsedTimer clock;
    {
        m_settings.stallTimeout = milliseconds(60'000);
        const auto source = sourceOf(server, {{0, m_content.bytes}});
        QVERIFY(isRight(*source, 0, 1));
        server.onRequest([&](const test::Request&, uint64_t) {
            Fault fault;
            fault.stallAfter = 1000;
            return fault;
        });
        clock.start();
    }
    QVERIFY(clock.elapsed() < 1000);
}

// The address has expired, and the server that gives it is gone.
void StreamSourceTest::destructorWhileItAsksForTheAddress()
{
    FaultServer hub;
    FaultServer cdn;
    cdn.serve("/blob", m_content);
    hub.redirect("/a", cdn.url("/blob"));
    m_settings.giveUp = milliseconds(60'000);
    m_settings.longestBackoff = milliseconds(30'000);
    m_settings.firstBackoff = milliseconds(5'000);
    std::optional<std::unique_ptr<StreamSource>> source = sourceOf(hub, {{0, m_content.bytes}});
    cdn.onRequest([&](const test::Request& request, uint64_t) -> std::optional<Fault> {
        Fault fault;
        fault.status = 403;
        return request.range->first > 0 ? std::optional(fault) : std::nullopt;
    });
    hub.goDown();
    QVERIFY(isRight(**source, 0, 10));
    while (m_run->progress.snapshot().transfer.waiting.empty()) {
        std::this_thread::yield();
    }
    QElapsedTimer clock;
    clock.start();
    source.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

void StreamSourceTest::pastTheEnd()
{
    FaultServer server;
    server.serve("/a", m_content);
    const auto source = sourceOf(server, {{0, m_content.bytes}});
    const auto error = errorOf([&] { isRight(*source, m_content.bytes - 1, 2); });
    QVERIFY(error && error->code() == ErrorCode::SourceTruncated);
}

QTEST_GUILESS_MAIN(StreamSourceTest)
#include "stream_source_test.moc"
