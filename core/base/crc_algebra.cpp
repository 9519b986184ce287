#include "core/base/crc_algebra.h"

namespace wb {

namespace {

// Bit-reflected: bit 31 is the coefficient of x^0.
constexpr uint32_t reflectedPolynomial = 0xEDB88320U;
constexpr uint32_t one = 0x80000000U;
constexpr uint32_t xToThe8 = 0x00800000U;

constexpr uint32_t multiplied(uint32_t a, uint32_t b) noexcept
{
    uint32_t product = 0;
    for (uint32_t bit = one; bit != 0; bit >>= 1) {
        if ((a & bit) != 0) {
            product ^= b;
        }
        b = (b & 1) != 0 ? (b >> 1) ^ reflectedPolynomial : b >> 1;
    }
    return product;
}

constexpr uint32_t powerOf(uint64_t bytes) noexcept
{
    uint32_t power = one;
    for (uint32_t square = xToThe8; bytes != 0; bytes >>= 1) {
        if ((bytes & 1) != 0) {
            power = multiplied(power, square);
        }
        square = multiplied(square, square);
    }
    return power;
}

}  // namespace

CrcShift::CrcShift(uint64_t bytes) noexcept : m_power(powerOf(bytes)) {}

uint32_t CrcShift::shifted(uint32_t crc) const noexcept
{
    return multiplied(m_power, crc);
}

uint32_t crcOfZeros(uint64_t count) noexcept
{
    return multiplied(powerOf(count), 0xFFFFFFFFU) ^ 0xFFFFFFFFU;
}

uint32_t crcJoined(uint32_t first, uint32_t second, uint64_t secondBytes) noexcept
{
    return CrcShift(secondBytes).shifted(first) ^ second;
}

}  // namespace wb
