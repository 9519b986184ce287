#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// The architecture that a foreign config.json describes. Every setting must have its type and lie in bounds, and the group width must divide
// every stage as transformers computes it. Throws ConfigImpossible (part: the setting, problem, expected, found).
// Source: transformers/models/regnet/configuration_regnet.py.
mapping::Architecture architectureFromConfig(const std::string& configJson);

}  // namespace wb::regnet
