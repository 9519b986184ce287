#pragma once

#include <QString>

namespace wb::ui {

// Why a text cannot be "owner/name" or "name" on the Hub, as a token of problem_words.h; empty: it can.
QString repositoryNameProblem(const QString& text);

}  // namespace wb::ui
