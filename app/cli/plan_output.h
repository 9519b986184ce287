#pragma once

#include "app/cli/source_way.h"
#include "core/plan/plan.h"

#include <optional>
#include <string>

namespace wb::cli {

// A plan as text: what was found, files, room needed, and how a published source comes here.
std::string planText(const plan::Plan& plan, const std::optional<SourceWay>& way);
std::string planJson(const plan::Plan& plan, const std::optional<SourceWay>& way);

}  // namespace wb::cli
