#include "app/torch/commands.h"

#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "app/torch/trace/traced_family.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"
#include "core/mapping/build_key_map.h"
#include "core/mapping/key_map_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::helper {

namespace {

using trace::TracedFamily;

std::string_view captureOf(const mapping::KeyMapRow& row, std::string_view name)
{
    for (const auto& capture : row.reason.captures) {
        if (capture.first == name) {
            return capture.second;
        }
    }
    return {};
}

// Where the row belongs by the calls, for a row that was sent elsewhere; else empty.
std::string_view shiftedFrom(const mapping::KeyMapRow& row)
{
    const bool isShifted = row.reason.rule == trace::shiftedRule || captureOf(row, "rule") == trace::shiftedRule;
    return isShifted ? captureOf(row, "right") : std::string_view();
}

size_t countShifted(const mapping::KeyMap& map)
{
    return static_cast<size_t>(std::count_if(map.rows.begin(), map.rows.end(), [](const auto& row) { return !shiftedFrom(row).empty(); }));
}

mapping::KeyMap tracedMap(const CommandLine& line, cli::Session& session)
{
    const cli::NamedSource source = cli::openSource(session);
    const job::Identified identified = job::identify(source.index, source.variant != nullptr ? source.variant->name : line.common.variant);
    cli::warnOf(session, identified.detection);
    const mapping::Architecture& architecture = identified.detection.architecture;
    const auto way = line.asPublished ? TracedFamily::Way::AsPublished : TracedFamily::Way::ByCalls;
    const TracedFamily traced(architecture, regnet::fsdpPartsIn(source.index), way);
    return mapping::buildKeyMap(traced, architecture, source.index, {});
}

std::string mapJson(const mapping::KeyMap& map, bool asPublished)
{
    std::string members = versionMember();
    if (asPublished) {
        cli::Json shifted = cli::Json::array();
        for (const mapping::KeyMapRow& row : map.rows) {
            if (const std::string_view right = shiftedFrom(row); !right.empty()) {
                shifted.push_back({{"source", *row.source}, {"destination", row.destination.value_or("")}, {"right", right}});
            }
        }
        members += ",\"as_published\":true,\"shifted\":" + cli::text(shifted);
    }
    return cli::withMembers(mapping::keyMapToJson(map), members);
}

std::string mapText(const mapping::KeyMap& map, bool asPublished)
{
    std::vector<std::vector<std::string>> rows{{"call", "status", "source", "destination", "kind", asPublished ? "right" : ""}};
    for (const mapping::KeyMapRow& row : map.rows) {
        const std::string_view right = shiftedFrom(row);
        rows.push_back({std::string(captureOf(row, "call")), std::string(right.empty() ? mapping::statusName(row.status) : "SHIFTED"),
                        printable(row.source.value_or("-")), printable(row.destination.value_or("-")), printable(row.reason.pattern),
                        printable(right)});
    }
    std::vector<cli::Align> columns(rows.front().size(), cli::Align::Left);
    columns.front() = cli::Align::Right;
    std::string text = cli::textTable(columns, rows) + "\n" + cli::countsText(map.counts());
    if (asPublished) {
        text += fmt::format(", {} shifted: pairing as published gives wrong names there", countShifted(map));
    }
    return text + "\n";
}

}  // namespace

cli::CommandResult traceCommand(const CommandLine& line, cli::Session& session)
{
    session.job().progress.begin(Stage::Trace, 0);
    const mapping::KeyMap map = tracedMap(line, session);
    cli::CommandResult result;
    result.output = session.wantsJson() ? mapJson(map, line.asPublished) : mapText(map, line.asPublished);
    if (!map.isComplete() && !line.asPublished) {  // what the reference would give is shown, not asked for
        result.error = cli::mapError(map, line.common.source);
    }
    return result;
}

}  // namespace wb::helper
