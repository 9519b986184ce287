#pragma once

#include "core/net/http_client.h"

#include <curl/curl.h>

namespace wb::net {

// What libcurl's result of a transfer that failed means: kind, problem and atProxy of an End.
void tellFailure(CURL* easy, CURLcode code, End& end);

}  // namespace wb::net
