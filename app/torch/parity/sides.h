#pragma once

#include "app/torch/parity/parity.h"

#include "core/mapping/family.h"
#include "core/mapping/key_map.h"
#include "core/verify/model_folder.h"

namespace wb::parity {

// The checkpoint's own network, its weights found by their own names; only what the user has placed otherwise (an edited row of the map) is taken
// from where the map says. So a rule that is wrong shows. Throws TensorDType, Internal.
SideOfParity sourceSide(const tensor::TensorIndex& index, const mapping::Architecture& architecture, const mapping::KeyMap& map);

// The folder's network as its config.json describes it, with the folder's weights. `declared`: type that config.json names, or empty. Throws as
// above.
SideOfParity resultSide(const tensor::TensorIndex& index, const mapping::Architecture& architecture, const std::string& declared);

// Throws ConfigImpossible (part, problem "other-model", expected, found) where the folder's model is not the one that the checkpoint makes.
void requireSameModel(const mapping::Architecture& source, const mapping::Architecture& result, const std::string& folder);

}  // namespace wb::parity
