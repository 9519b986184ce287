#pragma once

#include "core/base/text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace wb::cli {

// A stable token and what it is in words.
using Words = std::pair<std::string_view, std::string_view>;

template <typename Table> bool hasWordsIn(const Table& table, std::string_view token) noexcept
{
    return std::any_of(table.begin(), table.end(), [token](const Words& row) { return row.first == token; });
}

// A token without words of its own is shown with spaces for its hyphens.
template <typename Table> std::string wordsIn(const Table& table, std::string_view token)
{
    for (const Words& row : table) {
        if (row.first == token) {
            return std::string(row.second);
        }
    }
    std::string words = printable(token);
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

}  // namespace wb::cli
