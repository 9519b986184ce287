#pragma once

#include "core/verify/parity_report.h"

#include <ATen/core/Tensor.h>

namespace wb::parity {

// How far `result` is from `source`, of equal shape, float32. Relative to the largest value of the source (of the result, where the source is all
// zero). All three numbers are absent where either holds a value that is not finite.
verify::Distance distanceBetween(const at::Tensor& source, const at::Tensor& result);

// Only the second of them, which is all that most modules are asked for.
std::optional<double> relativeError(const at::Tensor& source, const at::Tensor& result);

bool isFinite(const at::Tensor& values);

}  // namespace wb::parity
