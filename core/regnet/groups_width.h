#pragma once

#include "core/regnet/evidence.h"

namespace wb::regnet {

// The group width that gives every stage's 3×3 convolution the groups that the file shows: max(1, width / groups_width) of them. Several can;
// taken are, in this order, `preferred` (as far as one fits), the widest group in the file that fits, the largest that fits. Without any such
// convolution the first preferred one, else the first stage's width. Throws ConfigImpossible (part: a key, problem, expected, found).
uint64_t groupsWidth(const Evidence& evidence, const std::vector<uint64_t>& hiddenSizes, const std::vector<uint64_t>& preferred);

}  // namespace wb::regnet
