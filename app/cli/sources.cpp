#include "app/cli/sources.h"

#include "app/cli/error_sentences.h"
#include "app/cli/source_way.h"
#include "core/base/near_names.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/catalogue_index.h"
#include "core/job/labels_file.h"
#include "core/job/pipeline.h"
#include "core/job/reference_run.h"
#include "core/job/streamed_publish.h"
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

Error notFound(const std::string& text)
{
    return Error(ErrorCode::NotFound).file(shownAddress(text)).with("near", fmt::format("{}", fmt::join(nearNames(text, job::variantNames()), ", ")));
}

// What has a variant's name here is not the source where it is the result, of an earlier run perhaps, or where nothing of this machine can be meant.
bool isPublishedMeant(const CommandLine& line, const std::string& text)
{
    if (line.verb == Verb::Download || line.stream || !line.keepSource.empty()) {
        return true;
    }
    return !line.out.empty() && io::isFolder(text) && (io::isSameFile(text, line.out) || io::isSameFile(text, io::join(line.out, text)));
}

}  // namespace

job::Source nameSource(Session& session, const std::string& text)
{
    const mapping::Variant* const variant = job::variantNamed(text);
    if (variant != nullptr && isPublishedMeant(session.line(), text)) {
        return job::publishedSource(*variant, session.network());
    }
    job::Source source = job::nameSource(text, io::exists(text) ? net::Settings{} : session.network());
    if (!source.isRemote() && !io::exists(source.path)) {
        if (variant == nullptr) {
            throw notFound(text);
        }
        source.variant = variant;
    }
    return source;
}

NamedSource openSource(Session& session)
{
    NamedSource named;
    named.source = nameSource(session, session.line().source);
    requireRemote(session.line(), named.source);
    named.variant = named.source.variant;
    if (named.variant != nullptr && !session.line().online) {
        named.index = job::catalogueIndex(job::familyOf(named.variant->architecture), *named.variant);
    } else if (named.source.isRemote()) {
        named.look = lookInside(session, named.source);
        named.index = std::exchange(named.look->index, {});
    } else {
        session.withProgress([&] { named.index = job::inspect(named.source.path, session.line().stateDict, session.job()); });
    }
    return named;
}

job::Look lookInside(Session& session, const job::Source& source)
{
    job::Look look;
    session.withProgress([&] { look = job::lookInside(source, session.line().stateDict, session.network(), session.job()); });
    session.note(lookText(look));
    return look;
}

std::string lookText(const job::Look& look)
{
    std::string text = fmt::format("{}: {}", printable(look.facts.host), formatByteSize(look.facts.bytes));
    if (!look.facts.lastModified.empty()) {
        text += ", last changed " + printable(look.facts.lastModified);
    }
    return text + fmt::format("; {} request{}, {} read", look.requests, look.requests == 1 ? "" : "s", formatByteSize(look.bytesRead));
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
    options.outputFolder = io::absolutePath(line.out.empty() ? job::streamingFolder(line.push.repository) : line.out);
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
        .file(shownAddress(source))
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
