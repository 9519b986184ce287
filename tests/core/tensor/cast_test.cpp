#include "core/tensor/cast.h"

#include "core/base/error.h"

#include <QtTest>

#include <rapidcheck.h>

#include <bit>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

using namespace wb;
using tensor::DType;

namespace {

template <typename Out, typename In> Out castOne(DType from, In value, DType to, uint64_t* overflowed = nullptr)
{
    Out out{};
    const uint64_t count = tensor::castFloating(from, std::as_bytes(std::span(&value, 1)), to, std::as_writable_bytes(std::span(&out, 1)));
    if (overflowed != nullptr) {
        *overflowed = count;
    }
    return out;
}

// Value of a narrow type by its definition: slow, and plainly right.
double narrowValue(uint16_t bits, int mantissaBits, int bias)
{
    const int exponentBits = 15 - mantissaBits;
    const int exponent = (bits >> mantissaBits) & ((1 << exponentBits) - 1);
    const int fraction = bits & ((1 << mantissaBits) - 1);
    const double sign = (bits & 0x8000) != 0 ? -1.0 : 1.0;
    if (exponent == (1 << exponentBits) - 1) {
        return fraction != 0 ? std::numeric_limits<double>::quiet_NaN() : sign * std::numeric_limits<double>::infinity();
    }
    const double significand = exponent == 0 ? fraction : fraction + (1 << mantissaBits);
    return sign * std::ldexp(significand, (exponent == 0 ? 1 : exponent) - bias - mantissaBits);
}

// Nearest narrow value, ties to even, by bisection over the ordered positive values.
uint16_t nearest(double value, int mantissaBits, int bias)
{
    const uint16_t sign = std::signbit(value) ? 0x8000 : 0;
    const double magnitude = std::fabs(value);
    const auto infinity = static_cast<uint16_t>(((1 << (15 - mantissaBits)) - 1) << mantissaBits);
    uint16_t below = 0;
    uint16_t above = infinity;
    while (above - below > 1) {
        const auto middle = static_cast<uint16_t>((above + below) / 2);
        (narrowValue(middle, mantissaBits, bias) <= magnitude ? below : above) = middle;
    }
    const double low = narrowValue(below, mantissaBits, bias);
    // Past the largest value the next step would be as wide as the last one.
    const double high =
        above == infinity ? 2 * low - narrowValue(static_cast<uint16_t>(below - 1), mantissaBits, bias) : narrowValue(above, mantissaBits, bias);
    const double middle = low + (high - low) / 2;
    const bool up = magnitude > middle || (magnitude == middle && (below & 1) != 0);
    return static_cast<uint16_t>((up ? above : below) | sign);
}

uint16_t nearestHalf(double value)
{
    return nearest(value, 10, 15);
}

uint16_t nearestBrain(double value)
{
    return nearest(value, 7, 127);
}

void compareNarrow(uint16_t found, uint16_t expected, double value)
{
    if (found != expected) {
        QFAIL(qPrintable(QString("%1: found %2, expected %3").arg(value, 0, 'g', 20).arg(found, 4, 16).arg(expected, 4, 16)));
    }
}

}  // namespace

class CastTest : public QObject {
    Q_OBJECT

private slots:
    void everyHalfHasItsValue();
    void everyBrainHasItsValue();
    void everyHalfComesBackFromEveryWiderType();
    void tiesGoToEven();
    void doublesAreNotRoundedTwice();
    void infinitiesAreCountedOnlyWhenTheValueWasFinite();
    void nanStaysNanWithItsSign();
    void anyFloatGoesToTheNearest();
    void anyDoubleGoesToTheNearest();
    void equalTypesCopyEveryBit();
    void otherTypesAreRefused();
    void wrongSizesAreRefused();
};

void CastTest::everyHalfHasItsValue()
{
    for (uint32_t bits = 0; bits < 0x10000; ++bits) {
        const double expected = narrowValue(static_cast<uint16_t>(bits), 10, 15);
        const double found = castOne<float>(DType::F16, static_cast<uint16_t>(bits), DType::F32);
        QVERIFY(std::isnan(expected) ? std::isnan(found) : found == expected);
        QCOMPARE(std::signbit(found), (bits & 0x8000) != 0);
    }
}

void CastTest::everyBrainHasItsValue()
{
    for (uint32_t bits = 0; bits < 0x10000; ++bits) {
        const double expected = narrowValue(static_cast<uint16_t>(bits), 7, 127);
        const double found = castOne<double>(DType::BF16, static_cast<uint16_t>(bits), DType::F64);
        QVERIFY(std::isnan(expected) ? std::isnan(found) : found == expected);
        QCOMPARE(std::signbit(found), (bits & 0x8000) != 0);
    }
}

