#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace wb::cli {

// What happened, where and why, as one sentence or two without the advice: "FILE: PART at byte OFFSET: what is wrong." All foreign text is printable.
std::string sentenceOf(const Error& error);
// What to do next.
std::string hintOf(const Error& error);

// Words for a stable token beside the sentence of its code: "past-end" -> "it ends past the end of what holds it". Empty where the sentence says it
// already; a token without words of its own is shown with spaces for its hyphens.
std::string problemWords(ErrorCode code, std::string_view problem);
// What a file is that is no checkpoint: "html" -> "an HTML page".
std::string kindWords(std::string_view kind);
// A plan's or checkpoint's warning: "shared-storage:A,B" -> "these share one storage …: A,B".
std::string warningWords(std::string_view warning);
// True when a table has words for the token (a test walks the tokens of core).
bool hasProblemWords(std::string_view problem) noexcept;
bool hasKindWords(std::string_view kind) noexcept;

// True when the table has a row for the code (a test walks all codes).
bool hasSentence(ErrorCode code) noexcept;

// Text with its {fact} placeholders filled; a clause in [brackets] vanishes when a fact in it is absent.
std::string filled(std::string_view text, const Error& error);

}  // namespace wb::cli
