#include "app/cli/commands.h"
#include "app/cli/plan_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"
#include "core/plan/planner.h"

#include <fmt/format.h>

namespace wb::cli {

namespace {

// What stands in the way of converting, as convert would say it.
std::optional<Error> obstacle(const plan::Plan& plan)
{
    try {
        plan::requireReady(plan);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace

std::string planText(const plan::Plan& plan)
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
    if (forecast.downloadBytes > 0) {
        out += fmt::format("download {}\n", formatByteSize(forecast.downloadBytes));
    }
    return out + fmt::format("folder   {}\n", printable(plan.options.outputFolder, 4200));
}

CommandResult planCommand(Session& session)
{
    NamedSource source = openSource(session);
    plan::Options options = planOptions(session);
    if (source.variant != nullptr) {
        options.variant = source.variant->name;
    }
    plan::Plan plan = job::makePlan(std::move(source.index), options, session.job());
    CommandResult result;
    if (source.variant == nullptr) {
        result.error = obstacle(plan);
    } else if (!plan.map.isComplete()) {
        result.error = mapError(plan.map, session.line().source);
    } else {
        plan.forecast.downloadBytes = source.variant->bytes;
        if (!plan.forecast.enough()) {
            session.warning("there is not enough room here for the result");
        }
    }
    if (!plan.map.isComplete()) {
        session.note(problemRows(plan.map));
    }
    warnOf(session, plan);
    result.output = session.wantsJson() ? plan::planToJson(plan) : planText(plan);
    return result;
}

}  // namespace wb::cli
