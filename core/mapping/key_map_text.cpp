// Key maps as texts to paste: Markdown and Python.
#include "core/base/text.h"
#include "core/mapping/key_map_file.h"
#include "core/tensor/tensor_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace wb::mapping {

namespace {

using Text = std::back_insert_iterator<std::string>;

constexpr std::array<std::string_view, 4> formatNames{"json", "csv", "markdown", "python"};

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

// Ordinary keys stand as code; in any other, each sign is escaped that Markdown or HTML would read.
std::string markdownCell(const std::optional<std::string>& key)
{
    if (!key || key->empty()) {
        return {};
    }
    if (std::all_of(key->begin(), key->end(), isPlain)) {
        return '`' + *key + '`';
    }
    std::string out;
    for (const char c : printable(*key, SIZE_MAX / 2)) {
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            const bool isSign = c > ' ' && c <= '~' && !isPlain(c);
            out += isSign || c == '_' ? std::string{'\\', c} : std::string(1, c);
        }
    }
    return out;
}

// Bytes of the character that `text` begins with; 0 where it is no UTF-8.
size_t characterBytes(std::string_view text)
{
    for (size_t bytes = 1; bytes <= std::min<size_t>(4, text.size()); ++bytes) {
        if (isUtf8(text.substr(0, bytes))) {
            return bytes;
        }
    }
    return 0;
}

uint32_t codePointOf(std::string_view character)
{
    constexpr std::array<uint32_t, 5> firstBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t codePoint = static_cast<uint8_t>(character[0]) & firstBits[character.size()];
    for (const char byte : character.substr(1)) {
        codePoint = codePoint << 6U | (static_cast<uint8_t>(byte) & 0x3FU);
    }
    return codePoint;
}

std::string pythonText(std::string_view text)
{
    std::string out = "'";
    while (!text.empty()) {
        const size_t bytes = characterBytes(text);
        const uint32_t c = bytes == 0 ? 0 : codePointOf(text.substr(0, bytes));
        if (bytes == 0) {
            fmt::format_to(Text(out), "\\udc{:02x}", static_cast<uint8_t>(text[0]));
        } else if (c == '\'' || c == '\\') {
            out += {'\\', text[0]};
        } else if (c >= 0x20 && c < 0x7F) {
            out += text[0];
        } else if (c < 0x100) {
            fmt::format_to(Text(out), "\\x{:02x}", c);
        } else if (c < 0x10000) {
            fmt::format_to(Text(out), "\\u{:04x}", c);
        } else {
            fmt::format_to(Text(out), "\\U{:08x}", c);
        }
        text.remove_prefix(std::max<size_t>(bytes, 1));
    }
    return out + '\'';
}

}  // namespace

std::string keyMapToMarkdown(const KeyMap& map)
{
    const bool hasValues = !map.values.empty();
    std::string out = "| Status | Source | Destination | Shape | Type | Bytes | Rule |";
    out += hasValues ? fmt::format(" {} |", fmt::join(valueColumns, " | ")) : "";
    out += "\n| --- | --- | --- | --- | --- | ---: | --- |";
    for (size_t i = 0; hasValues && i < valueColumns.size(); ++i) {
        out += " ---: |";
    }
    out += '\n';
    for (size_t i = 0; i < map.rows.size(); ++i) {
        const KeyMapRow& row = map.rows[i];
        std::string shape = tensor::shapeText(row.source ? row.sourceShape : row.shape);
        fmt::format_to(Text(out), "| {} | {} | {} | `{}` | {} | {} | {} |{}\n", statusName(row.status), markdownCell(row.source),
                       markdownCell(row.destination), shape, row.dtype ? tensor::dtypeName(*row.dtype) : "",
                       row.source ? fmt::format("{}", row.bytes) : "", markdownCell(row.reason.rule),
                       hasValues ? fmt::format(" {} |", fmt::join(valueTexts(map.values[i], ""), " | ")) : "");
    }
    return out;
}

std::string keyMapToPython(const KeyMap& map)
{
    std::string out = "{\n";
    for (const KeyMapRow& row : map.rows) {
        if (row.source) {
            const std::string comment = row.status == Status::Mapped ? "" : fmt::format("  # {}", statusName(row.status));
            fmt::format_to(Text(out), "    {}: {},{}\n", pythonText(*row.source), row.destination ? pythonText(*row.destination) : "None", comment);
        } else {
            fmt::format_to(Text(out), "    # missing: {}\n", pythonText(row.destination.value_or("")));
        }
    }
    return out + "}\n";
}

std::string_view formatName(KeyMapFormat format) noexcept
{
    return formatNames[static_cast<size_t>(format)];
}

std::optional<KeyMapFormat> keyMapFormatFromName(std::string_view name) noexcept
{
    const auto* found = std::find(formatNames.begin(), formatNames.end(), name);
    return found == formatNames.end() ? std::nullopt : std::optional(static_cast<KeyMapFormat>(found - formatNames.begin()));
}

std::string keyMapText(const KeyMap& map, KeyMapFormat format)
{
    switch (format) {
    case KeyMapFormat::Json:
        return keyMapToJson(map);
    case KeyMapFormat::Csv:
        return keyMapToCsv(map);
    case KeyMapFormat::Markdown:
        return keyMapToMarkdown(map);
    case KeyMapFormat::Python:
        return keyMapToPython(map);
    }
    return {};
}

}  // namespace wb::mapping
