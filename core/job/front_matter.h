#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wb::job {

// The facts at the top of a model card: YAML between a first line "---" and the next. All views are into the card. Quick; nothing throws.
struct FrontMatter {
    bool isThere = false;   // the card begins with "---"
    bool isClosed = false;  // and there is a second one
    std::vector<std::string_view> lines;
    std::string_view rest;  // after it; all of the card where none is there, or none that is closed
};
FrontMatter frontMatterOf(std::string_view card);

// Key of a line of its own: empty for what is indented, an item of a list, a comment.
std::string_view keyOf(std::string_view line);
// What stands behind the key, or behind the hyphen of an item, without quotes and comment.
std::string valueOf(std::string_view line);

// One fact, to be shown. Of a list the items, of anything deeper the lines as they are written.
struct MatterEntry {
    std::string key;
    std::string value;
};
std::vector<MatterEntry> entriesOf(const FrontMatter& matter);

// What the Hub will not read: "missing", "open" (never closed), "no-colon", "tab" (indents), "twice" (the key).
struct MatterProblem {
    std::string_view problem;
    size_t line = 0;  // of the card, from 1; 0: none
};
std::vector<MatterProblem> problemsOf(const FrontMatter& matter);

}  // namespace wb::job
