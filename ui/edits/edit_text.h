#pragma once

#include "core/mapping/edits.h"

#include <QString>

namespace wb::ui {

// Sentences about what is done to a key map. Plain text, foreign parts made printable.

// A key's end, short enough for a menu or a button.
QString shortKey(const std::string& key);
// Why the key cannot go there, with both shapes; empty where it fits.
QString misfitText(const mapping::KeyMapRow& row, const mapping::Place& place);
// Why this place is offered, or what stands against it.
QString candidateText(const mapping::KeyMapRow& row, const mapping::Candidate& candidate);

}  // namespace wb::ui
