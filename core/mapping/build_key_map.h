#pragma once

#include "core/mapping/family.h"

#include <vector>

namespace wb::mapping {

// Places every source tensor by the family's rules and the user's edits, finds what is missing, and ranks suggestions for what is unmapped.
// An edit that the rules would also give is Mapped; one that names an unknown source or destination key throws KeyMapFile (part: the key).
KeyMap buildKeyMap(const Family& family, const Architecture& architecture, const tensor::TensorIndex& index, const std::vector<KeyEdit>& edits);

// The map of a catalogue variant, without a file: source keys as published, without FSDP parts.
KeyMap catalogueKeyMap(const Family& family, const Variant& variant);

// True when a tensor of this type can stand where the parameter does: any floating type for a floating one, any integer for a count.
bool kindAgrees(tensor::DType dtype, const Parameter& parameter) noexcept;

// Free places for one source tensor, best first, at most 5.
std::vector<Suggestion> suggest(const KeyMap& map, size_t row, const std::vector<Parameter>& free);

}  // namespace wb::mapping
