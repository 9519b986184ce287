#include "core/hub/hub_client.h"

#include "core/base/text.h"
#include "core/hub/account.h"
#include "core/hub/encoding.h"
#include "core/net/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wb::hub {

namespace {

using std::chrono::milliseconds;

constexpr std::string_view jsonType = "application/json";
constexpr std::string_view lfsType = "application/vnd.git-lfs+json";
constexpr std::string_view linesType = "application/x-ndjson";
constexpr milliseconds answerWithin{60'000};
constexpr milliseconds commitWithin{90'000};
constexpr milliseconds completionWithin{600'000};  // the store puts the parts together
constexpr milliseconds creationPause{500};
constexpr int mostCreations = 10;
constexpr int mostPages = 20;

std::string apiPath(const Repository& repository)
{
    return "/api/models/" + repository.text();
}

std::string dump(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

HubClient::HubClient(const net::Settings& settings, JobContext& job) : m_settings(settings), m_job(job), m_exchange(settings, job) {}

net::Request HubClient::request(const std::string& method, const std::string& path, std::string_view type, std::string body) const
{
    net::Request request{net::Url::parse(m_settings.endpoint + path)};
    request.token = net::tokenFor(request.url, m_settings);
    request.method = method;
    request.answerWithin = answerWithin;
    if (method != "GET") {
        request.fields.emplace_back("Content-Type", type);
        request.body = net::bodyOf(std::move(body));
    }
    return request;
}

Error HubClient::refused(const net::Reply& reply, const net::Request& request) const
{
    m_job.log.info(fmt::format("{} {}: status {}, request {}", request.method, request.url.shown(), reply.head.status,
                               printable(reply.head.field("x-request-id"))));
    return refusalOf(reply, request.url, !request.token.empty());
}

net::Reply HubClient::warnedOf(net::Reply reply, const net::Request& request)
{
    for (const HubWarning& warning : warningsIn(reply.head)) {
        m_job.log.warningOnce("hub " + warning.topic, fmt::format("{} says: {}", request.url.host(), warning.message));
    }
    return reply;
}

net::Reply HubClient::ask(const net::Request& request)
{
    return warnedOf(m_exchange.ask(request), request);
}

net::Reply HubClient::once(const net::Request& request)
{
    return warnedOf(m_exchange.once(request), request);
}

net::Reply HubClient::good(const net::Request& request)
{
    net::Reply reply = ask(request);
    if (!isGood(reply)) {
        throw refused(reply, request);
    }
    return reply;
}

Account HubClient::whoAmI()
{
    const net::Request asked = request("GET", "/api/whoami-v2", {}, {});
    return accountIn(objectIn(good(asked), asked.url), asked.url);
}

bool HubClient::createRepository(const Repository& repository, bool isPrivate)
{
    const Json body{
        {"name", repository.name}, {"organization", repository.owner}, {"private", isPrivate}, {"visibility", isPrivate ? "private" : "public"}};
    const net::Request asked = request("POST", "/api/repos/create", jsonType, dump(body));
    for (int tries = 1;; ++tries) {
        const net::Reply reply = ask(asked);
        if (isGood(reply)) {
            return true;
        }
        const bool isBusy = wordsOf(reply).find("another conflicting operation") != std::string::npos;
        if (reply.head.status == 409 && !isBusy) {
            return false;
        }
        if (reply.head.status != 409 || tries == mostCreations) {
            throw refused(reply, asked);
        }
        m_exchange.pause(creationPause, "busy");
    }
}

std::optional<RepositoryState> HubClient::repositoryState(const Repository& repository, const std::string& revision)
{
    const net::Request asked = request("GET", apiPath(repository) + "/revision/" + encoded(revision), {}, {});
    const net::Reply reply = ask(asked);
    if (isNoRepository(reply)) {
        return std::nullopt;
    }
    if (reply.head.status == 404) {
        throw Error(ErrorCode::HubRefused).file(asked.url.shown()).with("host", asked.url.host()).with("problem", "revision").with("name", revision);
    }
    if (!isGood(reply)) {
        throw refused(reply, asked);
    }
    const Json answer = objectIn(reply, asked.url);
    const Fields fields(answer, asked.url);
    RepositoryState state{fields.text("sha"), fields.flagOr("private", false)};
    if (!isObjectName(state.head)) {
        throw fields.wrong("sha");
    }
    return state;
}

void HubClient::validateCard(const std::string& text)
{
    const net::Request asked = request("POST", "/api/validate-yaml", jsonType, dump({{"repoType", "model"}, {"content", text}}));
    const net::Reply reply = ask(asked);
    const bool isJudged = isGood(reply) || reply.head.status == 400;
    const Json answer = isJudged ? objectIn(reply, asked.url) : Json();
    const Json errors = answer.is_object() ? answer.value("errors", Json()) : Json();
    if (reply.head.status == 400 || (errors.is_array() && !errors.empty())) {
        const std::string words = wordsIn({{"errors", errors.is_array() ? errors : Json::array()}});
        const std::string reason = words.empty() ? wordsOf(reply) : words;
        throw Error(ErrorCode::HubRefused).part("README.md").with("host", asked.url.host()).with("problem", "card").with("reason", reason);
    }
    if (!isJudged && reply.head.status != 404) {  // not every Hub knows this call
        throw refused(reply, asked);
    }
}

std::vector<Reception> HubClient::preupload(const Repository& repository, const std::string& revision, const std::vector<OfferedFile>& files,
                                            const std::string& gitIgnore, bool forPullRequest)
{
    const std::string path = apiPath(repository) + "/preupload/" + encoded(revision) + (forPullRequest ? "?create_pr=1" : "");
    std::vector<Reception> all;
    for (size_t begin = 0; begin < files.size(); begin += mostFilesAtOnce) {
        const auto first = files.begin() + static_cast<std::ptrdiff_t>(begin);
        const std::vector<OfferedFile> some(first, first + static_cast<std::ptrdiff_t>(std::min(mostFilesAtOnce, files.size() - begin)));
        Json body{{"files", Json::array()}};
        for (const OfferedFile& file : some) {
            body["files"].push_back({{"path", file.path}, {"sample", base64(file.sample)}, {"size", file.bytes}});
        }
        if (!gitIgnore.empty()) {
            body["gitIgnore"] = gitIgnore;
        }
        const net::Request asked = request("POST", path, jsonType, dump(body));
        const std::vector<Reception> received = receptionsIn(objectIn(good(asked), asked.url), some, asked.url);
        all.insert(all.end(), received.begin(), received.end());
    }
    return all;
}

std::vector<StoreTarget> HubClient::lfsBatch(const Repository& repository, const std::string& branch, const std::vector<StoreObject>& objects)
{
    std::vector<StoreTarget> all;
    for (size_t begin = 0; begin < objects.size(); begin += mostFilesAtOnce) {
        const auto first = objects.begin() + static_cast<std::ptrdiff_t>(begin);
        const std::vector<StoreObject> some(first, first + static_cast<std::ptrdiff_t>(std::min(mostFilesAtOnce, objects.size() - begin)));
        Json body{{"operation", "upload"}, {"transfers", {"basic", "multipart"}}, {"objects", Json::array()}, {"hash_algo", "sha256"}};
        for (const StoreObject& object : some) {
            body["objects"].push_back({{"oid", object.oid}, {"size", object.bytes}});
        }
        if (!branch.empty()) {
            body["ref"] = {{"name", branch}};
        }
        net::Request asked = request("POST", "/" + repository.text() + ".git/info/lfs/objects/batch", lfsType, dump(body));
        asked.fields.emplace_back("Accept", lfsType);
        std::vector<StoreTarget> targets = targetsIn(objectIn(good(asked), asked.url), some, asked.url, m_settings);
        std::move(targets.begin(), targets.end(), std::back_inserter(all));
    }
    return all;
}

bool HubClient::complete(const StoreTarget& target, const std::vector<PartTag>& parts)
{
    Json body{{"oid", target.object.oid}, {"parts", Json::array()}};
    for (const PartTag& part : parts) {
        body["parts"].push_back({{"partNumber", part.number}, {"etag", part.etag}});
    }
    net::Request asked = request("POST", "/", lfsType, dump(body));
    asked.url = target.completion.at(0);
    asked.token.clear();  // its address is signed
    asked.fields.emplace_back("Accept", lfsType);
    asked.answerWithin = completionWithin;
    const net::Reply reply = ask(asked);
    if (reply.head.status == 404) {
        return false;
    }
    if (!isGood(reply)) {
        throw refused(reply, asked);
    }
    return true;
}

void HubClient::verify(const StoreTarget& target)
{
    if (target.verification.empty()) {
        return;
    }
    net::Request asked = request("POST", "/", lfsType, dump({{"oid", target.object.oid}, {"size", target.object.bytes}}));
    asked.url = target.verification.front();
    asked.token = net::tokenFor(asked.url, m_settings);
    asked.fields.emplace_back("Accept", lfsType);
    good(asked);
}

net::Url HubClient::commitUrl(const Repository& repository, const std::string& revision) const
{
    return net::Url::parse(m_settings.endpoint + apiPath(repository) + "/commit/" + encoded(revision));
}

net::Reply HubClient::commit(const Repository& repository, const std::string& revision, const std::string& lines)
{
    net::Request asked = request("POST", apiPath(repository) + "/commit/" + encoded(revision), linesType, lines);
    asked.answerWithin = commitWithin;
    return once(asked);
}

CommitAnswer HubClient::commitIn(const net::Reply& reply) const
{
    return hub::commitIn(reply, net::Url::parse(m_settings.endpoint));
}

net::Url HubClient::discussionsUrl(const Repository& repository) const
{
    return net::Url::parse(m_settings.endpoint + apiPath(repository) + "/discussions");
}

net::Reply HubClient::askForPullRequest(const Repository& repository, const std::string& title)
{
    const Json body{{"title", title}, {"description", ""}, {"pullRequest", true}};
    net::Request asked = request("POST", apiPath(repository) + "/discussions", jsonType, dump(body));
    asked.onNewConnection = true;
    return once(asked);
}

uint64_t HubClient::pullRequestIn(const net::Reply& reply, const Repository& repository) const
{
    const net::Url url = discussionsUrl(repository);
    if (!isGood(reply)) {
        throw refusalOf(reply, url, !m_settings.token.empty());
    }
    return Fields(objectIn(reply, url), url).number("num");
}

std::vector<Discussion> HubClient::pullRequests(const Repository& repository, const std::string& author)
{
    std::vector<Discussion> all;
    for (int page = 0; page < mostPages; ++page) {
        const std::string who = author.empty() ? std::string() : "&author=" + encoded(author);
        const net::Request asked = request("GET", fmt::format("{}/discussions?p={}&type=pull_request{}", apiPath(repository), page, who), {}, {});
        const DiscussionPage got = discussionsIn(objectIn(good(asked), asked.url), asked.url);
        all.insert(all.end(), got.discussions.begin(), got.discussions.end());
        if (got.isLast) {
            break;
        }
    }
    return all;
}

std::string endpointHost(const net::Settings& settings)
{
    return net::Url::parse(settings.endpoint).host();
}

}  // namespace wb::hub
