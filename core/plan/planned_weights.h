#pragma once

#include "core/plan/plan.h"

namespace wb::plan {

// Fills the plan's tensors and weight files from its source, complete map and options. Throws TensorExpanded, TensorDType.
void planWeights(Plan& plan);

}  // namespace wb::plan
