#pragma once

#include "core/tensor/dtype.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace wb::tensor {

// Converts values between real floating types (F64, F32, F16, BF16; little-endian bytes), rounding to nearest even; NaN stays NaN with its sign,
// subnormals are kept. `into` must hold elements × itemSize(to) bytes and not overlap `from`, except that equal types copy.
// Returns how many finite values became infinite.
uint64_t castFloating(DType from, std::span<const std::byte> source, DType to, std::span<std::byte> into);

// True when castFloating takes the type on either side.
bool canCast(DType dtype) noexcept;

}  // namespace wb::tensor
