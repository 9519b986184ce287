#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// config.json as transformers writes it for RegNet (keys sorted, two spaces, ASCII), without transformers_version.
std::string configJson(const mapping::Architecture& architecture, const mapping::FolderFacts& facts);

// preprocessor_config.json: ConvNextImageProcessor, bicubic, ImageNet mean and deviation; size and crop of the variant.
std::string preprocessorJson(const mapping::Architecture& architecture);

}  // namespace wb::regnet
