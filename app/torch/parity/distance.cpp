#include "app/torch/parity/distance.h"

#include <ATen/ops/abs.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/isfinite.h>

#include <algorithm>
#include <cmath>

namespace wb::parity {

namespace {

constexpr int64_t blockValues = 1 << 20;  // converted to double at once

double largest(const at::Tensor& values)
{
    return values.numel() == 0 ? 0.0 : values.abs().max().item<double>();
}

double cosineOf(const at::Tensor& a, const at::Tensor& b)
{
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int64_t first = 0; first < a.numel(); first += blockValues) {
        const int64_t count = std::min(blockValues, a.numel() - first);
        const at::Tensor x = a.narrow(0, first, count).to(at::kDouble);
        const at::Tensor y = b.narrow(0, first, count).to(at::kDouble);
        ab += at::dot(x, y).item<double>();
        aa += at::dot(x, x).item<double>();
        bb += at::dot(y, y).item<double>();
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0.0;
}

}  // namespace

bool isFinite(const at::Tensor& values)
{
    return at::isfinite(values).all().item<bool>();
}

verify::Distance distanceBetween(const at::Tensor& source, const at::Tensor& result)
{
    if (!isFinite(source) || !isFinite(result)) {
        return {std::nullopt, std::nullopt, std::nullopt};
    }
    if (at::equal(source, result)) {
        return {};
    }
    const at::Tensor a = source.reshape({-1});
    const at::Tensor b = result.reshape({-1});
    const double apart = largest(a.sub(b));
    const double scale = largest(a);
    return {apart, apart / (scale > 0 ? scale : largest(b)), cosineOf(a, b)};
}

}  // namespace wb::parity
