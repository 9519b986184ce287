#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// RegNet (Radosavovic et al., "Designing Network Design Spaces", arXiv 2003.13678): from VISSL (SEER), timm, torchvision or an older Hugging Face
// folder to RegNetModel and RegNetForImageClassification of transformers. Lives as long as the program.
const mapping::Family& family();

}  // namespace wb::regnet
