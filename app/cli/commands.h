#pragma once

#include "app/cli/session.h"

namespace wb::cli {

// One function a verb. They throw Error and Cancelled; an error beside a result comes back with it.
CommandResult listCommand(Session& session);
CommandResult inspectCommand(Session& session);
CommandResult keymapCommand(Session& session);
CommandResult planCommand(Session& session);
CommandResult convertCommand(Session& session);
CommandResult verifyCommand(Session& session);
CommandResult compareCommand(Session& session);
CommandResult downloadCommand(Session& session);
CommandResult makeDemoCommand(Session& session);
CommandResult loginCommand(Session& session);
CommandResult logoutCommand(Session& session);
CommandResult whoAmICommand(Session& session);
CommandResult publishCommand(Session& session);
CommandResult diagnoseCommand(Session& session);
CommandResult referenceCommand(Session& session);

}  // namespace wb::cli
