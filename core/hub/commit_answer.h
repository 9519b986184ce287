#pragma once

#include "core/hub/answers.h"

#include <string>

namespace wb::hub {

struct CommitAnswer {
    std::string commit;
    std::string url;
};

// Of an answer to a commit. Throws BadResponse.
CommitAnswer commitIn(const net::Reply& reply, const net::Url& url);

}  // namespace wb::hub
