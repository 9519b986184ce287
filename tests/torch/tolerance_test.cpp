#include "app/torch/parity/tolerance.h"
#include "app/torch/regnet/regnet_network.h"

#include "core/regnet/catalogue.h"

#include <QTest>

#include <cmath>

using namespace wb;
using parity::toleranceFor;
using tensor::DType;

class ToleranceTest : public QObject {
    Q_OBJECT

private:
    network::Network m_network = regnet::huggingFaceNetwork(regnet::variantNamed("regnet-y-10b-seer").architecture);

private slots:
    void equalTypesAllowRoundingOfTheLongestSum();
    void narrowerTypesAllowTheirRounding_data();
    void narrowerTypesAllowTheirRounding();
    void whatTheUserSaysCounts();
};

void ToleranceTest::equalTypesAllowRoundingOfTheLongestSum()
{
    for (const DType dtype : {DType::F32, DType::F16, DType::BF16}) {
        const parity::Tolerance tolerance = toleranceFor(m_network, dtype, dtype, std::nullopt);
        QCOMPARE(tolerance.longestSum, uint64_t{28280});
        QVERIFY(!tolerance.narrowed && !tolerance.isGiven);
        QCOMPARE(tolerance.value, 2 * std::ldexp(1.0, -24) * std::sqrt(28280.0));
    }
    QVERIFY(!toleranceFor(m_network, DType::F64, DType::F32, std::nullopt).narrowed);
    QVERIFY(!toleranceFor(m_network, DType::F16, DType::F32, std::nullopt).narrowed);
}

void ToleranceTest::narrowerTypesAllowTheirRounding_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("digits");
    QTest::newRow("f32 to f16") << static_cast<int>(DType::F32) << static_cast<int>(DType::F16) << 11;
    QTest::newRow("f32 to bf16") << static_cast<int>(DType::F32) << static_cast<int>(DType::BF16) << 8;
    QTest::newRow("f64 to bf16") << static_cast<int>(DType::F64) << static_cast<int>(DType::BF16) << 8;
    QTest::newRow("f16 to bf16") << static_cast<int>(DType::F16) << static_cast<int>(DType::BF16) << 8;
}

void ToleranceTest::narrowerTypesAllowTheirRounding()
{
    QFETCH(int, source);
    QFETCH(int, result);
    QFETCH(int, digits);
    const parity::Tolerance tolerance = toleranceFor(m_network, static_cast<DType>(source), static_cast<DType>(result), std::nullopt);
    QVERIFY(tolerance.narrowed);
    QCOMPARE(tolerance.depth, uint64_t{226});  // 2 of the stem, 8 in each of 27 blocks, 2 beside the first of each stage
    QCOMPARE(tolerance.value, 2 * std::ldexp(1.0, -digits) * std::sqrt(226.0));
}

void ToleranceTest::whatTheUserSaysCounts()
{
    const parity::Tolerance tolerance = toleranceFor(m_network, DType::F32, DType::BF16, 0.0);
    QCOMPARE(tolerance.value, 0.0);
    QVERIFY(tolerance.isGiven && tolerance.narrowed);
}

QTEST_GUILESS_MAIN(ToleranceTest)
#include "tolerance_test.moc"
