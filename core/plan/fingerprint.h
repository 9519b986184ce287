#pragma once

#include "core/plan/plan.h"

#include <string>

namespace wb::plan {

// SHA-256 over a canonical text of all that decides the bytes: the used records (place and CRC-32; where one has none, size, time and
// validator of the files),
// the geometry of the used tensors, where each goes, dtype, shard size, format, the small files. Not of paths.
std::string fingerprintOf(const Plan& plan);

}  // namespace wb::plan
