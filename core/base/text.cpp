#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace wb {

namespace {

struct Decoded {
    uint32_t codePoint = 0;
    size_t bytes = 0;  // 0: broken
};

constexpr Decoded broken{};

Decoded decodeUtf8(std::string_view text) noexcept
{
    const auto byteAt = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
    const uint8_t first = byteAt(0);
    if (first < 0x80) {
        return {first, 1};
    }
    const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return broken;
    }
    uint32_t codePoint = first & (0x7FU >> length);
    for (size_t i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0) != 0x80) {
            return broken;
        }
        codePoint = (codePoint << 6) | (byteAt(i) & 0x3FU);
    }
    constexpr std::array<uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (codePoint < least[length] || codePoint > 0x10FFFF || surrogate) {
        return broken;
    }
    return {codePoint, length};
}

// Characters that move the cursor, reorder or hide text.
bool isInvisible(uint32_t c) noexcept
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x061C || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

bool isUtf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        const Decoded decoded = decodeUtf8(text);
        if (decoded.bytes == 0) {
            return false;
        }
        text.remove_prefix(decoded.bytes);
    }
    return true;
}

std::string printable(std::string_view text, size_t maxBytes)
{
    std::string out;
    while (!text.empty()) {
        const Decoded decoded = decodeUtf8(text);
        const size_t length = std::max<size_t>(decoded.bytes, 1);
        std::string piece;
        if (decoded.bytes == 0 || decoded.codePoint < 0x80) {
            const auto byte = static_cast<uint8_t>(text[0]);
            piece = decoded.bytes == 0 || isInvisible(byte) ? fmt::format("\\x{:02X}", byte) : std::string(1, text[0]);
        } else {
            piece = isInvisible(decoded.codePoint) ? fmt::format("\\u{{{:04X}}}", decoded.codePoint) : std::string(text.substr(0, length));
        }
        if (out.size() + piece.size() > maxBytes) {
            return out + "…";
        }
        out += piece;
        text.remove_prefix(length);
    }
    return out;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view trimmed(std::string_view text, std::string_view characters) noexcept
{
    const size_t begin = text.find_first_not_of(characters);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(characters) - begin + 1);
}

bool isHex(std::string_view text, size_t digits) noexcept
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<uint64_t> parseByteSize(std::string_view text) noexcept
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || !(number >= 0)) {
        return std::nullopt;
    }
    std::string_view unit = text.substr(static_cast<size_t>(end - text.data()));
    while (!unit.empty() && unit.front() == ' ') {
        unit.remove_prefix(1);
    }
    struct Unit {
        std::string_view name;
        double factor;
    };
    constexpr std::array units{Unit{"", 1.0},
                               Unit{"B", 1.0},
                               Unit{"KB", 1e3},
                               Unit{"kB", 1e3},
                               Unit{"MB", 1e6},
                               Unit{"GB", 1e9},
                               Unit{"TB", 1e12},
                               Unit{"KiB", 1024.0},
                               Unit{"MiB", 1048576.0},
                               Unit{"GiB", 1073741824.0},
                               Unit{"TiB", 1099511627776.0}};
    for (const Unit& known : units) {
        if (known.name == unit) {
            const double bytes = std::floor(number * known.factor);
            return bytes < 9.2e18 ? std::optional<uint64_t>(static_cast<uint64_t>(bytes)) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::string formatByteSize(uint64_t bytes)
{
    constexpr std::array units{"kB", "MB", "GB", "TB", "PB", "EB"};
    if (bytes < 1000) {
        return fmt::format("{} B", bytes);
    }
    double value = static_cast<double>(bytes) / 1000.0;
    size_t unit = 0;
    while (value >= 999.995 && unit + 1 < units.size()) {
        value /= 1000.0;
        ++unit;
    }
    return fmt::format("{:.2f} {}", value, units[unit]);
}

}  // namespace wb
