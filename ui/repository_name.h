#pragma once

#include <QString>

namespace wb::ui {

// Why a text cannot be "owner/name" or "name" on the Hub, as a token of problem_words.h; empty: it can.
QString repositoryNameProblem(const QString& text);
// Whether a text can name a branch there; empty is main.
bool isRevision(const QString& text);

}  // namespace wb::ui
