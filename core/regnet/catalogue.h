#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// The published variants, in the catalogue's order. Read once from resources/catalog/regnet.json.
const std::vector<mapping::Variant>& catalogue();

// Variant of that name. Throws VariantUnknown with the name and up to three near ones ("expected").
const mapping::Variant& variantNamed(const std::string& name);

// Variants that have this configuration, with or without classifier as it has.
std::vector<const mapping::Variant*> variantsLike(const mapping::Architecture& architecture);

// "tench, Tinca tinca" …
const std::vector<std::string>& imagenetLabels();

}  // namespace wb::regnet
