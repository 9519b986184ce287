#include "app/cli/convert_queue.h"

#include "app/cli/convert_output.h"
#include "app/cli/error_sentences.h"
#include "app/cli/named_file.h"
#include "app/cli/shared_options.h"
#include "app/cli/source_way.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/io/folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace wb::cli {

namespace {

std::string withoutEnding(const std::string& name)
{
    constexpr std::string_view listEnding = ".safetensors.index.json";
    if (name.size() > listEnding.size() && name.ends_with(listEnding)) {
        return name.substr(0, name.size() - listEnding.size());
    }
    const size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::vector<QueueItem> namedItems(Session& session)
{
    std::vector<QueueItem> items;
    for (const std::string& text : session.line().sources) {
        QueueItem item;
        item.text = text;
        item.shown = shownAddress(text);
        item.name = withoutEnding(io::fileName(item.shown));
        try {
            item.source = nameSource(session, text);
            item.shown = item.source->variant != nullptr ? item.source->variant->name : item.source->shown;
            item.name = resultName(*item.source);
        } catch (const Error& error) {
            item.error = error;
        }
        if (item.source) {
            requireRemote(session.line(), *item.source);
        }
        item.conversion.folder = io::join(io::absolutePath(session.line().out), item.name);
        items.push_back(std::move(item));
    }
    requireOwnFolders(items);
    return items;
}

void convertItem(const Session& session, const CancelToken& cancel, QueueItem& item)
{
    CommandLine line = session.line();
    line.source = item.text;
    line.sources = {item.text};
    line.out = item.conversion.folder;
    try {
        Session own(line, cancel);
        Conversion conversion = convertSource(own, *item.source);
        item.error = conversion.result.error;
        item.conversion = std::move(conversion);
    } catch (const Error& error) {
        item.error = error;
    }
    if (item.error) {
        nameFile(*item.error, line);
    }
}

std::string stateText(const QueueItem& item)
{
    return item.error ? "failed" : item.conversion.alreadyDone ? "kept" : "converted";
}

}  // namespace

std::string resultName(const job::Source& source)
{
    if (source.variant != nullptr) {
        return source.variant->name;
    }
    const std::string path = source.isRemote() ? source.fileName : io::absolutePath(source.path);
    const std::string name = io::fileName(path);
    return !source.isRemote() && io::isFolder(path) ? name : withoutEnding(name);
}

void requireOwnFolders(const std::vector<QueueItem>& items)
{
    std::map<std::string, const QueueItem*> taken;
    for (const QueueItem& item : items) {
        const auto [other, isNew] = taken.emplace(item.name, &item);
        if (!isNew) {
            throw usageError(fmt::format("{} and {} would both become {}: convert them one by one, with an --out for each", other->second->shown,
                                         item.shown, item.name));
        }
    }
}

CommandResult convertQueue(Session& session)
{
    std::vector<QueueItem> items = namedItems(session);
    size_t number = 0;
    for (QueueItem& item : items) {
        ++number;
        if (!item.error) {
            session.note(fmt::format("converting {} ({} of {})", printable(item.shown, 1000), number, items.size()));
            convertItem(session, session.job().cancel, item);
        }
        session.job().cancel.throwIfCancelled();
    }
    return {session.wantsJson() ? queueJson(items) : queueText(items), queueError(items)};
}

std::string queueText(const std::vector<QueueItem>& items)
{
    std::vector<std::vector<std::string>> rows{{"name", "", "result"}};
    for (const QueueItem& item : items) {
        rows.push_back({printable(item.name), stateText(item), item.error ? sentenceOf(*item.error) : printable(item.conversion.folder, 4200)});
    }
    return textTable({Align::Left, Align::Left, Align::Left}, rows);
}

std::string queueJson(const std::vector<QueueItem>& items)
{
    Json results = Json::array();
    for (const QueueItem& item : items) {
        results.push_back({{"source", item.shown},
                           {"ok", !item.error},
                           {"state", stateText(item)},
                           {"folder", item.conversion.folder},
                           {"files", filesArray(item.conversion.files)},
                           {"error", item.error ? errorObject(*item.error) : Json()}});
    }
    Json json = document();
    if (!queueError(items)) {
        json["ok"] = true;
    }
    json["results"] = std::move(results);
    return text(json);
}

std::optional<Error> queueError(const std::vector<QueueItem>& items)
{
    std::optional<Error> first;
    uint64_t failed = 0;
    for (const QueueItem& item : items) {
        failed += item.error ? 1U : 0U;
        first = first ? first : item.error;
    }
    return failed < 2 ? first : Error(ErrorCode::QueueFailed).with("found", failed).with("expected", uint64_t{items.size()});
}

}  // namespace wb::cli
