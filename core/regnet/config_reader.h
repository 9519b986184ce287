#pragma once

#include "core/mapping/family.h"

#include <map>
#include <string>

namespace wb::regnet {

// The architecture that a foreign config.json describes. Every setting must have its type and lie in bounds, and the group width must divide
// every stage as transformers computes it. Throws ConfigImpossible (part: the setting, problem, expected, found).
// Source: transformers/models/regnet/configuration_regnet.py.
mapping::Architecture architectureFromConfig(const std::string& configJson);

// What else it tells of the folder.
struct ConfigFacts {
    std::string dtype;                       // torch name of the weights' type ("float32"), empty where it says none
    std::map<uint64_t, std::string> labels;  // id2label: class number to name; what is no such pair is passed over
};
// Throws ConfigImpossible for what is no JSON object of bounded size.
ConfigFacts factsFromConfig(const std::string& configJson);

}  // namespace wb::regnet