void CastTest::everyHalfComesBackFromEveryWiderType()
{
    for (const DType narrow : {DType::F16, DType::BF16}) {
        std::vector<uint16_t> all(0x10000);
        for (size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<uint16_t>(i);
        }
        for (const DType wide : {DType::F32, DType::F64}) {
            std::vector<std::byte> widened(all.size() * tensor::itemSize(wide));
            std::vector<uint16_t> back(all.size());
            QCOMPARE(tensor::castFloating(narrow, std::as_bytes(std::span(all)), wide, widened), 0U);
            QCOMPARE(tensor::castFloating(wide, widened, narrow, std::as_writable_bytes(std::span(back))), 0U);
            for (size_t i = 0; i < all.size(); ++i) {
                const auto quiet = static_cast<uint16_t>(narrow == DType::F16 ? 0x0200 : 0x0040);
                const bool isNan = std::isnan(narrow == DType::F16 ? narrowValue(all[i], 10, 15) : narrowValue(all[i], 7, 127));
                QCOMPARE(back[i] | (isNan ? quiet : 0), all[i] | (isNan ? quiet : 0));
            }
        }
    }
}

void CastTest::tiesGoToEven()
{
    QCOMPARE(castOne<uint16_t>(DType::F32, 1.0F + 0x1p-11F, DType::F16), 0x3C00);
    QCOMPARE(castOne<uint16_t>(DType::F32, 1.0F + 3 * 0x1p-11F, DType::F16), 0x3C02);
    QCOMPARE(castOne<uint16_t>(DType::F32, 0x1p-25F, DType::F16), 0x0000);
    QCOMPARE(castOne<uint16_t>(DType::F32, 3 * 0x1p-25F, DType::F16), 0x0002);
    QCOMPARE(castOne<uint16_t>(DType::F32, 1.0F + 0x1p-8F, DType::BF16), 0x3F80);
    QCOMPARE(castOne<uint16_t>(DType::F32, 1.0F + 3 * 0x1p-8F, DType::BF16), 0x3F82);
    QCOMPARE(castOne<float>(DType::F64, 1.0 + 0x1p-24, DType::F32), 1.0F);
    QCOMPARE(castOne<uint16_t>(DType::F32, 65519.996F, DType::F16), 0x7BFF);
    QCOMPARE(castOne<uint16_t>(DType::F32, 65520.0F, DType::F16), 0x7C00);
}

void CastTest::doublesAreNotRoundedTwice()
{
    // Just above a tie of the narrow type, but a float would round it onto the tie and then down to even.
    QCOMPARE(castOne<uint16_t>(DType::F64, 1.0 + 0x1p-11 + 0x1p-40, DType::F16), 0x3C01);
    QCOMPARE(castOne<uint16_t>(DType::F64, -(1.0 + 0x1p-11 + 0x1p-40), DType::F16), 0xBC01);
    QCOMPARE(castOne<uint16_t>(DType::F64, 0x1p-25 + 0x1p-60, DType::F16), 0x0001);
    QCOMPARE(castOne<uint16_t>(DType::F64, 1.0 + 0x1p-8 + 0x1p-40, DType::BF16), 0x3F81);
    QCOMPARE(castOne<uint16_t>(DType::F64, 1.0 + 3 * 0x1p-8 - 0x1p-40, DType::BF16), 0x3F81);
    QCOMPARE(castOne<uint16_t>(DType::F64, 1e300, DType::BF16), 0x7F80);
    QCOMPARE(castOne<uint16_t>(DType::F64, -1e300, DType::F16), 0xFC00);
    QCOMPARE(castOne<uint16_t>(DType::F64, 1e-300, DType::BF16), 0x0000);
    QCOMPARE(castOne<uint16_t>(DType::F64, -1e-300, DType::F16), 0x8000);
}

void CastTest::infinitiesAreCountedOnlyWhenTheValueWasFinite()
{
    const std::vector<float> values = {70000.0F, -70000.0F, 65504.0F, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN(),
                                       FLT_MAX};
    std::vector<uint16_t> halves(values.size());
    QCOMPARE(tensor::castFloating(DType::F32, std::as_bytes(std::span(values)), DType::F16, std::as_writable_bytes(std::span(halves))), 3U);
    std::vector<uint16_t> brains(values.size());
    QCOMPARE(tensor::castFloating(DType::F32, std::as_bytes(std::span(values)), DType::BF16, std::as_writable_bytes(std::span(brains))), 1U);
    uint64_t overflowed = 0;
    QVERIFY(std::isinf(castOne<float>(DType::F64, 1e39, DType::F32, &overflowed)));
    QCOMPARE(overflowed, 1U);
    castOne<uint16_t>(DType::BF16, uint16_t{0x7F7F}, DType::F16, &overflowed);
    QCOMPARE(overflowed, 1U);
}

