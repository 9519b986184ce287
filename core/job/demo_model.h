#pragma once

#include "core/mapping/family.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::job {

// One tensor of a made-up checkpoint.
struct DemoTensor {
    std::string key;
    std::vector<uint64_t> shape;
    bool floating = true;  // F32, else I64
    bool inHeads = false;  // VISSL keeps trunk and heads apart
    uint64_t elements = 1;
    uint64_t bytes = 0;
};

struct DemoModel {
    mapping::Architecture architecture;
    std::vector<DemoTensor> tensors;  // in the order of the published state dict
    uint64_t bytes = 0;               // of all tensors
    bool isNested = false;            // in VISSL's dictionaries; else a flat state dict
};

// The variant's structure with its widths multiplied by scale (0 < scale <= 1): depths, groups of each stage, classes, names (with the parts of
// the FSDP trunk) and order stay. Widths are at least 8. At scale 1 the structure is the variant's own.
DemoModel demoModel(const mapping::Family& family, const mapping::Variant& variant, double scale);
DemoModel demoModel(const mapping::Family& family, const mapping::Architecture& architecture);

}  // namespace wb::job
