#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/io/output_file.h"
#include "core/job/pipeline.h"
#include "core/mapping/build_key_map.h"
#include "core/mapping/key_map_file.h"
#include "core/verify/parity.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <unordered_map>

namespace wb::cli {

namespace {

// Two maps of one source, side by side.
struct Agreement {
    uint64_t keys = 0;                // source keys
    std::vector<std::string> differ;  // those that go to different places
    std::unordered_map<std::string, std::optional<std::string>> traced;

    // Where tracing sends a source key; empty for nowhere.
    std::optional<std::string> placeOf(const std::string& key) const
    {
        const auto found = traced.find(key);
        return found == traced.end() ? std::nullopt : found->second;
    }
};

Agreement agreementOf(const mapping::KeyMap& map, const std::vector<mapping::KeyEdit>& traced)
{
    Agreement agreement;
    for (const mapping::KeyEdit& place : traced) {
        agreement.traced.emplace(place.source, place.destination);
    }
    for (const mapping::KeyMapRow& row : map.rows) {
        if (!row.source) {
            continue;
        }
        ++agreement.keys;
        if (agreement.placeOf(*row.source) != row.destination) {
            agreement.differ.push_back(*row.source);
        }
    }
    return agreement;
}

Agreement trace(Session& session, const mapping::KeyMap& map)
{
    const CommandLine& line = session.line();
    std::vector<mapping::KeyEdit> traced;
    session.withProgress([&] { traced = verify::traceKeyMap(line.source, line.variant, line.stateDict, session.job()); });
    return agreementOf(map, traced);
}

mapping::KeyMap mapOf(Session& session)
{
    const std::vector<mapping::KeyEdit> edits = readEdits(session);
    const NamedSource source = openSource(session);
    if (source.variant != nullptr && !source.look && edits.empty()) {
        const job::Identified identified = job::identify(source.index, source.variant->name);
        return mapping::catalogueKeyMap(*identified.family, *source.variant);
    }
    const job::Identified identified = job::identify(source.index, source.variant != nullptr ? source.variant->name : session.line().variant);
    warnOf(session, identified.detection);
    return mapping::buildKeyMap(*identified.family, identified.detection.architecture, source.index, edits);
}

// What tracing says of a row: "same", or the other place.
std::string tracedText(const mapping::KeyMapRow& row, const Agreement& agreement)
{
    if (!row.source) {
        return {};
    }
    const std::optional<std::string> destination = agreement.placeOf(*row.source);
    return destination == row.destination ? "same" : printable(destination.value_or("-"));
}

std::string mapText(const mapping::KeyMap& map, const std::optional<Agreement>& agreement)
{
    std::vector<std::vector<std::string>> rows{{"status", "source", "destination", "shape", "rule", agreement ? "traced" : ""}};
    for (const mapping::KeyMapRow& row : map.rows) {
        rows.push_back({std::string(mapping::statusName(row.status)), printable(row.source.value_or("-")), printable(row.destination.value_or("-")),
                        tensor::shapeText(row.source ? row.sourceShape : row.shape), printable(row.reason.rule),
                        agreement ? tracedText(row, *agreement) : std::string()});
    }
    const std::vector<Align> columns(rows.front().size(), Align::Left);
    std::string text = textTable(columns, rows) + "\n" + countsText(map.counts()) + "\n";
    if (agreement) {
        text += fmt::format("traced: {} of {} keys go to the same place\n", agreement->keys - agreement->differ.size(), agreement->keys);
    }
    return text;
}

std::string mapJson(const mapping::KeyMap& map, const std::optional<Agreement>& agreement)
{
    if (!agreement) {
        return mapping::keyMapToJson(map);
    }
    Json differ = Json::array();
    for (const std::string& key : agreement->differ) {
        const std::optional<std::string> place = agreement->placeOf(key);
        differ.push_back({{"source", key}, {"traced", place ? Json(*place) : Json()}});
    }
    const Json trace{{"keys", agreement->keys}, {"same", agreement->keys - agreement->differ.size()}, {"differ", std::move(differ)}};
    return withMembers(mapping::keyMapToJson(map), "\"trace\":" + text(trace));
}

// A map that is incomplete, or that tracing does not confirm.
std::optional<Error> errorOf(const mapping::KeyMap& map, const std::optional<Agreement>& agreement, const std::string& source)
{
    if (!map.isComplete()) {
        return mapError(map, source);
    }
    if (agreement && !agreement->differ.empty()) {
        return Error(ErrorCode::TraceDiffers)
            .file(shownAddress(source))
            .with("key", agreement->differ.front())
            .with("found", agreement->differ.size());
    }
    return std::nullopt;
}

}  // namespace

CommandResult keymapCommand(Session& session)
{
    const CommandLine& line = session.line();
    if (!line.save.empty()) {
        requireMapOrNothing(line.save, session.job().limits);
    }
    const mapping::KeyMap map = mapOf(session);
    if (!line.save.empty()) {
        io::writeFileAtomically(line.save, mapping::keyMapToJson(map));
        session.note("saved " + printable(line.save, 4200));
    }
    std::optional<Agreement> agreement;
    if (line.trace) {
        agreement = trace(session, map);
    }
    CommandResult result;
    result.error = errorOf(map, agreement, line.source);
    if (session.wantsJson()) {
        result.output = mapJson(map, agreement);
    } else {
        const auto format = mapping::keyMapFormatFromName(line.mapFormat);
        result.output = format ? mapping::keyMapText(map, *format) : mapText(map, agreement);
    }
    return result;
}

}  // namespace wb::cli
