#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wb::checkpoint {

// The text forms of protocol 0. Each is empty when the text is not what Python's pickler writes.

// An integer in decimal digits, with or without '-'. `big`: it needs more than 64 bits.
struct TextInteger {
    int64_t number = 0;
    bool big = false;
};
std::optional<TextInteger> parseInteger(std::string_view digits) noexcept;
std::optional<double> parseReal(std::string_view text) noexcept;
// A quoted literal with backslash escapes ('it\'s'), as its bytes.
std::optional<std::string> parseQuoted(std::string_view literal);
// raw-unicode-escape: Latin-1 with \uXXXX and \UXXXXXXXX, as UTF-8.
std::optional<std::string> parseRawUnicode(std::string_view text);

}  // namespace wb::checkpoint
