#include "core/base/sum_list.h"

#include "core/base/text.h"

#include <algorithm>

namespace wb {

namespace {

constexpr size_t hashDigits = 64;

bool isHexDigit(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Where the first word of 64 hex digits begins.
size_t placeOfHash(std::string_view line) noexcept
{
    for (size_t begin = 0; begin < line.size();) {
        const auto stop = std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(begin), line.end(), isHexDigit);
        const auto end = static_cast<size_t>(stop - line.begin());
        if (end - begin == hashDigits) {
            return begin;
        }
        begin = end + 1;
    }
    return std::string_view::npos;
}

std::string_view nameBefore(std::string_view text) noexcept
{
    text = trimmed(text, " \t=:");
    const size_t open = text.find('(');
    const bool isBsd = text.starts_with("SHA") && open != std::string_view::npos && text.ends_with(')');
    return isBsd ? text.substr(open + 1, text.size() - open - 2) : text;
}

std::string_view nameBehind(std::string_view text) noexcept
{
    text = trimmed(text);
    return text.starts_with('*') ? text.substr(1) : text;
}

}  // namespace

std::vector<ListedSum> sumsIn(std::string_view text)
{
    std::vector<ListedSum> sums;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const size_t place = line.starts_with('#') ? std::string_view::npos : placeOfHash(line);
        if (place != std::string_view::npos) {
            const std::string_view behind = nameBehind(line.substr(place + hashDigits));
            sums.push_back({lowered(line.substr(place, hashDigits)), std::string(behind.empty() ? nameBefore(line.substr(0, place)) : behind)});
        }
    }
    return sums;
}

}  // namespace wb
