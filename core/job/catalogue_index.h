#pragma once

#include "core/mapping/family.h"
#include "core/tensor/tensor_index.h"

namespace wb::job {

// What the published file of a variant would be found to hold (fp32, records one after another), for maps and plans made without the file.
tensor::TensorIndex catalogueIndex(const mapping::Family& family, const mapping::Variant& variant);

}  // namespace wb::job
