#pragma once

#include "core/mapping/key_map.h"

#include <QString>

namespace wb::ui {

// Sentences about one row of a key map. Plain text, foreign parts made printable.

// What is wrong, in one sentence; empty for a row that is in order.
QString problemText(const mapping::KeyMapRow& row);
// Why this place is suggested: "same shape, same ending".
QString reasonText(const mapping::Suggestion& suggestion);
// Id of the rule that placed the row ("user": you did); empty where none did.
QString ruleOf(const mapping::KeyMapRow& row);
// What the rule's pattern captured: "S = 3, i = 9".
QString capturesText(const mapping::KeyMapRow& row);

}  // namespace wb::ui
