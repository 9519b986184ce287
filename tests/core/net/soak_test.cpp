#include "core/net/download.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/http/soak_faults.h"
#include "tests/support/net_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace wb;
using namespace wb::net;
using namespace wb::test;
using std::chrono::milliseconds;

// Two hundred faults of every kind on one file's way, and clients that are killed.
class SoakTest : public QObject {
    Q_OBJECT

private slots:
    void everyByteInTheEndAndFewTwice_data();
    void everyByteInTheEndAndFewTwice();
};

void SoakTest::everyByteInTheEndAndFewTwice_data()
{
    QTest::addColumn<uint64_t>("seed");
    QTest::addColumn<int>("kills");
    QTest::newRow("one run") << uint64_t{1} << 0;
    QTest::newRow("killed three times") << uint64_t{2} << 3;
}

void SoakTest::everyByteInTheEndAndFewTwice()
{
    QFETCH(uint64_t, seed);
    QFETCH(int, kills);
    constexpr uint64_t bytes = 500'000'000;
    constexpr uint64_t faultCount = 200;
    const Content content = Content::pattern(bytes, seed);
    FaultServer server;
    server.serve("/a", content);
    SoakFaults faults({seed, faultCount, 1, {"cut", "reset", "stall", "503", "429", "wrong-range"}});
    std::optional<NetRun> run;
    std::atomic<uint64_t> killAt{UINT64_MAX};
    std::atomic<uint64_t> given{0};
    server.onRequest([&](const test::Request& request, uint64_t number) -> std::optional<Fault> {
        if (number >= killAt) {
            run->cancel.cancel();
        }
        std::optional<Fault> fault = number % 7 != 0 ? faults.faultOf(request, number, bytes) : std::nullopt;
        given += fault ? 1 : 0;
        if (fault && fault->status) {
            fault->headers.clear();  // Retry-After has tests of its own, and takes its time
        }
        return fault;
    });
    QTemporaryDir folder;
    const std::string path = (folder.path() + "/a.pth").toStdString();
    Settings settings = quickSettings();
    settings.stallTimeout = milliseconds(1500);
    settings.stallAlone = milliseconds(700);
    uint64_t received = 0;
    std::string sum;
    QElapsedTimer clock;
    clock.start();
    int runs = 0;
    for (int i = 0; sum.empty(); ++i) {
        ++runs;
        killAt = i < kills ? server.requests().size() + 50 : UINT64_MAX;
        run.emplace();
        Download download(Url::parse(server.url("/a")), path, settings, run->job);
        try {
            download.open();
            download.fetch();
            sum = download.sha256();
            download.publish();
        } catch (const Cancelled&) {
        }
        received += download.part().bytesFetched();
    }
    Sha256 expected;
    std::vector<std::byte> block(1 << 20);
    for (uint64_t at = 0; at < bytes; at += block.size()) {
        const auto piece = std::span(block).first(static_cast<size_t>(std::min<uint64_t>(block.size(), bytes - at)));
        content.read(at, piece);
        expected.update(piece);
    }
    qInfo("%llu faults, %zu requests, %d kills, %.2f %% received twice, %.2f %% sent beyond the file, %.1f s",
          static_cast<unsigned long long>(given.load()), server.requests().size(), runs - 1,
          100.0 * static_cast<double>(received - bytes) / static_cast<double>(bytes),
          100.0 * static_cast<double>(server.bytesSent() - bytes) / static_cast<double>(bytes), static_cast<double>(clock.elapsed()) / 1000);
    QCOMPARE(runs, kills + 1);
    QCOMPARE(sum, expected.finishHex());
    QCOMPARE(given.load(), faultCount);
    QVERIFY(received - bytes <= bytes * 3 / 100 + static_cast<uint64_t>(kills) * 8 * PartFile::chunkBytes);
}

QTEST_GUILESS_MAIN(SoakTest)
#include "soak_test.moc"
