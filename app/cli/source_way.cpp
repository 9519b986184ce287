#include "app/cli/source_way.h"

#include "app/cli/json_output.h"
#include "app/cli/shared_options.h"
#include "core/base/checked.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/job/reference_run.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wb::cli {

uint64_t SourceWay::downloadBytes() const noexcept
{
    if (isStreamed()) {
        return sourceBytes;
    }
    return kept.whole ? 0 : sourceBytes - std::min(sourceBytes, kept.bytes);
}

bool SourceWay::canKeep() const noexcept
{
    if (choice.oneFileSystem) {
        const auto both = checkedAdd(choice.sourceBytes, choice.resultBytes);
        return both && *both <= choice.resultFree;
    }
    return choice.sourceBytes <= choice.sourceFree && choice.resultBytes <= choice.resultFree;
}

bool SourceWay::canStream() const noexcept
{
    return choice.reason != "backward" && choice.resultBytes <= choice.resultFree;
}

bool isStreamed(const CommandLine& line) noexcept
{
    return line.stream || (line.noLocalCopy && line.keepSource.empty());
}

plan::Keeping keepingOf(const CommandLine& line) noexcept
{
    return line.noLocalCopy ? plan::Keeping::TwoFiles : plan::Keeping::All;
}

std::string keepFolderOf(const CommandLine& line, const job::Source& source)
{
    return job::keepFolderFor(source, line.keepSource.empty() ? job::defaultSourceFolder() : io::absolutePath(line.keepSource));
}

SourceWay sourceWayOf(const CommandLine& line, const plan::Plan& plan, const job::Source& source, uint64_t sourceBytes)
{
    SourceWay way;
    const std::string folder = keepFolderOf(line, source);
    way.choice = job::chooseWay(plan, source, folder, keepingOf(line));
    way.choice.keepFolder = folder;
    way.kept = job::keptOf(source, folder);
    way.sourceBytes = sourceBytes;
    way.choice.way = isStreamed(line) ? job::Way::Stream : job::Way::Keep;
    const bool isBackward = way.choice.reason == "backward";  // stands in the way of --stream, so it stays known
    if (!isBackward && (isStreamed(line) || !line.keepSource.empty())) {
        way.choice.reason = "asked";
    }
    return way;
}

std::optional<Error> roomError(const SourceWay& way)
{
    const job::WayChoice& choice = way.choice;
    const bool isResultShort = !choice.oneFileSystem && choice.sourceBytes <= choice.sourceFree;  // core says so itself
    if (way.isStreamed() || way.canKeep() || isResultShort) {
        return std::nullopt;
    }
    Error error(ErrorCode::NotEnoughSpace);
    error.with("path", choice.keepFolder).with("needed", choice.sourceBytes + (choice.oneFileSystem ? choice.resultBytes : 0));
    error.with("free", choice.oneFileSystem ? choice.resultFree : choice.sourceFree);
    if (way.canStream()) {
        error.with("problem", "stream-fits");
    }
    return error;
}

void requireStreamable(const SourceWay& way)
{
    if (way.isStreamed() && way.choice.reason == "backward") {
        throw usageError(
            "the tensors of this file cannot be read in one pass, so it cannot be converted while it comes: leave out --stream, or keep\n"
            "the source with --keep-source DIR");
    }
}

std::string wayText(const SourceWay& way)
{
    const std::string size = formatByteSize(way.sourceBytes);
    if (way.isStreamed()) {
        return fmt::format("source   {}, converted while it comes and never stored\ndownload {}\n", size, formatByteSize(way.downloadBytes()));
    }
    std::string text =
        fmt::format("source   {}, kept in {}: {} needed, {} free\ndownload {}", size, printable(way.choice.keepFolder, 4200),
                    formatByteSize(way.choice.sourceBytes), formatByteSize(way.choice.sourceFree), formatByteSize(way.downloadBytes()));
    if (way.kept.whole) {
        text += ", it is there";
    } else if (way.kept.bytes > 0) {
        text += fmt::format(", {} are there", formatByteSize(way.kept.bytes));
    }
    if (!way.canKeep() && way.canStream()) {
        text += "\nhint     there is no room for source and result together; with --stream there would be";
    }
    return text + "\n";
}

std::string wayMembers(const SourceWay& way)
{
    const Json json{{"source_way", way.isStreamed() ? "stream" : "keep"},
                    {"source_way_reason", textOrNull(way.choice.reason)},
                    {"keep_folder", way.isStreamed() ? Json() : Json(way.choice.keepFolder)},
                    {"source_bytes", way.sourceBytes},
                    {"source_kept", way.kept.whole ? way.sourceBytes : way.kept.bytes},
                    {"source_disk_needed", way.isStreamed() ? 0 : way.choice.sourceBytes},
                    {"source_free", way.choice.sourceFree}};
    const std::string object = text(json);
    return object.substr(1, object.size() - 2);
}

void requireRemote(const CommandLine& line, const job::Source& source)
{
    if (source.isRemote() || source.variant != nullptr) {
        return;
    }
    const char* const option = line.stream ? "--stream" : "--keep-source";
    if (line.stream || !line.keepSource.empty()) {
        throw usageError(fmt::format("{} is for a source that is fetched, but {} is on this machine", option, source.shown));
    }
}

}  // namespace wb::cli
