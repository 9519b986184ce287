#include "app/torch/parity/tolerance.h"

#include <algorithm>
#include <cmath>

namespace wb::parity {

namespace {

// Digits of a floating type, as bits of its significand.
int digitsOf(tensor::DType dtype) noexcept
{
    switch (dtype) {
    case tensor::DType::F16:
        return 11;
    case tensor::DType::BF16:
        return 8;
    default:
        return 24;
    }
}

// Products in the longest sum of a leaf.
uint64_t sumOf(const network::Leaf& leaf)
{
    uint64_t products = 1;
    const std::vector<int64_t> shape = leaf.tensors().front().shape;
    for (size_t dimension = 1; dimension < shape.size(); ++dimension) {
        products *= static_cast<uint64_t>(shape[dimension]);
    }
    return products;
}

}  // namespace

Tolerance toleranceFor(const network::Network& network, tensor::DType source, tensor::DType result, const std::optional<double>& given)
{
    Tolerance tolerance;
    tolerance.dtype = result;
    // A type of fewer digits, or of a smaller range, rounds.
    tolerance.narrowed = source != result && (result == tensor::DType::F16 || result == tensor::DType::BF16);
    for (const network::Leaf* leaf : network.leaves()) {
        tolerance.longestSum = std::max(tolerance.longestSum, sumOf(*leaf));
        ++tolerance.depth;
    }
    const double roundoff = std::ldexp(1.0, -digitsOf(tolerance.narrowed ? result : tensor::DType::F32));
    const uint64_t terms = tolerance.narrowed ? tolerance.depth : tolerance.longestSum;
    const double derived = 2 * roundoff * std::sqrt(static_cast<double>(terms));
    tolerance.isGiven = given.has_value();
    tolerance.value = given.value_or(derived);
    return tolerance;
}

}  // namespace wb::parity
