#pragma once

#include "core/base/job_context.h"
#include "core/hub/commit_answer.h"
#include "core/hub/discussions.h"
#include "core/hub/reception.h"
#include "core/hub/repository_name.h"
#include "core/hub/store_target.h"
#include "core/net/exchange.h"
#include "core/net/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wb::hub {

// Who a token belongs to, and what it may do.
struct Account {
    std::string name;
    std::string role;                       // "read", "write", "fineGrained"
    std::vector<std::string> owners;        // that it may write for
    std::vector<std::string> repositories;  // "owner/name": single ones that it may write to
};

struct RepositoryState {
    std::string head;  // commit of the revision
    bool isPrivate = false;
};

// An ETag of a part, as sent.
struct PartTag {
    uint64_t number = 0;  // from 1
    std::string etag;
};

// The Hub's API for models, as its own client uses it. Calls that may be repeated are, as long as patience lasts. The token goes to the endpoint
// only. What the Hub warns of is in the log, once for each topic. Used by one thread. Throws NotAuthorised, HubRefused, BadResponse, PublishConflict,
// RepositoryName (renamed) and network errors.
class HubClient {
public:
    static constexpr size_t mostFilesAtOnce = 256;

    HubClient(const net::Settings& settings, JobContext& job);

    Account whoAmI();
    // False when it was there.
    bool createRepository(const Repository& repository, bool isPrivate);
    // Empty when there is no such repository, or none for this token. Throws HubRefused (problem "revision") when it has no such revision.
    std::optional<RepositoryState> repositoryState(const Repository& repository, const std::string& revision);
    // Throws HubRefused (part README.md, problem "card") for a card that it does not take.
    void validateCard(const std::string& text);
    // `forPullRequest`: asked by somebody who may open one, and may not write there.
    std::vector<Reception> preupload(const Repository& repository, const std::string& revision, const std::vector<OfferedFile>& files,
                                     const std::string& gitIgnore, bool forPullRequest);
    // `branch`: empty to leave it open.
    std::vector<StoreTarget> lfsBatch(const Repository& repository, const std::string& branch, const std::vector<StoreObject>& objects);
    // False when there is no such upload (any more).
    bool complete(const StoreTarget& target, const std::vector<PartTag>& parts);
    void verify(const StoreTarget& target);
    // Tried once. The reply tells; commitIn() reads it.
    net::Reply commit(const Repository& repository, const std::string& revision, const std::string& lines);
    CommitAnswer commitIn(const net::Reply& reply) const;
    net::Url commitUrl(const Repository& repository, const std::string& revision) const;
    // Tried once, as a commit is. The reply tells; pullRequestIn() reads its number in it.
    net::Reply askForPullRequest(const Repository& repository, const std::string& title);
    uint64_t pullRequestIn(const net::Reply& reply, const Repository& repository) const;
    net::Url discussionsUrl(const Repository& repository) const;
    // Those of an author, or of all; the latest first.
    std::vector<Discussion> pullRequests(const Repository& repository, const std::string& author);

    net::Exchange& exchange() noexcept { return m_exchange; }
    const net::Settings& settings() const noexcept { return m_settings; }

private:
    net::Request request(const std::string& method, const std::string& path, std::string_view type, std::string body) const;
    net::Reply ask(const net::Request& request);
    net::Reply once(const net::Request& request);
    net::Reply good(const net::Request& request);
    net::Reply warnedOf(net::Reply reply, const net::Request& request);
    Error refused(const net::Reply& reply, const net::Request& request) const;

    net::Settings m_settings;
    JobContext& m_job;
    net::Exchange m_exchange;
};

// Of the endpoint, for errors.
std::string endpointHost(const net::Settings& settings);

}  // namespace wb::hub
