#pragma once

#include <string>
#include <vector>

namespace wb::cli {

enum class Align { Left, Right };

// Rows of printable cells in aligned columns, two spaces between, no trailing spaces; the first row is the heading.
std::string textTable(const std::vector<Align>& columns, const std::vector<std::vector<std::string>>& rows);

}  // namespace wb::cli
