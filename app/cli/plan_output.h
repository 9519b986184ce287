#pragma once

#include "core/plan/plan.h"

#include <string>

namespace wb::cli {

// A plan as text: what was found, files, room needed.
std::string planText(const plan::Plan& plan);

}  // namespace wb::cli