void CastTest::nanStaysNanWithItsSign()
{
    for (const uint32_t bits : {0x7F800001U, 0xFF800001U, 0x7FC00000U, 0xFFFFFFFFU, 0x7F80FFFFU}) {
        const uint16_t half = castOne<uint16_t>(DType::F32, bits, DType::F16);
        const uint16_t brain = castOne<uint16_t>(DType::F32, bits, DType::BF16);
        QVERIFY(std::isnan(narrowValue(half, 10, 15)));
        QVERIFY(std::isnan(narrowValue(brain, 7, 127)));
        QCOMPARE(half >> 15, static_cast<int>(bits >> 31));
        QCOMPARE(brain >> 15, static_cast<int>(bits >> 31));
    }
    for (const uint64_t bits : {0x7FF0000000000001ULL, 0xFFF0000000000001ULL}) {
        QVERIFY(std::isnan(narrowValue(castOne<uint16_t>(DType::F64, bits, DType::F16), 10, 15)));
        QVERIFY(std::isnan(castOne<float>(DType::F64, bits, DType::F32)));
    }
}

void CastTest::anyFloatGoesToTheNearest()
{
    QVERIFY(rc::check([](uint32_t bits) {
        const float value = std::bit_cast<float>(bits);
        RC_PRE(std::isfinite(value));
        RC_ASSERT(castOne<uint16_t>(DType::F32, value, DType::F16) == nearestHalf(value));
        RC_ASSERT(castOne<uint16_t>(DType::F32, value, DType::BF16) == nearestBrain(value));
    }));
    // Round every border of the half type: each value, each middle, and their neighbours.
    for (uint16_t bits = 0; bits < 0x7C00; ++bits) {
        const auto value = static_cast<float>(narrowValue(bits, 10, 15));
        const auto next = static_cast<float>(bits == 0x7BFF ? 65536.0 : narrowValue(static_cast<uint16_t>(bits + 1), 10, 15));
        const float middle = value + (next - value) / 2;
        for (const float near : {value, middle, std::nextafter(middle, 0.0F), std::nextafter(middle, FLT_MAX), std::nextafter(next, 0.0F)}) {
            compareNarrow(castOne<uint16_t>(DType::F32, near, DType::F16), nearestHalf(near), near);
            compareNarrow(castOne<uint16_t>(DType::F64, static_cast<double>(-near), DType::F16), nearestHalf(-near), -near);
        }
    }
}

void CastTest::anyDoubleGoesToTheNearest()
{
    QVERIFY(rc::check([](uint16_t bits, uint64_t noise) {
        const double base = narrowValue(bits, 7, 127);
        RC_PRE(std::isfinite(base) && base != 0.0);
        // Around the tie above a bf16 value, from far to as near as a double can be.
        const double tie = base * (1.0 + 0x1p-8);
        const double value = tie * (1.0 + std::ldexp(noise % 2 == 0 ? 1.0 : -1.0, -10 - static_cast<int>(noise / 2 % 44)));
        RC_ASSERT(castOne<uint16_t>(DType::F64, value, DType::BF16) == nearestBrain(value));
        RC_ASSERT(castOne<uint16_t>(DType::F64, value, DType::F16) == nearestHalf(value));
        RC_ASSERT(castOne<float>(DType::F64, value, DType::F32) == static_cast<float>(value));
    }));
}

void CastTest::equalTypesCopyEveryBit()
{
    QCOMPARE(castOne<uint32_t>(DType::F32, uint32_t{0x7F800001U}, DType::F32), 0x7F800001U);
    QCOMPARE(castOne<uint16_t>(DType::F16, uint16_t{0x7C01U}, DType::F16), 0x7C01);
}

void CastTest::otherTypesAreRefused()
{
    QVERIFY(tensor::canCast(DType::F64) && tensor::canCast(DType::F32) && tensor::canCast(DType::F16) && tensor::canCast(DType::BF16));
    QVERIFY(!tensor::canCast(DType::I64) && !tensor::canCast(DType::C64) && !tensor::canCast(DType::F8_E4M3));
    try {
        castOne<float>(DType::I32, 1, DType::F32);
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::TensorDType);
        QCOMPARE(QByteArray(error.fact("found").data(), qsizetype(error.fact("found").size())), "I32");
    }
}

void CastTest::wrongSizesAreRefused()
{
    const std::vector<float> from(4);
    std::vector<uint16_t> into(3);
    QVERIFY_EXCEPTION_THROWN(tensor::castFloating(DType::F32, std::as_bytes(std::span(from)), DType::F16, std::as_writable_bytes(std::span(into))),
                             Error);
}

QTEST_GUILESS_MAIN(CastTest)
#include "cast_test.moc"
