#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/parity_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "app/cli/verify_output.h"
#include "core/base/text.h"
#include "core/io/output_file.h"
#include "core/job/pipeline.h"
#include "core/job/report_html.h"
#include "core/verify/torch_helper.h"

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

void addParityCheck(verify::Report& report, const verify::ParityReport& parity)
{
    report.checks.push_back({"parity", parity.ok, parityDetail(parity), parity.firstOver.value_or("")});
    report.ok = report.ok && parity.ok;
}

// Adds a check to the report. Where the folder has failed another one already, that error stays, also when it keeps the outputs from being compared.
std::optional<verify::ParityReport> compareOutputs(Session& session, verify::Report& report, std::optional<Error>& error)
{
    try {
        verify::ParityOutcome outcome = runParity(session, session.line().against, session.line().source);
        addParityCheck(report, outcome.report);
        error = error ? error : outcome.error;
        return std::move(outcome.report);
    } catch (const Error& failure) {
        error = error ? error : failure;
        return std::nullopt;
    }
}

// Also of a folder that failed: what is wrong stands in it.
void writeHtml(Session& session, const verify::Report& report, const std::optional<verify::ParityReport>& parity)
{
    const CommandLine& line = session.line();
    job::ResultReport page = job::readResultReport(line.source, session.job().limits);
    page.verified = report;
    page.parity = parity;
    io::writeFileAtomically(line.html, job::reportHtml(page));
    session.note("wrote " + printable(line.html, 4200));
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
    if (line.parity) {
        verify::findTorchHelper();  // before the long part
    }
    const std::vector<mapping::KeyEdit> edits = readEdits(session);
    verify::Report report;
    session.withProgress([&] {
        if (line.against.empty()) {
            report = job::verifyFolder(line.source, session.job());
        } else {
            report = job::verifyAgainst(line.source, job::inspect(line.against, line.stateDict, session.job()), edits, session.job());
        }
    });
    CommandResult result;
    result.error = failedCheck(report, line.source);
    std::optional<verify::ParityReport> parity;
    if (line.parity) {
        parity = compareOutputs(session, report, result.error);
    }
    if (!line.html.empty()) {
        writeHtml(session, report, parity);
    }
    result.output = session.wantsJson() ? reportJson(report) : reportText(report);
    if (parity) {
        result.output = withParity(session, result.output, *parity);
    }
    return result;
}

}  // namespace wb::cli
