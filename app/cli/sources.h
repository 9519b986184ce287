#pragma once

#include "app/cli/session.h"
#include "core/mapping/key_map.h"
#include "core/plan/plan.h"
#include "core/tensor/tensor_index.h"

#include <string>
#include <vector>

namespace wb::cli {

// What SOURCE is: a checkpoint that was inspected, or a variant of the catalogue.
struct NamedSource {
    tensor::TensorIndex index;
    const mapping::Variant* variant = nullptr;  // set when SOURCE is no path but a variant's name
};

// Throws NotFound with near names when it is neither.
NamedSource openSource(Session& session);
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
