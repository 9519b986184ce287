#pragma once

#include "core/base/limits.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/plan/conversion_report.h"
#include "core/plan/plan.h"

#include <optional>

namespace wb::convert {

// What may be done with the places that the plan wants to write to. Looks only, changes nothing.

// Throws SameFile when a file of the source lies where something would be written or removed.
void requireNotTheSource(const plan::Plan& plan, const OutputPaths& paths);

// Throws NotAFolder or WouldOverwrite when something of another kind stands where a folder or a file of the result must be.
void requireUsablePlaces(const plan::Plan& plan, const OutputPaths& paths);

// `journal`: what the work folder's journal says, if there is a readable one.
// Returns the report of a finished result of this very plan, which is to be kept; empty when the places are free to write.
// Throws WouldOverwrite (file, problem: "not-empty", "other-plan", "damaged-result", "incomplete-result").
std::optional<plan::ConversionReport> lookAtPlaces(const plan::Plan& plan, const OutputPaths& paths, const std::optional<JournalState>& journal,
                                                   bool overwrite, const Limits& limits);

// Throws WouldOverwrite when there is anything but the work folder.
void requireEmpty(const plan::Plan& plan, const OutputPaths& paths);

}  // namespace wb::convert
