#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "app/cli/verify_output.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

std::string reportJson(const verify::Report& report)
{
    Json checks = Json::array();
    for (const verify::Check& check : report.checks) {
        checks.push_back({{"name", check.name}, {"ok", check.ok}, {"detail", check.detail}, {"part", textOrNull(check.part)}});
    }
    Json json = document();
    if (report.ok) {
        json["ok"] = true;
    }
    json["tensors"] = report.tensors;
    json["checks"] = std::move(checks);
    return text(json);
}

std::string reportText(const verify::Report& report)
{
    std::vector<std::vector<std::string>> rows{{"check", "", "detail"}};
    for (const verify::Check& check : report.checks) {
        rows.push_back({check.name, check.ok ? "ok" : "FAILED", printable(check.detail)});
    }
    return textTable({Align::Left, Align::Left, Align::Left}, rows) + fmt::format("{}: {} tensors\n", report.ok ? "ok" : "FAILED", report.tensors);
}

}  // namespace

std::optional<Error> failedCheck(const verify::Report& report, const std::string& folder)
{
    try {
        job::requireVerified(report, folder);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

CommandResult verifyCommand(Session& session)
{
    const CommandLine& line = session.line();
    const std::vector<mapping::KeyEdit> edits = readEdits(session);
    verify::Report report;
    session.withProgress([&] {
        if (line.against.empty()) {
            report = job::verifyFolder(line.source, session.job());
        } else {
            report = job::verifyAgainst(line.source, job::inspect(line.against, line.stateDict, session.job()), edits, session.job());
        }
    });
    return {session.wantsJson() ? reportJson(report) : reportText(report), failedCheck(report, line.source)};
}

}  // namespace wb::cli
