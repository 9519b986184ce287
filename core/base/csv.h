#pragma once

#include <string>
#include <string_view>

namespace wb {

// A cell of a CSV file (RFC 4180): one that a spreadsheet would take for a formula begins with an apostrophe; quoted where it must be.
std::string csvCell(std::string_view text);

}  // namespace wb
