#pragma once

#include "core/base/limits.h"
#include "core/mapping/key_map.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::mapping {

// {schema, variant, rows: [{source, destination, source_shape, shape, dtype, bytes, status, reason, suggestions}], counts}: what `keymap --json`
// prints and a *.keymap.json file holds. Text, UTF-8, one row a line, newline at the end; deterministic.
// reason is {rule, pattern, captures: {…}}, suggestions are [{destination, same_suffix, same_shape, same_order, guess}].
// Where the map tells of its values, each row has also values: {min, max, mean, std, zeros, nan, inf}, or null; the tables have such columns.
std::string keyMapToJson(const KeyMap& map);
// Rows and counts as a JSON text without the enclosing object: `"rows": […], "counts": {…}`, for documents that hold more.
std::string keyMapFieldsToJson(const KeyMap& map);
// RFC 4180, header line, formulas defused (a cell that starts with = + - @ TAB gets a leading ').
std::string keyMapToCsv(const KeyMap& map);
// A table of GitHub's Markdown; keys that could be read as markup are escaped, so that each stands there as it is.
std::string keyMapToMarkdown(const KeyMap& map);
// A dict literal {source: destination}, None where a key goes nowhere, in ASCII; ast.literal_eval reads it. Bytes that are no UTF-8 are as
// Python's surrogateescape has them. Missing rows, which have no source, are comments.
std::string keyMapToPython(const KeyMap& map);

// Names of what is told of values, and a row's texts under them in full precision; `none` for what is not known or no number.
inline constexpr std::array<std::string_view, 7> valueColumns{"min", "max", "mean", "std", "zeros", "nan", "inf"};
std::array<std::string, valueColumns.size()> valueTexts(const std::optional<ValueSummary>& values, std::string_view none);

// The words that both front ends use: "json", "csv", "markdown", "python".
enum class KeyMapFormat { Json, Csv, Markdown, Python };
std::string_view formatName(KeyMapFormat format) noexcept;
std::optional<KeyMapFormat> keyMapFormatFromName(std::string_view name) noexcept;
std::string keyMapText(const KeyMap& map, KeyMapFormat format);

// The decisions alone, as such a file. Read again, they are the same in the same order.
std::string keyEditsToJson(const std::vector<KeyEdit>& edits);
// The decisions in a key-map file: source and destination of each row count, all else is worked out anew. Rows without source are passed over.
// Read by SAX within limits. Throws KeyMapFile (offset or part, problem), LimitExceeded.
std::vector<KeyEdit> keyEditsFromJson(std::string_view text, const Limits& limits);

}  // namespace wb::mapping
