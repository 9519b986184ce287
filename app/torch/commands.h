#pragma once

#include "app/cli/session.h"
#include "app/torch/options.h"

namespace wb::helper {

// One function a verb. They throw Error and Cancelled; an error beside a result comes back with it.
cli::CommandResult traceCommand(const CommandLine& line, cli::Session& session);
cli::CommandResult parityCommand(const CommandLine& line, cli::Session& session);

// Field that every JSON document of the helper has: "\"version\":\"0.1.0\"".
std::string versionMember();

}  // namespace wb::helper
