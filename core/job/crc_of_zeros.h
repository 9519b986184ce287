#pragma once

#include <cstdint>

namespace wb::job {

// CRC-32 (as zip has it) of so many zero bytes, without making them: x^(8·count) mod P by squaring. A few hundred steps for any count.
uint32_t crcOfZeros(uint64_t count) noexcept;

}  // namespace wb::job
