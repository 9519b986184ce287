#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/io/output_file.h"
#include "core/job/pipeline.h"
#include "core/mapping/build_key_map.h"
#include "core/mapping/key_map_file.h"

#include <fmt/format.h>

namespace wb::cli {

namespace {

mapping::KeyMap mapOf(Session& session)
{
    const NamedSource source = openSource(session);
    const std::vector<mapping::KeyEdit> edits = readEdits(session);
    if (source.variant != nullptr && edits.empty()) {
        const job::Identified identified = job::identify(source.index, source.variant->name);
        return mapping::catalogueKeyMap(*identified.family, *source.variant);
    }
    const job::Identified identified = job::identify(source.index, source.variant != nullptr ? source.variant->name : session.line().variant);
    warnOf(session, identified.detection);
    return mapping::buildKeyMap(*identified.family, identified.detection.architecture, source.index, edits);
}

std::string mapText(const mapping::KeyMap& map)
{
    std::vector<std::vector<std::string>> rows{{"status", "source", "destination", "shape", "rule"}};
    for (const mapping::KeyMapRow& row : map.rows) {
        rows.push_back({std::string(mapping::statusName(row.status)), printable(row.source.value_or("-")), printable(row.destination.value_or("-")),
                        tensor::shapeText(row.source ? row.sourceShape : row.shape), printable(row.reason.rule)});
    }
    const std::vector<Align> columns(rows.front().size(), Align::Left);
    return textTable(columns, rows) + "\n" + countsText(map.counts()) + "\n";
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
    CommandResult result;
    if (!map.isComplete()) {
        result.error = mapError(map, line.source);
    }
    if (session.wantsJson()) {
        result.output = mapping::keyMapToJson(map);
    } else {
        result.output = line.csv ? mapping::keyMapToCsv(map) : mapText(map);
    }
    return result;
}

}  // namespace wb::cli
