#include "core/hub/pull_request.h"

#include <fmt/format.h>

#include <optional>

namespace wb::hub {

namespace {

std::optional<uint64_t> emptyOne(HubClient& hub, const Repository& repository, const PullRequest& wanted)
{
    for (const Discussion& each : hub.pullRequests(repository, wanted.author)) {
        const bool isOurs = each.isOpenPullRequest && each.title == wanted.title && (wanted.author.empty() || each.author == wanted.author);
        if (isOurs) {
            const auto state = hub.repositoryState(repository, fmt::format("refs/pr/{}", each.number));
            if (state && state->head == wanted.head) {
                return each.number;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

uint64_t openPullRequest(HubClient& hub, const Repository& repository, const PullRequest& wanted)
{
    net::Patience patience(hub.settings());
    while (true) {
        const net::Reply reply = hub.askForPullRequest(repository, wanted.title);
        const std::optional<net::Setback> setback = net::setbackOf(reply, hub.discussionsUrl(repository), true);
        if (!setback) {
            return hub.pullRequestIn(reply, repository);
        }
        if (const auto number = emptyOne(hub, repository, wanted)) {
            return *number;
        }
        hub.exchange().endure(*setback, patience);
    }
}

}  // namespace wb::hub
