#pragma once

#include "core/hub/answers.h"
#include "core/hub/hub_client.h"

namespace wb::hub {

// Of an answer of whoami-v2. Throws BadResponse.
Account accountIn(const Json& answer, const net::Url& url);

}  // namespace wb::hub
