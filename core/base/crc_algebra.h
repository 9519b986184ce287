#pragma once

#include <cstdint>

namespace wb {

// CRC-32 (as zip has it) worked out without the bytes, by arithmetic on polynomials over GF(2): x^(8·count) mod P by squaring. A few hundred
// steps for any count. Source: zlib, crc32_combine.

// Of so many zero bytes.
uint32_t crcOfZeros(uint64_t count) noexcept;
// Of two runs of bytes one after the other, the second of secondBytes.
uint32_t crcJoined(uint32_t first, uint32_t second, uint64_t secondBytes) noexcept;

// The same for many second runs of one length: crcJoined(a, b, bytes) is shifted(a) ^ b.
class CrcShift {
public:
    explicit CrcShift(uint64_t bytes) noexcept;
    uint32_t shifted(uint32_t crc) const noexcept;

private:
    uint32_t m_power;
};

}  // namespace wb
