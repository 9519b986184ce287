#include "core/job/front_matter.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace wb::job {

namespace {

constexpr std::string_view fence = "---";

std::string_view takeLine(std::string_view& text)
{
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

bool isBlank(std::string_view line)
{
    const std::string_view text = trimmed(line, " \t");
    return text.empty() || text.front() == '#';
}

bool isItem(std::string_view line)
{
    return line == "-" || trimmed(line, " \t").starts_with("- ");
}

// Deeper than an item of a plain list.
bool isDeep(std::string_view line)
{
    return !isItem(line) || valueOf(line).find(": ") != std::string::npos || valueOf(line).ends_with(':');
}

void append(std::string& value, std::string_view text, std::string_view separator)
{
    value += value.empty() ? "" : separator;
    value += text;
}

}  // namespace

FrontMatter frontMatterOf(std::string_view card)
{
    FrontMatter matter;
    matter.rest = card;
    std::string_view rest = card;
    matter.isThere = takeLine(rest) == fence;
    while (matter.isThere && !matter.isClosed && !rest.empty()) {
        const std::string_view line = takeLine(rest);
        matter.isClosed = line == fence;
        if (!matter.isClosed) {
            matter.lines.push_back(line);
        }
    }
    if (matter.isClosed) {
        matter.rest = rest;
    } else {
        matter.lines.clear();
    }
    return matter;
}

std::string_view keyOf(std::string_view line)
{
    const bool isTop = !line.empty() && line.front() != ' ' && line.front() != '\t' && line.front() != '-' && line.front() != '#';
    return isTop ? trimmed(line.substr(0, line.find(':')), " \t\r\n\"'") : std::string_view();
}

std::string valueOf(std::string_view line)
{
    const bool isKey = !keyOf(line).empty();
    const size_t before = line.find(isKey ? ':' : '-');
    std::string_view value = before == std::string_view::npos ? line : line.substr(before + 1);
    value = value.substr(0, value.find(" #"));
    return std::string(trimmed(value, " \t\r\n\"'"));
}

std::vector<MatterEntry> entriesOf(const FrontMatter& matter)
{
    std::vector<MatterEntry> entries;
    for (const std::string_view line : matter.lines) {
        const std::string_view key = keyOf(line);
        if (!key.empty()) {
            entries.push_back({std::string(key), valueOf(line)});
        } else if (!entries.empty() && !isBlank(line)) {
            const bool deep = isDeep(line);
            append(entries.back().value, deep ? std::string(line) : valueOf(line),
                   deep || entries.back().value.find('\n') != std::string::npos ? "\n" : ", ");
        }
    }
    return entries;
}

std::vector<MatterProblem> problemsOf(const FrontMatter& matter)
{
    if (!matter.isClosed) {
        return {{matter.isThere ? "open" : "missing", 0}};
    }
    std::vector<MatterProblem> problems;
    std::set<std::string_view> keys;
    for (size_t at = 0; at < matter.lines.size(); ++at) {
        const std::string_view line = matter.lines[at];
        const std::string_view key = keyOf(line);
        const std::string_view indent = line.substr(0, line.find_first_not_of(" \t"));
        if (!isBlank(line) && indent.find('\t') != std::string_view::npos) {
            problems.push_back({"tab", at + 2});
        } else if (!key.empty() && line.find(':') == std::string_view::npos) {
            problems.push_back({"no-colon", at + 2});
        } else if (!key.empty() && !keys.insert(key).second) {
            problems.push_back({"twice", at + 2});
        }
    }
    return problems;
}

}  // namespace wb::job
