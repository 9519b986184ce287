#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wb {

// One word of a line for a POSIX shell, whatever bytes it has (no zero byte): as it is where the shell takes nothing in it apart, else in quotes.
// Bytes that are no UTF-8 are named, so that the line is text.
std::string shellQuoted(std::string_view word);
// The words, quoted, with spaces between them.
std::string shellLine(const std::vector<std::string>& words);

}  // namespace wb
