#pragma once

#include <QString>

namespace wb::ui {

class Session;

// What is said of the session's job. Plain text.

// Of the primary button: what it does next, with the size where that is known.
QString nextActText(const Session& session);
// What happens now, or how it ended.
QString stateText(const Session& session);
// Disk and memory of the plan; empty without one.
QString needsText(const Session& session);

}  // namespace wb::ui
