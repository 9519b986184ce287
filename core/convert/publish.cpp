#include "core/convert/publish.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/convert/standing.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace wb::convert {

namespace {

plan::WrittenFile written(const std::string& name, uint64_t bytes, const std::string& sha256)
{
    plan::WrittenFile file;
    file.name = name;
    file.bytes = bytes;
    file.sha256 = sha256;
    return file;
}

void addFiles(const plan::Plan& plan, const JournalState& journal, plan::ConversionReport& report)
{
    for (uint32_t i = 0; i < plan.weightFiles.size(); ++i) {
        const plan::PlannedFile& file = plan.weightFiles[i];
        report.files.push_back(written(file.name, file.bytes, journal.files.at(i).sha256));
        if (file.format == plan::Format::Pth) {
            report.pthName = file.name;
        }
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        report.files.push_back(written(file.name, file.text.size(), Sha256::of(file.text)));
    }
}

void addTensors(const plan::Plan& plan, const JournalState& journal, plan::ConversionReport& report)
{
    uint64_t overflowed = 0;
    for (uint32_t i = 0; i < plan.tensors.size(); ++i) {
        const plan::PlannedTensor& planned = plan.tensors[i];
        const TensorRecord& record = journal.tensors.at(i);
        plan::ReportedTensor& tensor = report.tensors.emplace_back();
        tensor.destination = planned.destination;
        tensor.source = plan.source.tensors[planned.source].key;
        tensor.dtype = tensor::dtypeName(planned.dtype);
        tensor.xxh3 = record.xxh3;
        tensor.overflowed = record.overflowed;
        overflowed += record.overflowed;
    }
    if (overflowed > 0) {
        report.warnings.push_back(fmt::format("overflow:{}", overflowed));
    }
}

void removeOlderResult(const plan::Plan& plan, const OutputPaths& paths)
{
    io::removeFile(paths.inFolder(plan::reportName));
    std::vector<std::string> names = io::listFolder(paths.folder());
    for (const plan::PlannedFile& file : plan.weightFiles) {
        std::erase(names, file.name);
    }
    for (const std::string& name : names) {
        const std::string path = paths.inFolder(name);
        if (isWeightName(name) && !io::isFolder(path)) {
            io::removeFile(path);
        }
    }
}

bool isSource(const plan::Plan& plan, const std::string& path)
{
    return std::any_of(plan.source.files.begin(), plan.source.files.end(),
                       [&](const tensor::SourceFile& file) { return io::isSameFile(file.path, path); });
}

// The .pth of an older result holds other values: it goes where the folder's own report names it and this plan writes none.
void removeOlderPth(const plan::Plan& plan, const OutputPaths& paths)
{
    const std::string report = paths.inFolder(plan::reportName);
    const std::string pth = paths.folder() + ".pth";
    if (plan.options.format != plan::Format::Safetensors || !io::fileBytes(report) || !io::fileBytes(pth) || isSource(plan, pth)) {
        return;
    }
    try {
        const Limits limits;
        if (plan::reportFromJson(io::readSmallFile(report, limits.jsonBytes), limits).pthName == io::fileName(pth)) {
            io::removeFile(pth);
        }
    } catch (const Error& error) {
        if (error.exitCode() != ExitCode::Refused) {
            throw;
        }
        // Not a report of ours: then the .pth is none of ours either.
    }
}

void publishText(const OutputPaths& paths, const std::string& name, std::string_view text)
{
    io::writeFileAtomically(paths.inWork(name), text);
    io::publish(paths.inWork(name), paths.inFolder(name));
}

}  // namespace

plan::ConversionReport makeReport(const plan::Plan& plan, const JournalState& journal)
{
    plan::ConversionReport report;
    report.version = version();
    report.fingerprint = plan.fingerprint;
    if (!plan.source.files.empty()) {
        report.sourceName = io::fileName(plan.source.files.front().path);
    }
    for (const tensor::SourceFile& file : plan.source.files) {
        report.sourceBytes += file.bytes;
    }
    report.container = tensor::containerName(plan.source.container);
    report.stateDict = plan.source.stateDict;
    report.variant = plan.map.variant;
    report.naming = plan.detection.architecture.naming;
    report.format = plan::formatName(plan.options.format);
    report.counts = plan.map.counts();
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        if (row.status == mapping::Status::Dropped && row.source) {
            report.dropped.push_back(*row.source);
        }
    }
    report.warnings = plan.warnings;
    addFiles(plan, journal, report);
    addTensors(plan, journal, report);
    return report;
}

void publishResult(const plan::Plan& plan, const plan::ConversionReport& report, bool overwrite, WorkFolder& work)
{
    const OutputPaths& paths = work.paths();
    if (!work.journal().state().publishing) {
        if (!overwrite) {
            requireEmpty(plan, paths);
        }
        work.journal().publishing();
    }
    removeOlderPth(plan, paths);
    removeOlderResult(plan, paths);
    for (const plan::PlannedFile& file : plan.weightFiles) {
        if (io::exists(paths.part(file))) {  // else an earlier run gave it its name
            io::publish(paths.part(file), paths.final(file));
        }
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        publishText(paths, file.name, file.text);
    }
    publishText(paths, plan::reportName, plan::reportToJson(report));
}

}  // namespace wb::convert
