#pragma once

#include "app/cli/options.h"
#include "core/base/error.h"

namespace wb::cli {

// Says which of the user's files an error is about where core, which saw only its contents, could not.
void nameFile(Error& error, const CommandLine& line);

}  // namespace wb::cli
