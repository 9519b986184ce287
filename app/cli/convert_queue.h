#pragma once

#include "app/cli/convert_source.h"
#include "core/base/error.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::cli {

// One of several sources: what it is called, and what became of it.
struct QueueItem {
    std::string text;                   // as the user named it
    std::string shown;                  // as it may be shown
    std::string name;                   // of the folder below --out
    std::optional<job::Source> source;  // absent when it names nothing
    Conversion conversion;
    std::optional<Error> error;
};

// Name of a source's folder: the variant's name, or the file's without its ending.
std::string resultName(const job::Source& source);
// Throws Usage where two would share a folder.
void requireOwnFolders(const std::vector<QueueItem>& items);

// One after another; a failure is recorded and the next one tried. Throws Cancelled, and Usage before anything starts.
CommandResult convertQueue(Session& session);

// The summary: a row for each, or {schema, ok, results: [{source, ok, state, folder, files, error}]}.
std::string queueText(const std::vector<QueueItem>& items);
std::string queueJson(const std::vector<QueueItem>& items);
// Nothing, the one failure, or QueueFailed (found, expected).
std::optional<Error> queueError(const std::vector<QueueItem>& items);

}  // namespace wb::cli
