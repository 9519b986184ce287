#pragma once

#include "ui/error_sentences.h"
#include "ui/session.h"

#include <QString>

namespace wb::ui {

// Words for the token of the Hub and what it is refused for. Plain text.

// Whose token it is, where it was found and where it may write, or why there is none and how to get one.
QString tokenText(const Session& session);
// There is none that does, and one in the keychain would be used.
bool wantsToken(const Session& session);
// Errors of the token read as errors of publishing.
ErrorText describePublishing(const Error& error);

}  // namespace wb::ui
