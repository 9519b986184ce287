#pragma once

#include "core/hub/hub_client.h"

#include <cstdint>
#include <string>

namespace wb::hub {

struct PullRequest {
    std::string title;
    std::string author;  // the token's user; empty: not known
    std::string head;    // commit of the branch that it is to change
};

// Opens one and returns its number. One whose answer is lost is looked for before another is opened: an open one with this title by this author that
// has nothing in it yet. Throws what HubClient throws.
uint64_t openPullRequest(HubClient& hub, const Repository& repository, const PullRequest& wanted);

}  // namespace wb::hub
