#pragma once

#include "core/hub/answers.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::hub {

// A pull request or another discussion of a repository.
struct Discussion {
    uint64_t number = 0;
    std::string title;
    std::string author;
    bool isOpenPullRequest = false;  // a draft too
};

// One page of the list of them, the latest first.
struct DiscussionPage {
    std::vector<Discussion> discussions;
    bool isLast = true;
};

// Of an answer with a page of the list. Throws BadResponse.
DiscussionPage discussionsIn(const Json& answer, const net::Url& url);

}  // namespace wb::hub
