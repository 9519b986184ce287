#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/plan_output.h"
#include "app/cli/publish_output.h"
#include "app/cli/push.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"
#include "core/plan/planner.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

// What stands in the way of converting, as convert would say it.
std::optional<Error> obstacle(const CommandLine& line, const plan::Plan& plan, const std::optional<SourceWay>& way)
{
    try {
        plan::requireConvertible(plan);
        plan::requireRoom(plan, keepingOf(line), 0);
    } catch (const Error& error) {
        return error;
    }
    return way ? roomError(*way) : std::nullopt;
}

std::optional<SourceWay> wayOf(const CommandLine& line, const plan::Plan& plan, const NamedSource& source)
{
    if (source.look) {
        return sourceWayOf(line, plan, source.source, source.look->facts.bytes);
    }
    return source.variant != nullptr ? std::optional(sourceWayOf(line, plan, source.source, source.variant->bytes)) : std::nullopt;
}

// A plan of the catalogue is for the day when it is carried out: what is missing now is no error.
void warnOfRoom(const Session& session, const plan::Plan& plan, const SourceWay& way)
{
    if (!plan.forecast.enough()) {
        session.warning("there is not enough room here for the result");
    } else if (roomError(way)) {
        session.warning("there is not enough room here for the source and the result");
    }
}

// What publishing the result would do: checked, and nothing sent.
void addPublishing(Session& session, const plan::Plan& plan, CommandResult& result)
{
    const job::PublishPlan target = planStreamedPush(session, plan);
    result.output = session.wantsJson() ? withMembers(result.output, "\"publish\":" + text(publishPlanObject(target)))
                                        : result.output + "\n" + publishPlanText(target);
}

}  // namespace

std::string planText(const plan::Plan& plan, const std::optional<SourceWay>& way)
{
    const mapping::Architecture& found = plan.detection.architecture;
    std::string out = fmt::format("variant  {}, {} names\nkeys     {}\n\n", found.variant.empty() ? "none of the catalogue" : found.variant,
                                  found.naming, countsText(plan.map.counts()));
    std::vector<std::vector<std::string>> rows{{"file", "size", "tensors"}};
    for (const plan::PlannedFile& file : plan.weightFiles) {
        rows.push_back({printable(file.name), formatByteSize(file.bytes), fmt::format("{}", file.tensorCount)});
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        rows.push_back({printable(file.name), formatByteSize(file.text.size()), ""});
    }
    out += textTable({Align::Left, Align::Right, Align::Right}, rows);
    const plan::Forecast& forecast = plan.forecast;
    out += fmt::format("\ndisk     {} needed, {} free\nmemory   {} needed, {} free\n", formatByteSize(forecast.diskNeeded),
                       formatByteSize(forecast.diskFree), formatByteSize(forecast.memoryNeeded), formatByteSize(forecast.memoryFree));
    if (way) {
        out += wayText(*way);
    }
    return out + fmt::format("folder   {}\n", printable(plan.options.outputFolder, 4200));
}

std::string planJson(const plan::Plan& plan, const std::optional<SourceWay>& way)
{
    const std::string json = plan::planToJson(plan);
    return way ? withMembers(json, wayMembers(*way)) : json;
}

CommandResult planCommand(Session& session)
{
    NamedSource source = openSource(session);
    plan::Options options = planOptions(session);
    if (source.variant != nullptr) {
        options.variant = source.variant->name;
    }
    plan::Plan plan = job::makePlan(std::move(source.index), options, session.job());
    const std::optional<SourceWay> way = wayOf(session.line(), plan, source);
    if (way) {
        requireStreamable(*way);
        plan.forecast.downloadBytes = way->downloadBytes();
    }
    CommandResult result;
    if (source.variant == nullptr || source.look) {
        result.error = obstacle(session.line(), plan, way);
    } else if (!plan.map.isComplete()) {
        result.error = mapError(plan.map, session.line().source);
    } else {
        warnOfRoom(session, plan, *way);
    }
    if (!plan.map.isComplete()) {
        session.note(problemRows(plan.map));
    }
    warnOf(session, plan);
    result.output = session.wantsJson() ? planJson(plan, way) : planText(plan, way);
    if (!session.line().push.repository.empty() && !result.error) {
        addPublishing(session, plan, result);
    }
    return result;
}

}  // namespace wb::cli
