#pragma once

#include "core/base/job_context.h"
#include "core/hub/answers.h"
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

struct OfferedFile {
    std::string path;
    uint64_t bytes = 0;
    std::string sample;  // first 512 bytes
};
struct Reception {
    std::string path;
    bool isLarge = false;  // for the store
    bool isIgnored = false;
    std::string oid;  // of the file as it stands at the revision: SHA-1 of its Git blob or SHA-256; empty: none there, or not said
};

struct CommitAnswer {
    std::string commit;
    std::string url;
};

// An ETag of a part, as sent.
struct PartTag {
    uint64_t number = 0;  // from 1
    std::string etag;
};

// The Hub's API for models, as its own client uses it. Calls that may be repeated are, as long as patience lasts. The token goes to the endpoint
// only. Used by one thread. Throws NotAuthorised, HubRefused, BadResponse, PublishConflict, RepositoryName (renamed) and network errors.
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
    // `forPullRequest`: one who may not write there asks as well.
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
    // Number of the new pull request.
    uint64_t openPullRequest(const Repository& repository, const std::string& title);

    net::Exchange& exchange() noexcept { return m_exchange; }
    const net::Settings& settings() const noexcept { return m_settings; }

private:
    net::Request request(const std::string& method, const std::string& path, std::string_view type, std::string body) const;
    net::Reply good(const net::Request& request);
    Error refused(const net::Reply& reply, const net::Request& request) const;

    net::Settings m_settings;
    JobContext& m_job;
    net::Exchange m_exchange;
};

// Of the endpoint, for errors.
std::string hostOf(const HubClient& hub);

}  // namespace wb::hub
