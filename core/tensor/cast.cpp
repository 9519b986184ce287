#include "core/tensor/cast.h"

#include "core/base/error.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace wb::tensor {

namespace {

// Every half type is carried by way of float, which holds all its values. Loops are free of branches so that compilers can vectorise them.

constexpr uint32_t floatSign = 0x8000'0000U;
constexpr uint32_t floatInfinity = 0x7F80'0000U;

float fromHalf(uint16_t half) noexcept
{
    constexpr uint32_t rebias = 112U << 23;  // 127 - 15
    const uint32_t magnitude = (half & 0x7FFFU) << 13;
    const uint32_t normal = magnitude + rebias;
    const uint32_t special = normal + rebias;  // infinity and NaN: the exponent becomes 255
    // A subnormal half is m × 2^-24: as the fraction of 2^-14 it is exact, and 2^-14 is taken off again.
    const float shifted = std::bit_cast<float>(magnitude + (113U << 23)) - std::bit_cast<float>(113U << 23);
    const uint32_t subnormal = std::bit_cast<uint32_t>(shifted);
    const uint32_t finite = magnitude < 0x0080'0000U ? subnormal : normal;
    const uint32_t bits = magnitude >= 0x0F80'0000U ? special : finite;
    return std::bit_cast<float>(bits | (half & 0x8000U) << 16);
}

uint16_t toHalf(float value) noexcept
{
    constexpr uint32_t smallestNormal = 113U << 23;  // 2^-14
    constexpr uint32_t tooLarge = 143U << 23;        // 2^16
    const uint32_t all = std::bit_cast<uint32_t>(value);
    const uint32_t sign = all & floatSign;
    const uint32_t bits = all ^ sign;
    const uint32_t rebased = bits - (112U << 23);
    const uint32_t normal = (rebased + 0x0FFFU + (rebased >> 13 & 1U)) >> 13;  // may carry into infinity, as it should
    // The unit of 0.5 is 2^-24, that of subnormal halves: the addition rounds.
    const float shifted = std::bit_cast<float>(bits < smallestNormal ? bits : 0U) + 0.5F;
    const uint32_t subnormal = std::bit_cast<uint32_t>(shifted) - std::bit_cast<uint32_t>(0.5F);
    const uint32_t finite = bits < smallestNormal ? subnormal : normal;
    const uint32_t bounded = bits >= tooLarge ? 0x7C00U : finite;
    const uint32_t nan = 0x7E00U | (bits >> 13 & 0x01FFU);
    return static_cast<uint16_t>((bits > floatInfinity ? nan : bounded) | sign >> 16);
}

float fromBrain(uint16_t brain) noexcept
{
    return std::bit_cast<float>(static_cast<uint32_t>(brain) << 16);
}

uint16_t toBrain(float value) noexcept
{
    const uint32_t bits = std::bit_cast<uint32_t>(value);
    const uint32_t rounded = (bits + 0x7FFFU + (bits >> 16 & 1U)) >> 16;
    const uint32_t nan = bits >> 16 | 0x0040U;
    return static_cast<uint16_t>((bits & ~floatSign) > floatInfinity ? nan : rounded);
}

// Rounds to odd: an inexact value gets an odd last bit, so that rounding it once more, to a narrower type, is as if done in one step.
float towardsOdd(double value) noexcept
{
    const float nearest = static_cast<float>(value);
    const uint32_t bits = std::bit_cast<uint32_t>(nearest);
    const double back = static_cast<double>(nearest);
    const bool inexact = back < value || back > value;  // false for NaN
    const uint32_t truncated = bits - (std::fabs(back) > std::fabs(value) ? 1U : 0U);
    return std::bit_cast<float>(inexact ? truncated | 1U : bits);
}

struct F64 {
    using Bits = uint64_t;
    static constexpr uint64_t infinity = 0x7FF0'0000'0000'0000U;
    static double load(Bits bits) noexcept { return std::bit_cast<double>(bits); }
    static Bits store(double value) noexcept { return std::bit_cast<Bits>(value); }
    static Bits store(float value) noexcept { return std::bit_cast<Bits>(static_cast<double>(value)); }
};

struct F32 {
    using Bits = uint32_t;
    static constexpr uint32_t infinity = floatInfinity;
    static float load(Bits bits) noexcept { return std::bit_cast<float>(bits); }
    static Bits store(double value) noexcept { return std::bit_cast<Bits>(static_cast<float>(value)); }
    static Bits store(float value) noexcept { return std::bit_cast<Bits>(value); }
};

struct F16 {
    using Bits = uint16_t;
    static constexpr uint16_t infinity = 0x7C00U;
    static float load(Bits bits) noexcept { return fromHalf(bits); }
    static Bits store(double value) noexcept { return toHalf(towardsOdd(value)); }
    static Bits store(float value) noexcept { return toHalf(value); }
};

struct BF16 {
    using Bits = uint16_t;
    static constexpr uint16_t infinity = 0x7F80U;
    static float load(Bits bits) noexcept { return fromBrain(bits); }
    static Bits store(double value) noexcept { return toBrain(towardsOdd(value)); }
    static Bits store(float value) noexcept { return toBrain(value); }
};

// True for infinities of both signs.
template <typename Type> bool isInfinite(typename Type::Bits bits) noexcept
{
    using Bits = typename Type::Bits;
    return static_cast<Bits>(bits << 1) == static_cast<Bits>(Type::infinity << 1);
}

template <typename From, typename To> uint64_t castValues(std::span<const std::byte> source, std::span<std::byte> into) noexcept
{
    const size_t count = source.size() / sizeof(typename From::Bits);
    uint64_t overflowed = 0;
    for (size_t i = 0; i < count; ++i) {
        typename From::Bits in{};
        std::memcpy(&in, source.data() + i * sizeof in, sizeof in);
        const typename To::Bits out = To::store(From::load(in));
        std::memcpy(into.data() + i * sizeof out, &out, sizeof out);
        overflowed += isInfinite<To>(out) && !isInfinite<From>(in) ? 1U : 0U;
    }
    return overflowed;
}

using CastFunction = uint64_t (*)(std::span<const std::byte>, std::span<std::byte>) noexcept;

template <typename From> CastFunction castFrom(DType to) noexcept
{
    switch (to) {
    case DType::F64:
        return castValues<From, F64>;
    case DType::F32:
        return castValues<From, F32>;
    case DType::F16:
        return castValues<From, F16>;
    case DType::BF16:
        return castValues<From, BF16>;
    default:
        return nullptr;
    }
}

CastFunction castFunction(DType from, DType to) noexcept
{
    switch (from) {
    case DType::F64:
        return castFrom<F64>(to);
    case DType::F32:
        return castFrom<F32>(to);
    case DType::F16:
        return castFrom<F16>(to);
    case DType::BF16:
        return castFrom<BF16>(to);
    default:
        return nullptr;
    }
}

}  // namespace

bool canCast(DType dtype) noexcept
{
    return castFrom<F32>(dtype) != nullptr;
}

uint64_t castFloating(DType from, std::span<const std::byte> source, DType to, std::span<std::byte> into)
{
    const uint64_t elements = source.size() / itemSize(from);
    if (source.size() % itemSize(from) != 0 || into.size() != elements * itemSize(to)) {
        throw Error(ErrorCode::Internal).with("problem", "cast-size");
    }
    if (from == to) {
        if (!source.empty()) {
            std::memcpy(into.data(), source.data(), source.size());
        }
        return 0;
    }
    const CastFunction cast = castFunction(from, to);
    if (cast == nullptr) {
        throw Error(ErrorCode::TensorDType).with("found", dtypeName(canCast(from) ? to : from)).with("problem", "cast");
    }
    return cast(source, into);
}

}  // namespace wb::tensor
