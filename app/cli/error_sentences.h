#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace wb::cli {

// What happened, where and why, as one sentence or two without the advice: "FILE: PART at byte OFFSET: what is wrong." All foreign text is printable.
std::string sentenceOf(const Error& error);
// What to do next.
std::string hintOf(const Error& error);

// Words for a stable token: "past-end" -> "it ends past the end of the file". A token without words of its own is shown with spaces for its hyphens.
std::string problemWords(std::string_view problem);
// What a file is that is no checkpoint: "html" -> "an HTML page".
std::string kindWords(std::string_view kind);
// A plan's or checkpoint's warning: "shared-storage:A,B" -> "these share one storage …: A,B".
std::string warningWords(std::string_view warning);

// True when the table has a row for the code (a test walks all codes).
bool hasSentence(ErrorCode code) noexcept;

// Text with its {fact} placeholders filled; a clause in [brackets] vanishes when a fact in it is absent.
std::string filled(std::string_view text, const Error& error);

}  // namespace wb::cli
