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

// The distance without its cosine.
verify::Distance errorsOf(const at::Tensor& source, const at::Tensor& result)
{
    const bool isEqual = at::equal(source, result);
    if (!isFinite(source) || (!isEqual && !isFinite(result))) {
        return {std::nullopt, std::nullopt};
    }
    if (isEqual) {
        return {};
    }
    const double apart = largest(source.reshape({-1}).sub(result.reshape({-1})));
    const double scale = largest(source);
    return {apart, apart / (scale > 0 ? scale : largest(result))};
}

}  // namespace

bool isFinite(const at::Tensor& values)
{
    return at::isfinite(values).all().item<bool>();
}

verify::Distance distanceBetween(const at::Tensor& source, const at::Tensor& result)
{
    verify::Distance distance = errorsOf(source, result);
    if (!distance.maxAbs) {
        distance.cosine.reset();
    } else if (*distance.maxAbs > 0) {
        distance.cosine = cosineOf(source.reshape({-1}), result.reshape({-1}));
    }
    return distance;
}

std::optional<double> relativeError(const at::Tensor& source, const at::Tensor& result)
{
    return errorsOf(source, result).maxRel;
}

}  // namespace wb::parity
