#pragma once

#include "core/tensor/dtype.h"

#include <cstddef>
#include <span>
#include <vector>

namespace wb::inspect {

// True for every type but the complex ones.
bool hasNumbers(tensor::DType dtype) noexcept;

// Canonical bytes of values (little-endian) as doubles: exact, but for integers beyond 2^53. `into` is resized to the number of values.
// Throws TensorDType (found, problem "values") for a complex type.
void decodeValues(tensor::DType dtype, std::span<const std::byte> bytes, std::vector<double>& into);

}  // namespace wb::inspect
