#pragma once

#include <QString>

#include <optional>

namespace wb::ui {

class Session;

// What is said of the session's job. Plain text.

// Of the primary button: what it does next, with the size where that is known.
QString nextActText(const Session& session);
// What happens now, or how it ended.
QString stateText(const Session& session);
// How long the conversion may take; empty where nothing is known of it.
QString expectedText(std::optional<double> seconds);
// Disk and memory of the plan, and how long it may take where that is known; empty without one.
QString needsText(const Session& session);

}  // namespace wb::ui
