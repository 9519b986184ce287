#pragma once

#include "core/mapping/family.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace wb::regnet {

// Who gave the keys their names.
enum class Naming : uint8_t { Vissl, Timm, Torchvision, HuggingFace };
inline constexpr std::array allNamings{Naming::Vissl, Naming::Timm, Naming::Torchvision, Naming::HuggingFace};
std::string_view namingName(Naming naming) noexcept;  // "vissl"
Naming namingFromName(std::string_view name);         // throws Internal

// The modules of a RegNet that hold tensors: a block is A (1×1), B (3×3, grouped), squeeze and excite (layer type y), C (1×1), and in the
// first block of a stage a shortcut.
enum class Module : uint8_t { StemConv, StemNorm, ShortcutConv, ShortcutNorm, ConvA, NormA, ConvB, NormB, Squeeze, Excite, ConvC, NormC, Classifier };

// One tensor of a RegNet, whatever it is called.
struct Place {
    Module module = Module::StemConv;
    uint64_t stage = 0;  // from 1; 0 outside the stages
    uint64_t block = 0;  // from 0, inside its stage
    std::string leaf;    // "weight", "running_mean"
};

inline constexpr uint64_t maxStages = 16;
inline constexpr uint64_t maxDepth = 1000;

// What a rule says of a source key. Without a place the key is left out.
struct Match {
    std::optional<Place> place;
    mapping::Reason reason;
};

// Leaf names of a module, in a state dict's order.
const std::vector<std::string>& leavesOf(Module module);

// A key without what wraps a network in other modules (module., _fsdp_wrapped_module., blockN-partM. …) and without the containers of trunk and
// heads.
std::string bareKey(std::string_view key);

// The rule that fits a key, taken bare. `layerType` "x" or "y",
// or empty while it is not known. Empty when no rule fits.
std::optional<Match> match(Naming naming, std::string_view layerType, std::string_view key);

// The key of a place under a naming, without any wrapper; Hugging Face's without "regnet.".
std::string keyOf(Naming naming, std::string_view layerType, const Place& place);

}  // namespace wb::regnet
