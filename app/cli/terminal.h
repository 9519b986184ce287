#pragma once

#include "core/base/cancel.h"

#include <string>

// The user at the terminal that stdin and stderr are.
namespace wb::cli {

// True when somebody can be asked: a question is seen, and an answer typed.
bool canAsk() noexcept;
// "QUESTION [y/N] " on stderr; true for y or yes. Throws Cancelled.
bool askYesNo(const std::string& question, const CancelToken& cancel);
// A line typed after a prompt, which the terminal does not show. Throws Cancelled.
std::string askHidden(const std::string& prompt, const CancelToken& cancel);
// First line of stdin, whatever that is; at most 64 KiB. Throws Cancelled.
std::string readLine(const CancelToken& cancel);

}  // namespace wb::cli
