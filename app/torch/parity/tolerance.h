#pragma once

#include "app/torch/network/network.h"

#include "core/tensor/dtype.h"

#include <cstdint>
#include <optional>

namespace wb::parity {

// The largest relative error that passes, and what it comes from.
struct Tolerance {
    double value = 0;
    tensor::DType dtype = tensor::DType::F32;  // of the result's weights
    bool narrowed = false;                     // they hold fewer digits than the source's
    uint64_t longestSum = 0;                   // products that one output adds up, at most
    uint64_t depth = 0;                        // modules with weights
    bool isGiven = false;
};

// 2 u √n, both networks moving by u √n of the size of their values.
//
// They do the same arithmetic in the same order, so that equal weights give exactly zero. What may differ at all:
// - With weights of equal digits (u = 2^-24, float32) the order of a sum. Rounding moves a sum of n products by about u √n of its size, each time by
//   chance up or down (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 2.8 and 4.2). n is the longest sum of the network.
// - With weights rounded to f16 (u = 2^-11) or bf16 (u = 2^-8) each module's output moves by about u of its size, and through n modules such moves
//   add up by chance. n is the number of modules with weights.
//   (Seen with random networks of 8 to 30 layers: a quarter to two fifths of the tolerance.)
Tolerance toleranceFor(const network::Network& network, tensor::DType source, tensor::DType result, const std::optional<double>& given);

}  // namespace wb::parity
