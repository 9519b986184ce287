#include "ui/command_line.h"

#include "ui/format.h"
#include "ui/session.h"

#include "core/base/shell.h"

#include <fmt/format.h>

namespace wb::ui {

namespace {

constexpr std::string_view program = "weightbridge-cli";
constexpr std::string_view secretAddress = "\"$ADDRESS\"";

void addOptions(const QueueEntry& entry, const std::string& keyMapFile, std::string& line)
{
    const plan::Options& options = entry.options;
    const auto add = [&line](std::string_view option, std::string_view value) { line += fmt::format(" {} {}", option, shellQuoted(value)); };
    add("--out", options.outputFolder);
    if (!options.variant.empty()) {
        add("--variant", options.variant);
    }
    if (options.format != plan::Format::Safetensors) {
        add("--format", plan::formatName(options.format));
    }
    if (options.dtype) {
        add("--dtype", plan::dtypeOption(*options.dtype));
    }
    if (options.shardBytes != plan::Options{}.shardBytes) {
        add("--shard-size", std::to_string(options.shardBytes));
    }
    if (!options.edits.empty()) {
        add("--keymap", keyMapFile);
    }
    if (entry.overwrite) {
        line += " --overwrite";
    }
}

// A local file that begins with a dash is no option.
std::string fileWord(const std::string& path)
{
    return shellQuoted(path.starts_with('-') ? "./" + path : path);
}

QueueEntry describe(const Session& session)
{
    QueueEntry entry;
    entry.options = session.options();
    entry.overwrite = session.overwrite();
    if (session.published()) {
        entry.address = session.published()->address;
        entry.way = session.published()->way;
        entry.keepFolder = session.published()->folder;
        entry.fileName = pathFromBytes(session.published()->source.fileName);
    }
    if (!session.published()) {
        entry.path = session.sourcePath();
    }
    return entry;
}

}  // namespace

std::string convertCommand(const QueueEntry& entry, const std::string& keyMapFile)
{
    if (!entry.options.edits.empty() && keyMapFile.empty()) {
        return {};
    }
    std::string line;
    std::string source = fileWord(pathBytes(entry.path));
    std::string way;
    if (entry.isPublished()) {
        const bool isNamed = !entry.address.isEmpty() && isStorable(entry.address);
        source = isNamed ? shellQuoted(entry.address.toStdString()) : std::string(secretAddress);
        way = " --stream";
    }
    if (entry.isPublished() && entry.way == job::Way::Keep) {
        const std::string folder = pathBytes(entry.keepFolder);
        line = fmt::format("{} download {} --to {} && ", program, source, shellQuoted(folder));
        source = fileWord(folder + '/' + pathBytes(entry.fileName));
        way.clear();
    }
    line += fmt::format("{} convert {}", program, source);
    addOptions(entry, keyMapFile, line);
    return line + way;
}

std::string verifyCommand(const std::string& folder, const std::string& source, const verify::ParityOptions& parity)
{
    std::string line = fmt::format("{} verify {} --against {} --parity", program, fileWord(folder), shellQuoted(source));
    if (!parity.image.empty()) {
        line += " --image " + shellQuoted(parity.image);
    } else if (parity.seed != 0) {
        line += fmt::format(" --seed {}", parity.seed);
    }
    if (parity.size) {
        line += fmt::format(" --size {}", *parity.size);
    }
    if (parity.tolerance) {
        line += fmt::format(" --tolerance {}", *parity.tolerance);
    }
    return line;
}

std::string publishCommand(const job::PublishOptions& options)
{
    std::string line = fmt::format("{} publish {} --to {}", program, fileWord(options.folder), shellQuoted(options.repository));
    if (options.pullRequest) {
        line += " --pr";
    } else if (options.revision != "main") {
        line += " --revision=" + shellQuoted(options.revision);
    }
    if (options.visibility != job::Visibility::Keep) {
        line += options.visibility == job::Visibility::Public ? " --public" : " --private";
    }
    if (!options.message.empty()) {
        line += " --message=" + shellQuoted(options.message);
    }
    if (!options.licence.empty()) {
        line += " --licence=" + shellQuoted(options.licence);
    }
    return line;
}

std::string commandOf(const Session& session, const std::string& keyMapFile)
{
    if (session.isPublishing() && session.publishing().plan) {
        return publishCommand(session.publishing().plan->options);
    }
    if (!session.hasSource()) {
        const auto entry = entryOf(session);
        return entry ? convertCommand(*entry) : std::string();
    }
    if (session.state() == Session::State::Comparing && session.outcome()) {
        return verifyCommand(session.outcome()->converted.folder, pathBytes(session.sourcePath()), {});
    }
    return convertCommand(describe(session), keyMapFile);
}

}  // namespace wb::ui
