#include "app/cli/text_table.h"

#include <algorithm>
#include <cstdint>

namespace wb::cli {

namespace {

// Code points, which is near enough to columns for what is shown in tables.
size_t widthOf(const std::string& text)
{
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char letter) { return (static_cast<uint8_t>(letter) & 0xC0) != 0x80; }));
}

}  // namespace

std::string textTable(const std::vector<Align>& columns, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<size_t> widths(columns.size(), 0);
    for (const auto& row : rows) {
        for (size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - widthOf(row[i]), ' ');
            line += i == 0 ? "" : "  ";
            line += columns[i] == Align::Left ? row[i] + padding : padding + row[i];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

}  // namespace wb::cli
