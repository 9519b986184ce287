#include "app/cli/publish_output.h"

#include "app/cli/text_table.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace wb::cli {

namespace {

using Way = job::PublishFile::Way;

const char* wayName(Way way) noexcept
{
    switch (way) {
    case Way::Send:
        return "send";
    case Way::There:
        return "there";
    case Way::Inline:
        return "inline";
    case Way::Ignored:
        break;
    }
    return "ignored";
}

const char* wayWords(Way way) noexcept
{
    switch (way) {
    case Way::Send:
        return "to send";
    case Way::There:
        return "already there";
    case Way::Inline:
        return "in the commit";
    case Way::Ignored:
        break;
    }
    return "left out: the repository's .gitignore names it";
}

const char* sourceName(hub::TokenSource source) noexcept
{
    switch (source) {
    case hub::TokenSource::None:
        return "";
    case hub::TokenSource::Environment:
        return "environment";
    case hub::TokenSource::Keychain:
        return "keychain";
    case hub::TokenSource::File:
        break;
    }
    return "file";
}

// `isMade`: the files of a publication, not of a plan.
Json filesOf(const std::vector<job::PublishFile>& files, bool isMade)
{
    Json list = Json::array();
    for (const job::PublishFile& file : files) {
        const bool isSent = isMade && (file.way == Way::Send || file.way == Way::Inline);
        list.push_back(
            {{"name", file.name}, {"bytes", file.bytes}, {"sha256", textOrNull(file.sha256)}, {"sent", isSent}, {"way", wayName(file.way)}});
    }
    return list;
}

std::string targetText(const job::PublishPlan& plan)
{
    std::string text = fmt::format("{} ({}{})", printable(plan.options.repository), plan.repositoryExists ? "" : "new, ",
                                   plan.isPrivate ? "private" : "public: everybody can read it");
    if (plan.options.pullRequest) {
        return text + ", as a pull request to " + printable(plan.options.revision);
    }
    return plan.options.revision == "main" ? text : text + ", revision " + printable(plan.options.revision);
}

uint64_t bytesOf(const std::vector<job::PublishFile>& files)
{
    uint64_t bytes = 0;
    for (const job::PublishFile& file : files) {
        bytes += file.way == Way::Ignored ? 0 : file.bytes;
    }
    return bytes;
}

}  // namespace

std::string userText(const job::TokenStatus& status)
{
    return status.role.empty() ? printable(status.user) : fmt::format("{} ({})", printable(status.user), printable(status.role));
}

std::string statusText(const job::TokenStatus& status, const hub::FoundToken& found)
{
    std::string text = fmt::format("user   {}\ntoken  from {}\n", userText(status), printable(found.place, 4200));
    std::vector<std::string> owners;
    for (const std::string& owner : status.owners) {
        owners.push_back(printable(owner));
    }
    return text + fmt::format("writes {}\n", owners.empty() ? std::string("nothing") : fmt::format("{}", fmt::join(owners, ", ")));
}

std::string statusJson(const job::TokenStatus& status, const hub::FoundToken& found, const std::string& endpoint)
{
    Json json = document();
    json["ok"] = true;
    json["user"] = textOrNull(status.user);
    json["role"] = textOrNull(status.role);
    json["owners"] = status.owners;
    json["source"] = textOrNull(sourceName(found.source));
    json["place"] = textOrNull(found.place);
    json["endpoint"] = endpoint;
    return text(json);
}

std::string publishPlanText(const job::PublishPlan& plan)
{
    std::vector<std::vector<std::string>> rows{{"file", "bytes", ""}};
    for (const job::PublishFile& file : plan.files) {
        const bool isKnown = file.bytes > 0 || !file.sha256.empty();
        rows.push_back({printable(file.name), isKnown ? formatByteSize(file.bytes) : "", wayWords(file.way)});
    }
    std::string text = fmt::format("to       {}\nas       {}\n", targetText(plan), userText(plan.token));
    text += fmt::format("licence  {}\n", plan.licence.empty() ? std::string("none is stated") : printable(plan.licence));
    text += fmt::format("sends    {} of {}\n\n", formatByteSize(plan.bytesToSend), formatByteSize(bytesOf(plan.files)));
    return text + textTable({Align::Left, Align::Right, Align::Left}, rows);
}

Json publishPlanObject(const job::PublishPlan& plan)
{
    return {{"repository", plan.options.repository},
            {"commit", nullptr},
            {"pull_request", nullptr},
            {"files", filesOf(plan.files, false)},
            {"exists", plan.repositoryExists},
            {"private", plan.isPrivate},
            {"revision", plan.options.revision},
            {"user", textOrNull(plan.token.user)},
            {"licence", textOrNull(plan.licence)},
            {"bytes_to_send", plan.bytesToSend}};
}

std::string publishPlanJson(const job::PublishPlan& plan)
{
    Json json = document();
    json["ok"] = true;
    json["dry_run"] = true;
    json.update(publishPlanObject(plan));
    return text(json);
}

std::string publicationText(const job::Publication& publication)
{
    std::string text = publication.alreadyThere
                           ? fmt::format("{}: every file was there already", printable(publication.repository))
                           : fmt::format("published as {}: {} sent", printable(publication.repository), formatByteSize(publication.bytesSent));
    if (publication.bytesResumed > 0) {
        text += fmt::format(", {} by an earlier run", formatByteSize(publication.bytesResumed));
    }
    const std::string& address = publication.pullRequest.empty() ? publication.commitUrl : publication.pullRequest;
    return text + "\n" + (address.empty() ? std::string() : printable(address, 4200) + "\n");
}

Json publicationObject(const job::Publication& publication)
{
    return {{"repository", publication.repository},
            {"commit", textOrNull(publication.commit)},
            {"commit_url", textOrNull(publication.commitUrl)},
            {"pull_request", textOrNull(publication.pullRequest)},
            {"files", filesOf(publication.files, !publication.alreadyThere)},
            {"bytes_sent", publication.bytesSent},
            {"bytes_resumed", publication.bytesResumed},
            {"already_there", publication.alreadyThere}};
}

std::string publicationJson(const job::Publication& publication)
{
    Json json = document();
    json["ok"] = true;
    json.update(publicationObject(publication));
    return text(json);
}

}  // namespace wb::cli
