#pragma once

#include "core/job/pace.h"

#include <QStringList>

#include <vector>

namespace wb::ui {

// How fast the last conversions went, one for each file system, the newest first.
using Paces = std::vector<job::Pace>;

// The same with one more, which takes the place of that of its file system; the oldest go.
Paces withPace(Paces paces, const job::Pace& pace);
// As they are kept in the settings: "file system, bytes, seconds" each. What cannot be read is passed over.
QStringList pacesToText(const Paces& paces);
Paces pacesFromText(const QStringList& lines);

}  // namespace wb::ui
