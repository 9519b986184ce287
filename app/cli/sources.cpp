#include "app/cli/sources.h"

#include "app/cli/error_sentences.h"
#include "core/base/near_names.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/catalogue_index.h"
#include "core/job/labels_file.h"
#include "core/job/pipeline.h"
#include "core/mapping/key_map_file.h"

#include <fmt/format.h>

#include <utility>

namespace wb::cli {

namespace {

constexpr size_t mostRowsShown = 40;

std::string problemRow(const mapping::KeyMapRow& row)
{
    const std::string key = printable(row.source ? *row.source : row.destination.value_or(""));
    std::string text = fmt::format("  {} {} {}", mapping::statusName(row.status), key, tensor::shapeText(row.source ? row.sourceShape : row.shape));
    if (row.source && row.destination) {
        text += fmt::format(" -> {} {}", printable(*row.destination), tensor::shapeText(row.shape));
    }
    // Where the shapes agree, what else does not.
    if (row.reason.rule == "kind" && row.dtype) {
        text += fmt::format("; {} does not belong there", tensor::dtypeName(*row.dtype));
    } else if (row.reason.rule == "taken" && !row.reason.captures.empty()) {
        text += fmt::format("; {} has this place", printable(row.reason.captures.back().second));
    }
    if (!row.suggestions.empty()) {
        const mapping::Suggestion& best = row.suggestions.front();
        text += fmt::format("; perhaps {}{}", printable(best.destination), best.guess ? " (a guess by shape alone)" : "");
    }
    return text + "\n";
}

bool isProblem(mapping::Status status)
{
    return status == mapping::Status::Unmapped || status == mapping::Status::Missing || status == mapping::Status::Mismatched;
}

}  // namespace

NamedSource openSource(Session& session)
{
    const std::string& source = session.line().source;
    NamedSource named;
    if (io::exists(source)) {
        session.withProgress([&] { named.index = job::inspect(source, session.line().stateDict, session.job()); });
        return named;
    }
    std::vector<std::string> names;
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& variant : family->variants()) {
            if (variant.name == source) {
                named.variant = &variant;
                named.index = job::catalogueIndex(*family, variant);
                return named;
            }
            names.push_back(variant.name);
        }
    }
    throw Error(ErrorCode::NotFound).file(source).with("near", fmt::format("{}", fmt::join(nearNames(source, names), ", ")));
}

std::vector<mapping::KeyEdit> readEdits(Session& session)
{
    const std::string& file = session.line().keymapFile;
    if (file.empty()) {
        return {};
    }
    try {
        const Limits& limits = session.job().limits;
        return mapping::keyEditsFromJson(io::readSmallFile(file, limits.jsonBytes), limits);
    } catch (Error& error) {
        error.withDefault("file", file);
        throw;
    }
}

void requireMapOrNothing(const std::string& path, const Limits& limits)
{
    if (!io::exists(path)) {
        return;
    }
    try {
        mapping::keyEditsFromJson(io::readSmallFile(path, limits.jsonBytes), limits);
    } catch (const Error&) {
        throw Error(ErrorCode::WouldOverwrite).file(path);
    }
}

plan::Options planOptions(Session& session)
{
    const CommandLine& line = session.line();
    plan::Options options;
    options.outputFolder = io::absolutePath(line.out);
    options.variant = line.variant;
    options.format = line.format;
    options.dtype = line.dtype;
    options.shardBytes = line.shardBytes;
    options.edits = readEdits(session);
    if (!line.labelsFile.empty()) {
        options.labels = job::readLabels(line.labelsFile, session.job().limits);
    }
    return options;
}

std::string problemRows(const mapping::KeyMap& map)
{
    std::string text;
    size_t problems = 0;
    for (const mapping::KeyMapRow& row : map.rows) {
        if (isProblem(row.status) && ++problems <= mostRowsShown) {
            text += problemRow(row);
        }
    }
    if (problems > mostRowsShown) {
        text += fmt::format("  … and {} more: keymap SOURCE shows all of them\n", problems - mostRowsShown);
    }
    return text;
}

Error mapError(const mapping::KeyMap& map, const std::string& source)
{
    const mapping::Counts counts = map.counts();
    return Error(ErrorCode::MapIncomplete)
        .file(source)
        .with("unmapped", counts.unmapped)
        .with("missing", counts.missing)
        .with("mismatched", counts.mismatched);
}

void warnOf(const Session& session, const mapping::Detection& detection)
{
    for (const mapping::Disagreement& disagreement : detection.disagreements) {
        session.warning(fmt::format("{}: the variant says {}, the file has {}; the file counts", printable(disagreement.setting),
                                    printable(disagreement.variant), printable(disagreement.file)));
    }
}

void warnOf(const Session& session, const plan::Plan& plan)
{
    warnOf(session, plan.detection);
    for (const std::string& warning : plan.source.warnings) {
        session.warning(warningWords(warning));
    }
    for (const std::string& name : plan.source.opaque) {
        session.note(fmt::format("left out: an object of {}", printable(name)));
    }
}

std::string countsText(const mapping::Counts& counts)
{
    std::string text = fmt::format("{} mapped, {} dropped", counts.mapped, counts.dropped);
    for (const auto& [count, word] : {std::pair{counts.edited, "edited"}, std::pair{counts.unmapped, "unmapped"},
                                      std::pair{counts.missing, "missing"}, std::pair{counts.mismatched, "mismatched"}}) {
        if (count > 0) {
            text += fmt::format(", {} {}", count, word);
        }
    }
    return text;
}

}  // namespace wb::cli
