#pragma once

#include "app/cli/session.h"
#include "core/job/remote_source.h"
#include "core/mapping/key_map.h"
#include "core/plan/plan.h"
#include "core/tensor/tensor_index.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::cli {

// What SOURCE is: a checkpoint that was inspected, here or at its server, or a variant of the catalogue.
struct NamedSource {
    job::Source source;
    tensor::TensorIndex index;
    const mapping::Variant* variant = nullptr;  // set when SOURCE is no path but a variant's name
    std::optional<job::Look> look;              // set when it was read at its server; its index is the one above
};

// What a word of the command line names. Throws NotFound with near names when it is nothing.
job::Source nameSource(Session& session, const std::string& text);
// Opens it: a path by reading it, an address (and a variant with --online) at its server, a variant's name by the catalogue.
NamedSource openSource(Session& session);
// Reads every key at the server, and notes what that took.
job::Look lookInside(Session& session, const job::Source& source);
// "dl.fbaipublicfiles.com: 37.30 GB, last changed …; 3 requests, 612 kB read"
std::string lookText(const job::Look& look);
// Decisions of --keymap, none without it.
std::vector<mapping::KeyEdit> readEdits(Session& session);
// What keymap --save writes to: nothing yet, or an earlier map. Else throws WouldOverwrite: no checkpoint, folder or device is replaced by a map.
void requireMapOrNothing(const std::string& path, const Limits& limits);
plan::Options planOptions(Session& session);
// Rows that keep a map from being complete, one a line with their suggestions, as many as a screen takes.
std::string problemRows(const mapping::KeyMap& map);
Error mapError(const mapping::KeyMap& map, const std::string& source);
// Where the file and the named variant disagree, and what core says besides.
void warnOf(const Session& session, const plan::Plan& plan);
void warnOf(const Session& session, const mapping::Detection& detection);
// "3 mapped, 1 dropped"
std::string countsText(const mapping::Counts& counts);

}  // namespace wb::cli
