#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// The configuration that the shapes tell; empty when too few keys are a RegNet's. See mapping::Family::detect.
std::optional<mapping::Detection> detect(const tensor::TensorIndex& index, const std::string& variant);

}  // namespace wb::regnet
