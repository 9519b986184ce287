#include "core/job/result_report.h"

#include "core/base/error.h"
#include "core/base/shell.h"
#include "core/base/version.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/tensor/dtype.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wb::job {

namespace {

constexpr std::string_view byUser = "by the user";

std::string ruleText(const mapping::Reason& reason)
{
    if (reason.rule == "user") {
        return std::string(byUser);
    }
    return reason.pattern.empty() ? "rule " + reason.rule : fmt::format("rule {} ({})", reason.rule, reason.pattern);
}

bool isFloating(std::string_view dtype)
{
    constexpr std::array<std::string_view, 4> floating{"F64", "F32", "F16", "BF16"};
    return std::find(floating.begin(), floating.end(), dtype) != floating.end();
}

// The options that lead to the same result; a result that keeps the source's type needs no word for it.
std::string commandOf(const ResultReport& report, const std::string& source, std::optional<tensor::DType> dtype)
{
    std::vector<std::string> words{"weightbridge-cli", "convert", source, "--out", report.folder};
    const auto add = [&words](std::string_view option, const std::string& value) {
        words.emplace_back(option);
        words.push_back(value);
    };
    if (report.format != "safetensors") {
        add("--format", report.format);
    }
    if (dtype) {
        add("--dtype", std::string(plan::dtypeOption(*dtype)));
    }
    if (!report.edited.empty()) {
        add("--keymap", "MAP.keymap.json");
    }
    return shellLine(words);
}

// What the rules say of each key, where the model is one of the catalogue.
void explainKeys(const plan::ConversionReport& written, ResultReport& report)
{
    const mapping::Variant* variant = variantNamed(written.variant);
    mapping::Architecture architecture;
    if (variant != nullptr) {
        architecture = variant->architecture;
        architecture.naming = written.naming;
    }
    const auto placed = [&](const std::string& key) { return variant != nullptr ? familyOf(architecture).place(architecture, key) : std::nullopt; };
    for (const std::string& key : written.dropped) {
        const auto placement = placed(key);
        const bool byRule = placement && !placement->destination;
        report.dropped.push_back({key, {}, byRule ? ruleText(placement->reason) : variant != nullptr ? std::string(byUser) : std::string()});
    }
    for (const plan::ReportedTensor& tensor : written.tensors) {
        const auto placement = placed(tensor.source);
        if (variant != nullptr && written.counts.edited > 0 && (!placement || placement->destination != tensor.destination)) {
            const bool wasDropped = placement && !placement->destination;
            report.edited.push_back({tensor.source, tensor.destination,
                                     !placement   ? fmt::format("{}; no rule places it", byUser)
                                     : wasDropped ? fmt::format("{}; the rules leave it out", byUser)
                                                  : fmt::format("{}; the rules say {}", byUser, *placement->destination)});
        }
    }
}

}  // namespace

ResultReport reportOf(const plan::Plan& plan, const Outcome& outcome, const std::string& source)
{
    ResultReport report;
    report.sourceName = io::fileName(source);
    for (const tensor::SourceFile& file : plan.source.files) {
        report.sourceBytes += file.bytes;
    }
    report.container = tensor::containerName(plan.source.container);
    report.stateDict = plan.source.stateDict;
    report.variant = plan.map.variant;
    report.naming = plan.detection.architecture.naming;
    report.format = plan::formatName(plan.options.format);
    for (const plan::PlannedTensor& tensor : plan.tensors) {
        const std::string_view name = tensor::dtypeName(tensor.dtype);
        report.dtype = report.dtype.empty() && isFloating(name) ? std::string(name) : report.dtype;
    }
    report.folder = outcome.converted.folder;
    report.tensors = plan.tensors.size();
    report.counts = plan.map.counts();
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        if (row.status == mapping::Status::Dropped) {
            report.dropped.push_back({row.source.value_or(""), {}, ruleText(row.reason)});
        } else if (row.status == mapping::Status::Edited) {
            report.edited.push_back({row.source.value_or(""), row.destination.value_or(""), ruleText(row.reason)});
        }
    }
    report.files = outcome.converted.files;
    report.warnings = plan.warnings;
    report.fingerprint = plan.fingerprint;
    report.program = versionText("weightbridge", {});
    report.command = commandOf(report, source, plan.options.dtype);
    report.verified = outcome.verified;
    return report;
}

ResultReport readResultReport(const std::string& folder, const Limits& limits)
{
    const plan::ConversionReport written = plan::reportFromJson(io::readSmallFile(io::join(folder, plan::reportName), limits.jsonBytes), limits);
    ResultReport report;
    report.sourceName = written.sourceName;
    report.sourceBytes = written.sourceBytes;
    report.container = written.container;
    report.stateDict = written.stateDict;
    report.variant = written.variant;
    report.naming = written.naming;
    report.format = written.format;
    for (const plan::ReportedTensor& tensor : written.tensors) {
        report.dtype = report.dtype.empty() && isFloating(tensor.dtype) ? tensor.dtype : report.dtype;
    }
    report.folder = folder;
    report.tensors = written.tensors.size();
    report.counts = written.counts;
    explainKeys(written, report);
    report.files = written.files;
    report.warnings = written.warnings;
    report.fingerprint = written.fingerprint;
    report.program = versionText("weightbridge", {});
    // Whether a type was asked for is not in the file; F32 is mostly the source's own.
    const auto dtype = tensor::dtypeFromName(report.dtype);
    report.command = commandOf(report, written.sourceName, dtype == tensor::DType::F32 ? std::nullopt : dtype);
    return report;
}

}  // namespace wb::job
