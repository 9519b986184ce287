#include "tests/support/http/soak_faults.h"

#include <QTest>

using namespace wb::test;

// The random faults of wb_fault_server.
class SoakFaultsTest : public QObject {
    Q_OBJECT

private:
    static Request request(const std::string& method = "GET")
    {
        Request asked;
        asked.method = method;
        asked.range = std::pair(100, 199);
        return asked;
    }
    // Of each of so many requests what goes wrong, in words.
    static std::vector<std::string> facts(SoakFaults& faults, uint64_t requests)
    {
        std::vector<std::string> facts;
        for (uint64_t number = 0; number < requests; ++number) {
            const Fault fault = faults.faultOf(request(), number, 1000).value_or(Fault{});
            const auto numbers = {fault.closeAfter, fault.resetAfter, fault.stallAfter,
                                  fault.flips.empty() ? std::nullopt : std::optional(fault.flips[0])};
            std::string fact = std::to_string(fault.status.value_or(0)) + (fault.sendRange ? " other" : "");
            for (const auto& part : numbers) {
                fact += part ? ' ' + std::to_string(*part) : std::string(" -");
            }
            facts.push_back(fact);
        }
        return facts;
    }

private slots:
    void asManyAsToldAndOfEveryKind();
    void followFromTheSeed();
    void liveWithinTheRange();
    void leaveOtherMethodsAlone();
    void unknownKindIsAnError();
};

void SoakFaultsTest::asManyAsToldAndOfEveryKind()
{
    SoakFaults faults({3, 100, 4, {}});
    facts(faults, 2000);
    uint64_t sum = 0;
    for (const auto& [kind, count] : faults.countsByKind()) {
        sum += count;
    }
    QCOMPARE(sum, 100U);
    QCOMPARE(faults.countsByKind().size(), SoakFaults::kindNames().size());
}

void SoakFaultsTest::followFromTheSeed()
{
    SoakFaults one({3, 20, 4, {}});
    SoakFaults same({3, 20, 4, {}});
    SoakFaults other({4, 20, 4, {}});
    const auto expected = facts(one, 200);
    QCOMPARE(facts(same, 200), expected);
    QVERIFY(facts(other, 200) != expected);
}

void SoakFaultsTest::liveWithinTheRange()
{
    SoakFaults faults({1, 1000, 1, {"cut", "flip"}});
    for (uint64_t number = 0; number < 1000; ++number) {
        const auto fault = faults.faultOf(request(), number, 1000);
        QVERIFY(fault);
        QVERIFY(fault->closeAfter.value_or(0) < 100);
        QVERIFY(fault->flips.empty() || (fault->flips[0] >= 100 && fault->flips[0] <= 199));
    }
}

void SoakFaultsTest::leaveOtherMethodsAlone()
{
    SoakFaults faults({1, 10, 1, {}});
    QVERIFY(!faults.faultOf(request("HEAD"), 0, 1000));
    QVERIFY(!faults.faultOf(request(), 1, 0));
    QVERIFY(faults.faultOf(request(), 2, 1000));
}

void SoakFaultsTest::unknownKindIsAnError()
{
    QVERIFY_EXCEPTION_THROWN(SoakFaults({1, 1, 1, {"fire"}}), std::invalid_argument);
}

QTEST_GUILESS_MAIN(SoakFaultsTest)
#include "soak_faults_test.moc"
