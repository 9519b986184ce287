#pragma once

#include "app/torch/image/picture.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <string>

namespace wb::image {

// What a folder's preprocessor_config.json asks for: transformers' ConvNextImageProcessor (image_processing_convnext.py).
struct Processor {
    uint64_t size = 224;  // pixels of each edge
    double cropPct = 0.875;
    bool isBilinear = false;  // else bicubic
    double rescale = 1.0 / 255.0;
    std::array<double, 3> mean{0.485, 0.456, 0.406};
    std::array<double, 3> deviation{0.229, 0.224, 0.225};
};

// Reads the folder's file; what it does not tell is as above, and so is a folder without one. Throws ImageFile (part, problem) for one that is no
// JSON object or has values out of bounds.
Processor readProcessor(const std::string& folder);

// 1 × 3 × size × size, float32. Below 384 pixels the shorter edge is brought to size / cropPct and the middle is cut out, from 384 on the whole
// picture is brought to the square, as transformers does.
at::Tensor pixelsOf(const Picture& picture, const Processor& processor);

}  // namespace wb::image
