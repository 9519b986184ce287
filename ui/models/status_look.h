#pragma once

#include "core/mapping/key_map.h"

#include <QIcon>
#include <QString>

#include <array>

namespace wb::ui {

// How a status is shown: a word and an icon of a shape of its own, so that no one needs the colour.
QString statusWord(mapping::Status status);
QIcon statusIcon(mapping::Status status);

// What needs the user's eye comes first.
inline constexpr std::array statusesByUrgency{mapping::Status::Unmapped, mapping::Status::Missing, mapping::Status::Mismatched,
                                              mapping::Status::Edited,   mapping::Status::Dropped, mapping::Status::Mapped};
int urgency(mapping::Status status);  // index into statusesByUrgency
bool isProblem(mapping::Status status);
uint64_t countOf(const mapping::Counts& counts, mapping::Status status);

}  // namespace wb::ui
