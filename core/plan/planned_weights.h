#pragma once

#include "core/plan/plan.h"

namespace wb::plan {

// Fills the plan's tensors and weight files from its source, complete map and options. Throws TensorExpanded, TensorDType.
void planWeights(Plan& plan);

// Throws TensorExpanded (key, expected, found) when the tensors show far more bytes than the source holds: strides of 0 make a few bytes look like
// any number.
void requireNotExpanded(const Plan& plan);

}  // namespace wb::plan
