#pragma once

#include "core/regnet/rules.h"

namespace wb::regnet {

// True when a model of this architecture has the tensor: stage and block in range, a shortcut only in the first block of a stage, squeeze and
// excite only in layer type y, a classifier only with classes.
bool has(const mapping::Architecture& architecture, const Place& place);

// Every tensor of a model, in the order of the naming's state dict. Hugging Face and torchvision define the shortcut before the layers of a
// block; the other lists follow the layers with it.
std::vector<mapping::Parameter> parameters(const mapping::Architecture& architecture, Naming naming);

// Key in RegNetForImageClassification when there are classes, else in RegNetModel.
std::string destinationKey(const mapping::Architecture& architecture, const Place& place);

}  // namespace wb::regnet
