#include "core/mapping/key_pieces.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wb::mapping {

namespace {

constexpr size_t mostDigits = 9;  // a longer run of digits is text

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isNumber(std::string_view text) noexcept
{
    const bool isPlain = !text.empty() && text.size() <= mostDigits && std::all_of(text.begin(), text.end(), isDigit);
    return isPlain && (text.size() == 1 || text.front() != '0');  // 07 would not be written so again
}

// "block3-part2", as FSDP writes it.
bool isPart(std::string_view piece) noexcept
{
    const size_t dash = piece.find("-part");
    if (!piece.starts_with("block") || dash == std::string_view::npos) {
        return false;
    }
    const auto digits = [](std::string_view text) { return std::all_of(text.begin(), text.end(), isDigit); };
    return digits(piece.substr(5, dash - 5)) && digits(piece.substr(dash + 5));
}

bool isWrapper(std::string_view piece) noexcept
{
    constexpr std::array<std::string_view, 4> words{"module", "_orig_mod", "_fsdp_wrapped_module", "_fpw_module"};
    return std::find(words.begin(), words.end(), piece) != words.end() || isPart(piece);
}

}  // namespace

KeyPieces takeApart(std::string_view key)
{
    std::string text(key);
    KeyPieces pieces;
    const size_t dot = text.rfind('.');
    if (dot != std::string::npos && dot + 1 < text.size() && std::none_of(text.begin() + static_cast<std::ptrdiff_t>(dot), text.end(), isDigit)) {
        pieces.leaf = text.substr(dot + 1);
        text.resize(dot + 1);
    }
    pieces.texts.emplace_back();
    for (size_t at = 0; at < text.size();) {
        size_t end = at;
        while (end < text.size() && isDigit(text[end]) == isDigit(text[at])) {
            ++end;
        }
        const std::string run = text.substr(at, end - at);
        if (isNumber(run)) {
            pieces.numbers.push_back(std::stoll(run));
            pieces.texts.emplace_back();
        } else {
            pieces.texts.back() += run;
        }
        at = end;
    }
    return pieces;
}

std::string KeyPieces::join(const std::vector<int64_t>& otherNumbers, std::string_view otherLeaf) const
{
    std::string key = texts.front();
    for (size_t i = 0; i < otherNumbers.size(); ++i) {
        key += std::to_string(otherNumbers[i]);
        key += texts[i + 1];
    }
    key += otherLeaf;
    return key;
}

std::string withoutWrappers(std::string_view key)
{
    std::string out;
    while (!key.empty()) {
        const size_t end = std::min(key.find('.'), key.size() - 1) + 1;  // with its dot
        std::string_view piece = key.substr(0, end);
        key.remove_prefix(end);
        const bool isLast = key.empty();
        if (isLast || !isWrapper(piece.substr(0, piece.size() - 1))) {
            out += piece;
        }
    }
    return out;
}

}  // namespace wb::mapping
