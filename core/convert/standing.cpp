#include "core/convert/standing.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace wb::convert {

namespace {

Error wouldOverwrite(const std::string& path, std::string_view problem)
{
    return Error(ErrorCode::WouldOverwrite).file(path).with("problem", problem);
}

bool isRealFolder(const std::string& path) noexcept
{
    std::error_code ignored;
    return std::filesystem::symlink_status(path, ignored).type() == std::filesystem::file_type::directory;
}

// Everything in DIR but the work folder.
std::vector<std::string> otherNames(const OutputPaths& paths)
{
    std::vector<std::string> names;
    if (io::exists(paths.folder())) {
        names = io::listFolder(paths.folder());
        std::erase(names, std::string(OutputPaths::workName));
    }
    return names;
}

// The first thing in the way; empty when there is none.
std::string obstacle(const plan::Plan& plan, const OutputPaths& paths, bool partsToo)
{
    const std::vector<std::string> names = otherNames(paths);
    if (!names.empty()) {
        return paths.inFolder(names.front());
    }
    for (const plan::PlannedFile& file : plan.weightFiles) {
        if (io::exists(paths.final(file))) {
            return paths.final(file);
        }
        if (partsToo && file.format == plan::Format::Pth && io::exists(paths.part(file))) {
            return paths.part(file);
        }
    }
    return {};
}

plan::ConversionReport readReport(const std::string& path, const Limits& limits)
{
    try {
        return plan::reportFromJson(io::readSmallFile(path, limits.jsonBytes), limits);
    } catch (const Error& error) {
        if (error.exitCode() != ExitCode::Refused) {
            throw;
        }
        throw wouldOverwrite(path, "damaged-result");
    }
}

void requireSize(const std::string& path, uint64_t bytes)
{
    const std::optional<uint64_t> found = io::fileBytes(path);
    if (!found) {
        throw wouldOverwrite(path, "incomplete-result");
    }
    if (found != bytes) {
        throw wouldOverwrite(path, "damaged-result").with("expected", bytes);
    }
}

plan::ConversionReport requireFinished(const plan::Plan& plan, const OutputPaths& paths, const Limits& limits)
{
    const std::string path = paths.inFolder(plan::reportName);
    const plan::ConversionReport report = readReport(path, limits);
    if (report.fingerprint != plan.fingerprint) {
        throw wouldOverwrite(paths.folder(), "other-plan");
    }
    for (const plan::PlannedFile& file : plan.weightFiles) {
        requireSize(paths.final(file), file.bytes);
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        requireSize(paths.inFolder(file.name), file.text.size());
    }
    return report;
}

}  // namespace

void requireNotTheSource(const plan::Plan& plan, const OutputPaths& paths)
{
    std::vector<std::string> touched = paths.allFinal(plan);
    for (const plan::PlannedFile& file : plan.weightFiles) {
        touched.push_back(paths.part(file));
    }
    if (io::isFolder(paths.folder())) {
        for (const std::string& name : otherNames(paths)) {
            if (isWeightName(name)) {
                touched.push_back(paths.inFolder(name));
            }
        }
    }
    touched.push_back(paths.folder());
    for (const tensor::SourceFile& source : plan.source.files) {
        if (tensor::isAddress(source.path)) {
            continue;
        }
        for (const std::string& path : touched) {
            if (io::isSameFile(io::absolutePath(source.path), path)) {
                throw Error(ErrorCode::SameFile).file(source.path).with("path", path);
            }
        }
    }
}

void requireUsablePlaces(const plan::Plan& plan, const OutputPaths& paths)
{
    if (io::exists(paths.folder()) && !io::isFolder(paths.folder())) {
        throw Error(ErrorCode::NotAFolder).file(paths.folder());
    }
    if (io::exists(paths.work()) && !isRealFolder(paths.work())) {
        throw wouldOverwrite(paths.work(), "not-empty");
    }
    for (const std::string& path : paths.allFinal(plan)) {
        if (isRealFolder(path)) {  // no rename can replace it
            throw wouldOverwrite(path, "folder");
        }
    }
}

std::optional<plan::ConversionReport> lookAtPlaces(const plan::Plan& plan, const OutputPaths& paths, const std::optional<JournalState>& journal,
                                                   bool overwrite, const Limits& limits)
{
    const bool ours = journal && journal->fingerprint == plan.fingerprint;
    if (overwrite || (ours && journal->publishing)) {
        return std::nullopt;
    }
    if (journal && !ours) {
        throw wouldOverwrite(paths.folder(), "other-plan");
    }
    const std::string inTheWay = obstacle(plan, paths, !ours);
    if (inTheWay.empty()) {
        return std::nullopt;
    }
    if (ours || !io::exists(paths.inFolder(plan::reportName))) {
        throw wouldOverwrite(inTheWay, "not-empty");
    }
    return requireFinished(plan, paths, limits);
}

void requireEmpty(const plan::Plan& plan, const OutputPaths& paths)
{
    const std::string inTheWay = obstacle(plan, paths, false);
    if (!inTheWay.empty()) {
        throw wouldOverwrite(inTheWay, "not-empty");
    }
}

}  // namespace wb::convert
