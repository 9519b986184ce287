#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/parity_output.h"
#include "app/cli/sources.h"
#include "app/cli/verify_output.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"
#include "core/mapping/key_map_file.h"
#include "core/verify/torch_helper.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

CommandResult incomplete(Session& session, const plan::Plan& plan)
{
    session.note(problemRows(plan.map));
    std::string output;
    if (session.wantsJson()) {
        output = withMembers(text(document()), mapping::keyMapFieldsToJson(plan.map));
    }
    return {output, mapError(plan.map, session.line().source)};
}

std::string convertJson(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report, bool ok)
{
    Json files = Json::array();
    for (const plan::WrittenFile& file : converted.files) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    Json json = document();
    if (ok) {
        json["ok"] = true;
    }
    json["folder"] = converted.folder;
    json["files"] = std::move(files);
    json["counts"] = countsObject(plan.map.counts());
    json["resumed"] = converted.resumed;
    json["seconds"] = converted.seconds;
    json["already_done"] = converted.alreadyDone;
    json["overflowed"] = converted.overflowed;
    json["verified"] = report ? Json(report->ok) : Json();
    json["detected"] = architectureObject(plan.detection.architecture);
    json["warnings"] = plan.warnings;
    return text(json);
}

std::string convertText(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report)
{
    uint64_t bytes = 0;
    for (const plan::WrittenFile& file : converted.files) {
        bytes += file.bytes;
    }
    std::string out = converted.alreadyDone ? std::string("already there and kept")
                                            : fmt::format("{} in {:.1f} s{}", formatByteSize(bytes), converted.seconds,
                                                          converted.resumed ? ", continued from an earlier run" : "");
    out += fmt::format("; {}", countsText(plan.map.counts()));
    if (report) {
        out += report->ok ? fmt::format("; {} tensors verified", report->tensors) : "; verification failed";
    }
    return out + "\n" + converted.folder + "\n";
}

void noteResult(const Session& session, const plan::Plan& plan, const convert::Result& converted)
{
    if (converted.overflowed > 0) {
        session.warning(fmt::format("{} values became infinite in {}", converted.overflowed,
                                    plan.options.dtype ? tensor::dtypeName(*plan.options.dtype) : "the result"));
    }
    for (const plan::PlannedFile& file : plan.weightFiles) {
        if (file.format == plan::Format::Pth) {
            session.note("also wrote " + printable(plan.pathOf(file), 4200));
        }
    }
}

std::string outputOf(const Session& session, const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report,
                     bool ok)
{
    return session.wantsJson() ? convertJson(plan, converted, report, ok) : convertText(plan, converted, report);
}

// A comparison that cannot be made is an error beside the result, which stays.
void addParity(Session& session, const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report,
               CommandResult& result)
{
    try {
        const verify::ParityOutcome parity = runParity(session, session.line().source, converted.folder);
        result.error = parity.error;
        result.output = withParity(session, outputOf(session, plan, converted, report, !result.error), parity.report);
    } catch (const Error& error) {
        result.error = error;
        result.output = outputOf(session, plan, converted, report, false);
    }
}

}  // namespace

CommandResult convertCommand(Session& session)
{
    const CommandLine& line = session.line();
    if (line.dryRun) {
        return planCommand(session);
    }
    if (line.parity) {
        verify::findTorchHelper();  // before the long part
    }
    const plan::Options options = planOptions(session);
    tensor::TensorIndex index;
    session.withProgress([&] { index = job::inspect(line.source, line.stateDict, session.job()); });
    const plan::Plan plan = job::makePlan(std::move(index), options, session.job());
    warnOf(session, plan);
    if (!plan.map.isComplete() && plan.source.calls.empty()) {
        return incomplete(session, plan);
    }
    convert::ConvertOptions convertOptions;
    convertOptions.overwrite = line.overwrite;
    convert::Result converted;
    std::optional<verify::Report> report;
    session.withProgress([&] {
        converted = job::run(plan, convertOptions, false, session.job()).converted;
        if (!line.noVerify || converted.alreadyDone) {  // what was there before is kept only after a check
            report = job::verifyFolder(converted.folder, session.job());
        }
    });
    noteResult(session, plan, converted);
    CommandResult result;
    if (report) {
        result.error = failedCheck(*report, converted.folder);
    }
    if (line.parity && !result.error) {
        addParity(session, plan, converted, report, result);
    } else {
        result.output = outputOf(session, plan, converted, report, !result.error);
    }
    return result;
}

}  // namespace wb::cli
