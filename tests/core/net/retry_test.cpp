#include "core/net/retry.h"

#include <QTest>

using namespace wb::net;

// How long to wait before another try.
class RetryTest : public QObject {
    Q_OBJECT

private slots:
    void asked_data();
    void asked();
    void noLimitWithout429();
    void firstTryAtOnceThenLonger();
    void waitsAreSpread();
};

void RetryTest::asked_data()
{
    QTest::addColumn<QString>("retryAfter");
    QTest::addColumn<QString>("rateLimit");
    QTest::addColumn<qint64>("seconds");  // -1: nothing asked
    const auto row = [](const char* name, const char* after, const char* limit, qint64 seconds) { QTest::newRow(name) << after << limit << seconds; };
    row("seconds", "7", "", 7);
    row("none", "", "", -1);
    row("zero", "0", "", 0);
    row("negative", "-1", "", -1);
    row("ten to the nine", "1000000000", "", 1'000'000'000);
    row("ten to the eighteen", "1000000000000000000", "", 1'000'000'000);
    row("overflow", "99999999999999999999", "", -1);
    row("date", "Wed, 01 Jan 2025 00:01:00 GMT", "", 60);
    row("date gone by", "Tue, 31 Dec 2024 00:00:00 GMT", "", -1);
    row("nonsense", "soon", "", -1);
    row("fraction", "1.5", "", -1);
    row("limit used up", "", "\"resolvers\";r=0;t=55", 56);
    row("limit with spaces", "", "\"api\"; r=0; t=5", 6);
    row("limit without a name", "", "r=0;t=55", 56);
    row("limit of another kind", "", "\"resolvers\";r=12;t=55", 60);
    row("limit without numbers", "", "\"resolvers\"", 60);
    row("limit without a time", "", "\"resolvers\";r=0", -1);
    row("limit that never ends", "", "\"resolvers\";r=0;t=99999999999", 86'401);
    row("both", "3", "\"resolvers\";r=0;t=55", 3);
}

void RetryTest::asked()
{
    QFETCH(QString, retryAfter);
    QFETCH(QString, rateLimit);
    QFETCH(qint64, seconds);
    constexpr int64_t newYear = 1'735'689'600;
    Head head{429, {}};
    if (!retryAfter.isEmpty()) {
        head.fields.emplace_back("retry-after", retryAfter.toStdString());
    }
    if (!rateLimit.isEmpty()) {
        head.fields.emplace_back("ratelimit", rateLimit.toStdString());
    }
    const auto wait = askedToWait(head, newYear);
    QCOMPARE(wait ? qint64{wait->count()} : qint64{-1}, seconds);
}

void RetryTest::noLimitWithout429()
{
    QVERIFY(!askedToWait({503, {{"ratelimit", "\"api\";r=3;t=55"}}}, 0));
    QVERIFY(!askedToWait({200, {{"ratelimit", "\"api\";r=0;t=55"}}}, 0));
    QVERIFY(askedToWait({503, {{"retry-after", "2"}}}, 0) == std::chrono::seconds(2));
}

void RetryTest::firstTryAtOnceThenLonger()
{
    Settings settings;
    Backoff backoff(settings, 1);
    QCOMPARE(backoff.next(0).count(), 0);
    for (uint32_t failures = 1; failures < 100; ++failures) {
        const auto most = failures > 6 ? settings.longestBackoff : settings.firstBackoff * (1 << (failures - 1));
        for (int i = 0; i < 20; ++i) {
            const auto wait = backoff.next(failures);
            QVERIFY(wait.count() >= 0 && wait <= std::min(most, settings.longestBackoff));
        }
    }
    QVERIFY(backoff.next(UINT32_MAX) <= settings.longestBackoff);
}

void RetryTest::waitsAreSpread()
{
    Settings settings;
    Backoff one(settings, 1);
    Backoff other(settings, 2);
    int equal = 0;
    int64_t sum = 0;
    for (int i = 0; i < 200; ++i) {
        const auto wait = one.next(20);
        equal += wait == other.next(20) ? 1 : 0;
        sum += wait.count();
    }
    QVERIFY(equal < 5);
    QVERIFY(sum / 200 > 20'000 && sum / 200 < 40'000);
}

QTEST_GUILESS_MAIN(RetryTest)
#include "retry_test.moc"
