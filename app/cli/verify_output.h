#pragma once

#include "core/base/error.h"
#include "core/verify/verify.h"

#include <optional>
#include <string>

namespace wb::cli {

// The first check that failed, as an error.
std::optional<Error> failedCheck(const verify::Report& report, const std::string& folder);

}  // namespace wb::cli
