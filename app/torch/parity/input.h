#pragma once

#include "core/mapping/family.h"
#include "core/verify/parity.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace wb::parity {

// What both networks are run on.
struct Input {
    at::Tensor pixels;  // 1 × channels × height × width, float32
    std::string description;
};

// Random numbers as torch.manual_seed(seed); torch.randn(1, channels, size, size) gives them, or the picture as the folder's processor prepares it.
// Throws ImageFile.
Input makeInput(const verify::ParityOptions& options, const std::string& folder, const mapping::Architecture& architecture);

// The least picture on which every weight counts: the last stage is left with 2 × 2 positions, where each of the nine weights of a 3×3 kernel meets
// one. At most 512.
uint64_t leastSize(const mapping::Architecture& architecture);

}  // namespace wb::parity
