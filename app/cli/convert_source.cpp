#include "app/cli/convert_source.h"

#include "app/cli/convert_output.h"
#include "app/cli/fetch_output.h"
#include "app/cli/parity_output.h"
#include "app/cli/publish_output.h"
#include "app/cli/push.h"
#include "app/cli/source_way.h"
#include "app/cli/sources.h"
#include "app/cli/verify_output.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/job/pipeline.h"
#include "core/mapping/key_map_file.h"
#include "core/plan/planner.h"
#include "core/verify/torch_helper.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace wb::cli {

namespace {

// A plan's source and what it takes to carry the plan out.
struct Prepared {
    std::string checkpoint;  // on this machine; empty when it is streamed
    std::string members;     // of the JSON, about how the source came here
    std::function<convert::Result(const plan::Plan& plan, const convert::ConvertOptions& options)> run;
};

CommandResult incomplete(Session& session, const plan::Plan& plan)
{
    session.note(problemRows(plan.map));
    std::string output;
    if (session.wantsJson()) {
        output = withMembers(text(document()), mapping::keyMapFieldsToJson(plan.map));
    }
    return {output, mapError(plan.map, session.line().source)};
}

bool isIncomplete(const plan::Plan& plan)
{
    return !plan.map.isComplete() && plan.source.calls.empty();
}

void noteResult(const Session& session, const plan::Plan& plan)
{
    for (const plan::PlannedFile& file : plan.weightFiles) {
        if (file.format == plan::Format::Pth) {
            session.note("also wrote " + printable(plan.pathOf(file), 4200));
        }
    }
}

std::string outputOf(const Session& session, const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report,
                     bool ok, const std::string& members)
{
    if (!session.wantsJson()) {
        return convertText(plan, converted, report);
    }
    const std::string json = convertJson(plan, converted, report, ok);
    return members.empty() ? json : withMembers(json, members);
}

// A comparison that cannot be made is an error beside the result, which stays.
std::optional<verify::ParityReport> compare(Session& session, const std::string& checkpoint, const std::string& folder, std::optional<Error>& error)
{
    try {
        const verify::ParityOutcome parity = runParity(session, checkpoint, folder);
        error = parity.error;
        return parity.report;
    } catch (const Error& failure) {
        error = failure;
        return std::nullopt;
    }
}

// Nothing of the result stays here.
Conversion carryAway(Session& session, const plan::Plan& plan, const Prepared& prepared)
{
    convert::ConvertOptions how;
    how.overwrite = session.line().overwrite;
    const auto convert = [&](const convert::ConvertOptions& options) { return prepared.run(plan, options); };
    const auto done = pushStreamed(session, plan, planStreamedPush(session, plan), how, convert);
    if (!done) {
        throw Cancelled{};
    }
    Conversion conversion{{}, done->converted.folder, done->converted.files, false};
    const std::string members = "\"local_copy\":false" + (prepared.members.empty() ? "" : "," + prepared.members);
    conversion.result.output = session.wantsJson() ? withMembers(publicationJson(done->publication), members) : publicationText(done->publication);
    return conversion;
}

Conversion carryOut(Session& session, const plan::Plan& plan, const Prepared& prepared)
{
    const CommandLine& line = session.line();
    if (line.noLocalCopy) {
        return carryAway(session, plan, prepared);
    }
    convert::ConvertOptions how;
    how.overwrite = line.overwrite;
    convert::Result converted;
    std::optional<verify::Report> report;
    session.withProgress([&] {
        converted = prepared.run(plan, how);
        if (!line.noVerify || converted.alreadyDone) {  // what was there before is kept only after a check
            report = job::verifyFolder(converted.folder, session.job());
        }
    });
    noteResult(session, plan);
    Conversion conversion{{}, converted.folder, converted.files, converted.alreadyDone};
    CommandResult& result = conversion.result;
    if (report) {
        result.error = failedCheck(*report, converted.folder);
    }
    std::optional<verify::ParityReport> parity;
    if (line.parity && !result.error) {
        parity = compare(session, prepared.checkpoint, converted.folder, result.error);
    }
    result.output = outputOf(session, plan, converted, report, !result.error, prepared.members);
    if (parity) {
        result.output = withParity(session, result.output, *parity);
    }
    return conversion;
}

// `members` as in Prepared. `isLookedAt`: the plan's warnings were shown, and it was checked that the result can be published.
Conversion convertFile(Session& session, const std::string& path, const plan::Options& options, const std::string& members, bool isLookedAt)
{
    tensor::TensorIndex index;
    session.withProgress([&] { index = job::inspect(path, session.line().stateDict, session.job()); });
    const plan::Plan plan = job::makePlan(std::move(index), options, session.job());
    if (!isLookedAt) {
        warnOf(session, plan);
    }
    if (isIncomplete(plan)) {
        return {incomplete(session, plan), options.outputFolder, {}, false};
    }
    if (!isLookedAt) {
        requirePublishable(session, plan.detection.architecture);
    }
    const auto run = [&](const plan::Plan& planned, const convert::ConvertOptions& how) {
        return job::run(planned, how, false, session.job()).converted;
    };
    return carryOut(session, plan, {path, members, run});
}

// Empty where the server cannot send parts, or cannot or may not be asked: what is fetched already may do.
std::optional<job::Look> lookIfPossible(Session& session, const job::Source& source)
{
    try {
        return lookInside(session, source);
    } catch (const Error& error) {
        const bool isOutOfReach = error.code() == ErrorCode::NetworkFailed && job::keptOf(source, keepFolderOf(session.line(), source)).whole;
        if (error.code() == ErrorCode::Offline || isOutOfReach) {
            return std::nullopt;
        }
        if (error.code() != ErrorCode::NoRange) {
            throw;
        }
        session.note(fmt::format("{} cannot send parts of a file: it is fetched whole before anything is known of it", source.url->host()));
        return std::nullopt;
    }
}

// What would stop the conversion after a long download is said before it. What an earlier run left of the result is not counted, so then core
// alone decides.
void requireWorthFetching(const plan::Plan& plan, const SourceWay& way, plan::Keeping keeping)
{
    plan::requireConvertible(plan);
    if (io::exists(plan.options.outputFolder)) {
        return;
    }
    if (const std::optional<Error> error = roomError(way)) {
        throw *error;
    }
    plan::requireRoom(plan, keeping, 0);
}

Conversion convertKept(Session& session, const job::Source& source, const plan::Options& options)
{
    std::optional<job::Look> look = lookIfPossible(session, source);
    const bool isLookedAt = look.has_value();
    if (isLookedAt) {
        const plan::Plan plan = job::makePlan(std::move(look->index), options, session.job());
        warnOf(session, plan);
        if (isIncomplete(plan)) {
            return {incomplete(session, plan), options.outputFolder, {}, false};
        }
        requirePublishable(session, plan.detection.architecture);
        requireWorthFetching(plan, sourceWayOf(session.line(), plan, source, look->facts.bytes), keepingOf(session.line()));
    } else {
        requirePublishable(session, source.variant != nullptr ? source.variant->architecture : mapping::Architecture{});
    }
    const job::Fetched fetched = fetchSource(session, source, keepFolderOf(session.line(), source));
    session.note(fmt::format("{}: {}", printable(fetched.path, 4200), fetchedText(fetched)));
    const Json way{{"source_way", "keep"}, {"source_file", fetched.path}};
    const std::string object = text(way);
    const std::string members = object.substr(1, object.size() - 2) + "," + fetchedMembers(fetched, "source_");
    return convertFile(session, fetched.path, options, members, isLookedAt);
}

Conversion convertStreamed(Session& session, const job::Source& source, const plan::Options& options)
{
    job::Look look = lookInside(session, source);
    const uint64_t bytes = look.facts.bytes;
    const plan::Plan plan = job::makePlan(std::move(look.index), options, session.job());
    warnOf(session, plan);
    if (isIncomplete(plan)) {
        return {incomplete(session, plan), options.outputFolder, {}, false};
    }
    requirePublishable(session, plan.detection.architecture);
    requireStreamable(sourceWayOf(session.line(), plan, source, bytes));
    const auto run = [&](const plan::Plan& planned, const convert::ConvertOptions& how) {
        return job::runStreamed(planned, source, session.network(), how, false, session.job()).converted;
    };
    return carryOut(session, plan, {{}, fmt::format("\"source_way\":\"stream\",\"source_bytes\":{}", bytes), run});
}

}  // namespace

Conversion convertSource(Session& session, const job::Source& source)
{
    const CommandLine& line = session.line();
    requireRemote(line, source);
    if (line.parity) {
        verify::findTorchHelper();  // before the long part
    }
    plan::Options options = planOptions(session);
    if (source.variant != nullptr) {
        options.variant = source.variant->name;
    }
    if (!source.isRemote()) {
        return convertFile(session, source.path, options, {}, false);
    }
    return isStreamed(line) ? convertStreamed(session, source, options) : convertKept(session, source, options);
}

}  // namespace wb::cli
