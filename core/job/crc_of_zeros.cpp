#include "core/job/crc_of_zeros.h"

namespace wb::job {

namespace {

// Polynomials over GF(2), bit-reflected: bit 31 is the coefficient of x^0.
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

}  // namespace

uint32_t crcOfZeros(uint64_t count) noexcept
{
    uint32_t power = one;
    for (uint32_t square = xToThe8; count != 0; count >>= 1) {
        if ((count & 1) != 0) {
            power = multiplied(power, square);
        }
        square = multiplied(square, square);
    }
    return multiplied(power, 0xFFFFFFFFU) ^ 0xFFFFFFFFU;
}

}  // namespace wb::job
