#pragma once

#include "app/cli/json_output.h"
#include "core/convert/convert.h"
#include "core/plan/plan.h"
#include "core/verify/verify.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::cli {

// [{name, bytes, sha256}]
Json filesArray(const std::vector<plan::WrittenFile>& written);
// What a conversion made, as JSON (`ok` where nothing is wrong with it) and as text, whose last line is the folder.
std::string convertJson(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report, bool ok);
std::string convertText(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report);

}  // namespace wb::cli
