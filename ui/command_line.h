#pragma once

#include "core/job/publish.h"
#include "core/verify/parity.h"

#include "ui/queue/queue_entry.h"

#include <string>
#include <string_view>
#include <vector>

namespace wb::ui {

// The lines of weightbridge-cli that do what the window does, as bytes for a POSIX shell. They hold no token. An address that may hold a signature is
// "$ADDRESS", to be set by the user, and a licence is not accepted in them: the program asks.

// `keyMapFile`: where the entry's edits are saved. With edits and without it: empty, for no line would do the same.
std::string convertCommand(const QueueEntry& entry, const std::string& keyMapFile = {});
std::string verifyCommand(const std::string& folder, const std::string& source, const verify::ParityOptions& parity);
std::string publishCommand(const job::PublishOptions& options);
// What the session does or would do next; empty: nothing that can be said.
std::string commandOf(const Session& session, const std::string& keyMapFile = {});

}  // namespace wb::ui
