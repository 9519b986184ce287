#include "app/torch/parity/lockstep.h"

#include <ATen/ops/full.h>

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace wb::parity;

class LockstepTest : public QObject {
    Q_OBJECT

private:
    static Visit visit(int number) { return {nullptr, static_cast<size_t>(number), at::full({1}, number), {}}; }

private slots:
    void comparesEachPlaceOnceWithTheSourceFirst();
    void neitherRunsAhead();
    void leavingFreesTheOther();
    void errorOfTheComparisonEndsBoth();
};

void LockstepTest::comparesEachPlaceOnceWithTheSourceFirst()
{
    constexpr int places = 500;
    std::vector<std::pair<int, int>> seen;
    Lockstep lockstep([&](const Visit& source, const Visit& result) { seen.emplace_back(source.output.item<int>(), result.output.item<int>()); });
    std::thread other([&] {
        for (int i = 0; i < places; ++i) {
            lockstep.meet(Side::Source, visit(i));
        }
        lockstep.leave();
    });
    for (int i = 0; i < places; ++i) {
        lockstep.meet(Side::Result, visit(-i));
    }
    lockstep.leave();
    other.join();
    QCOMPARE(seen.size(), size_t{places});
    for (int i = 0; i < places; ++i) {
        QCOMPARE(seen[static_cast<size_t>(i)], std::pair(i, -i));
    }
}

void LockstepTest::neitherRunsAhead()
{
    constexpr int places = 200;
    std::atomic<int> at[2]{0, 0};
    bool isApart = false;
    Lockstep lockstep([&](const Visit&, const Visit&) { isApart = isApart || at[0] != at[1]; });
    const auto run = [&](Side side, std::atomic<int>& mine) {
        for (int i = 0; i < places; ++i) {
            ++mine;
            lockstep.meet(side, visit(i));
        }
        lockstep.leave();
    };
    std::thread other([&] { run(Side::Source, at[0]); });
    run(Side::Result, at[1]);
    other.join();
    QVERIFY(!isApart);
}

void LockstepTest::leavingFreesTheOther()
{
    Lockstep lockstep([](const Visit&, const Visit&) {});
    bool isEnded = false;
    std::thread other([&] {
        try {
            lockstep.meet(Side::Source, visit(1));
        } catch (const Lockstep::Ended&) {
            isEnded = true;
        }
    });
    lockstep.leave();
    other.join();
    QVERIFY(isEnded);
    QVERIFY_EXCEPTION_THROWN(lockstep.meet(Side::Result, visit(1)), Lockstep::Ended);
}

void LockstepTest::errorOfTheComparisonEndsBoth()
{
    Lockstep lockstep([](const Visit&, const Visit&) { throw std::runtime_error("differ"); });
    std::atomic<int> thrown{0};
    std::atomic<int> ended{0};
    const auto run = [&](Side side) {
        try {
            lockstep.meet(side, visit(1));
        } catch (const std::runtime_error&) {
            ++thrown;
        } catch (const Lockstep::Ended&) {
            ++ended;
        }
        lockstep.leave();
    };
    std::thread other([&] { run(Side::Source); });
    run(Side::Result);
    other.join();
    QCOMPARE(thrown.load(), 1);
    QCOMPARE(ended.load(), 1);
}

QTEST_GUILESS_MAIN(LockstepTest)
#include "lockstep_test.moc"
