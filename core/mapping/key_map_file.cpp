#include "core/mapping/key_map_file.h"

#include "core/base/csv.h"
#include "core/tensor/tensor_index.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iterator>

namespace wb::mapping {

namespace {

using Text = std::back_insert_iterator<std::string>;

std::string jsonText(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonTextOrNull(const std::optional<std::string>& text)
{
    return text ? jsonText(*text) : "null";
}

std::string reasonJson(const Reason& reason)
{
    std::string captures;
    for (const auto& [name, value] : reason.captures) {
        fmt::format_to(Text(captures), "{}{}: {}", captures.empty() ? "" : ", ", jsonText(name), jsonText(value));
    }
    return fmt::format(R"({{"rule": {}, "pattern": {}, "captures": {{{}}}}})", jsonText(reason.rule), jsonText(reason.pattern), captures);
}

std::string suggestionsJson(const std::vector<Suggestion>& suggestions)
{
    std::string out;
    for (const Suggestion& suggestion : suggestions) {
        fmt::format_to(Text(out), R"({}{{"destination": {}, "same_suffix": {}, "same_shape": {}, "same_order": {}, "guess": {}}})",
                       out.empty() ? "" : ", ", jsonText(suggestion.destination), suggestion.sameSuffix, suggestion.sameShape, suggestion.sameOrder,
                       suggestion.guess);
    }
    return '[' + out + ']';
}

std::string valuesJson(const std::optional<ValueSummary>& values)
{
    if (!values) {
        return "null";
    }
    std::string out;
    const auto texts = valueTexts(values, "null");
    for (size_t i = 0; i < texts.size(); ++i) {
        fmt::format_to(Text(out), R"({}"{}": {})", i == 0 ? "" : ", ", valueColumns[i], texts[i]);
    }
    return '{' + out + '}';
}

std::string rowJson(const KeyMap& map, size_t number)
{
    const KeyMapRow& row = map.rows[number];
    const bool hasSource = row.source.has_value();
    return fmt::format(
        R"({{"source": {}, "destination": {}, "source_shape": {}, "shape": {}, "dtype": {}, "bytes": {}, "status": "{}", "reason": {}, "suggestions": {}{}}})",
        jsonTextOrNull(row.source), jsonTextOrNull(row.destination), hasSource ? tensor::shapeText(row.sourceShape) : "null",
        tensor::shapeText(row.shape), row.dtype ? jsonText(tensor::dtypeName(*row.dtype)) : "null", hasSource ? fmt::format("{}", row.bytes) : "null",
        statusName(row.status), reasonJson(row.reason), suggestionsJson(row.suggestions),
        map.values.empty() ? "" : ", \"values\": " + valuesJson(map.values[number]));
}

std::string capturesText(const Reason& reason)
{
    std::string out;
    for (const auto& [name, value] : reason.captures) {
        fmt::format_to(Text(out), "{}{}={}", out.empty() ? "" : "; ", name, value);
    }
    return out;
}

std::string suggestionsText(const std::vector<Suggestion>& suggestions)
{
    std::string out;
    for (const Suggestion& suggestion : suggestions) {
        fmt::format_to(Text(out), "{}{}{}", out.empty() ? "" : "; ", suggestion.destination, suggestion.guess ? " (guess)" : "");
    }
    return out;
}

}  // namespace

std::array<std::string, valueColumns.size()> valueTexts(const std::optional<ValueSummary>& values, std::string_view none)
{
    std::array<std::string, valueColumns.size()> texts;
    texts.fill(std::string(none));
    if (values) {
        const std::array<std::optional<double>, 4> numbers{values->min, values->max, values->mean, values->deviation};
        for (size_t i = 0; i < numbers.size(); ++i) {
            texts[i] = numbers[i] && std::isfinite(*numbers[i]) ? fmt::format("{}", *numbers[i]) : texts[i];
        }
        texts[4] = std::to_string(values->zeros);
        texts[5] = std::to_string(values->nan);
        texts[6] = std::to_string(values->infinite);
    }
    return texts;
}

std::string keyMapFieldsToJson(const KeyMap& map)
{
    std::string out = "\"rows\": [";
    for (size_t i = 0; i < map.rows.size(); ++i) {
        fmt::format_to(Text(out), "{}\n{}", i == 0 ? "" : ",", rowJson(map, i));
    }
    const Counts counts = map.counts();
    fmt::format_to(Text(out),
                   "{}],\n\"counts\": {{\"mapped\": {}, \"dropped\": {}, \"unmapped\": {}, \"missing\": {}, \"mismatched\": {}, \"edited\": {}}}",
                   map.rows.empty() ? "" : "\n", counts.mapped, counts.dropped, counts.unmapped, counts.missing, counts.mismatched, counts.edited);
    return out;
}

std::string keyMapToJson(const KeyMap& map)
{
    const std::string variant = map.variant.empty() ? "null" : jsonText(map.variant);
    return fmt::format("{{\"schema\": 1, \"variant\": {},\n{}}}\n", variant, keyMapFieldsToJson(map));
}

std::string keyEditsToJson(const std::vector<KeyEdit>& edits)
{
    KeyMap map;
    for (const KeyEdit& edit : edits) {
        KeyMapRow row;
        row.source = edit.source;
        row.destination = edit.destination;
        row.status = edit.destination ? Status::Edited : Status::Dropped;
        row.reason.rule = "user";
        map.rows.push_back(std::move(row));
    }
    return keyMapToJson(map);
}

std::string keyMapToCsv(const KeyMap& map)
{
    std::string out = "status,source,destination,source_shape,shape,dtype,bytes,rule,captures,suggestions";
    out += map.values.empty() ? "\r\n" : fmt::format(",{}\r\n", fmt::join(valueColumns, ","));
    for (size_t i = 0; i < map.rows.size(); ++i) {
        const KeyMapRow& row = map.rows[i];
        fmt::format_to(Text(out), "{},{},{},{},{},{},{},{},{},{}{}\r\n", statusName(row.status), csvCell(row.source.value_or("")),
                       csvCell(row.destination.value_or("")), row.source ? csvCell(tensor::shapeText(row.sourceShape)) : "",
                       csvCell(tensor::shapeText(row.shape)), row.dtype ? tensor::dtypeName(*row.dtype) : "",
                       row.source ? fmt::format("{}", row.bytes) : "", csvCell(row.reason.rule), csvCell(capturesText(row.reason)),
                       csvCell(suggestionsText(row.suggestions)),
                       map.values.empty() ? "" : fmt::format(",{}", fmt::join(valueTexts(map.values[i], ""), ",")));
    }
    return out;
}

}  // namespace wb::mapping
