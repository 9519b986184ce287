#include "core/checkpoint/pickle_text.h"

#include <algorithm>
#include <charconv>

namespace wb::checkpoint {

namespace {

void appendUtf8(std::string& out, uint32_t point)
{
    const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0U | (point >> 6U));
        put(0x80U | (point & 0x3fU));
    } else if (point < 0x10000) {
        put(0xe0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3fU));
        put(0x80U | (point & 0x3fU));
    } else {
        put(0xf0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3fU));
        put(0x80U | ((point >> 6U) & 0x3fU));
        put(0x80U | (point & 0x3fU));
    }
}

// Digits of base 8 or 16 at text[at]: exactly `most` of them when hexadecimal, one to `most` when octal. Moves `at` past them.
std::optional<uint32_t> digits(std::string_view text, size_t& at, size_t most, int base)
{
    const char* begin = text.data() + std::min(at, text.size());
    const char* end = begin + std::min(most, text.size() - std::min(at, text.size()));
    uint32_t value = 0;
    const auto result = std::from_chars(begin, end, value, base);
    const auto used = static_cast<size_t>(result.ptr - begin);
    if (result.ec != std::errc() || (base == 16 && used != most)) {
        return std::nullopt;
    }
    at += used;
    return value;
}

// The byte after a backslash at text[at]; empty when it is no escape.
std::optional<char> escaped(std::string_view text, size_t& at)
{
    constexpr std::string_view letters = "\\'\"abfnrtv";
    constexpr std::string_view values = "\\'\"\a\b\f\n\r\t\v";
    const size_t place = letters.find(text[at]);
    if (place != std::string_view::npos) {
        ++at;
        return values[place];
    }
    if (text[at] == 'x') {
        ++at;
        const auto value = digits(text, at, 2, 16);
        return value ? std::optional(static_cast<char>(*value)) : std::nullopt;
    }
    const auto value = digits(text, at, 3, 8);
    return value && *value < 256 ? std::optional(static_cast<char>(*value)) : std::nullopt;
}

}  // namespace

std::optional<TextInteger> parseInteger(std::string_view text) noexcept
{
    const std::string_view number = text.starts_with('-') ? text.substr(1) : text;
    if (number.empty() || !std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    TextInteger out;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out.number);
    if (result.ec == std::errc::result_out_of_range) {
        return TextInteger{0, true};
    }
    return out;
}

std::optional<double> parseReal(std::string_view text) noexcept
{
    double value = 0.0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::string> parseQuoted(std::string_view literal)
{
    if (literal.size() < 2 || (literal.front() != '\'' && literal.front() != '"') || literal.back() != literal.front()) {
        return std::nullopt;
    }
    const std::string_view text = literal.substr(1, literal.size() - 2);
    std::string out;
    for (size_t at = 0; at < text.size();) {
        if (text[at] != '\\') {
            out.push_back(text[at++]);
            continue;
        }
        if (++at == text.size()) {
            return std::nullopt;
        }
        const auto byte = escaped(text, at);
        if (!byte) {
            return std::nullopt;
        }
        out.push_back(*byte);
    }
    return out;
}

std::optional<std::string> parseRawUnicode(std::string_view text)
{
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const char letter = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
        if (letter != 'u' && letter != 'U') {
            appendUtf8(out, static_cast<unsigned char>(text[at++]));
            continue;
        }
        at += 2;
        const auto point = digits(text, at, letter == 'u' ? 4 : 8, 16);
        if (!point || *point > 0x10ffff || (*point >= 0xd800 && *point <= 0xdfff)) {
            return std::nullopt;
        }
        appendUtf8(out, *point);
    }
    return out;
}

}  // namespace wb::checkpoint
