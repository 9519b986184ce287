#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wb {

// The few names most like `wanted`, best first: for "did you mean". By Levenshtein distance, of the first 200 bytes.
std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names, size_t atMost = 3);

}  // namespace wb
