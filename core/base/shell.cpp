#include "core/base/shell.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace wb {

namespace {

bool isPlain(std::string_view word)
{
    constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";
    return !word.empty() && word.find_first_not_of(harmless) == std::string_view::npos;
}

// The length of the longest beginning that is UTF-8.
size_t utf8Length(std::string_view text)
{
    size_t length = 0;
    while (length < text.size()) {
        size_t next = 1;
        while (next <= 4 && length + next <= text.size() && !isUtf8(text.substr(length, next))) {
            ++next;
        }
        if (next > 4 || length + next > text.size()) {
            break;
        }
        length += next;
    }
    return length;
}

std::string inQuotes(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + '\'';
}

// A clipboard holds text: bytes that are none are named.
std::string asOctal(std::string_view bytes)
{
    std::string text = "\"$(printf '";
    for (const char byte : bytes) {
        text += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
    }
    return text + "')\"";
}

}  // namespace

std::string shellQuoted(std::string_view word)
{
    if (isPlain(word)) {
        return std::string(word);
    }
    std::string quoted;
    while (!word.empty()) {
        const size_t text = utf8Length(word);
        if (text > 0) {
            quoted += inQuotes(word.substr(0, text));
            word.remove_prefix(text);
        }
        size_t other = 0;
        while (other < word.size() && utf8Length(word.substr(other)) == 0) {
            ++other;
        }
        if (other > 0) {
            quoted += asOctal(word.substr(0, other));
            word.remove_prefix(other);
        }
    }
    return quoted.empty() ? "''" : quoted;
}

std::string shellLine(const std::vector<std::string>& words)
{
    std::string line;
    for (const std::string& word : words) {
        line += line.empty() ? "" : " ";
        line += shellQuoted(word);
    }
    return line;
}

}  // namespace wb
