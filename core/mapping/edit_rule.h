#pragma once

#include "core/mapping/key_map.h"

#include <string>
#include <vector>

namespace wb::mapping {

// What one decision says about the keys that are like it.
struct EditRule {
    std::string source;          // pattern: "res{a}.block{a-1}-{b}.f.bb.0.{p}"; what it captures stands in braces
    std::string destination;     // "stages.{a-2}.layers.{b}.layer.1.convolution.{p}"
    std::vector<KeyEdit> edits;  // the further decisions it gives, in the order of the map; without the one it was made from
};

// Generalises a decision with a destination. Keys are like its source when they differ in numbers, in the last piece, and in what wrappers add
// (module., _fsdp_wrapped_module., blockN-partM. …) alone. Numbers of the destination are taken from the source's, as they are or by a fixed
// distance; of all such readings the one that places most rows which have a problem, and misplaces fewest, is the rule. A further decision always
// sends a row with a problem to a free place of its shape and kind, and no two go to one place. Without such rows: the keys themselves, no edits.
EditRule ruleFromEdit(const KeyMap& map, const KeyEdit& edit);

}  // namespace wb::mapping
