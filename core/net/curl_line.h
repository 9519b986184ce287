#pragma once

#include "core/net/http_client.h"

#include <string>
#include <utility>
#include <vector>

namespace wb::net {

// The header fields that a request goes out with, in order, those that libcurl adds by itself excepted. Holds the token. A field without a value is
// one that libcurl is to leave out.
std::vector<std::pair<std::string, std::string>> sentFields(const Request& request);

// The request as a command line of curl, for a log. The token stands in it as $HF_TOKEN, for the shell to put in; a query that may be a signature,
// and the values of header fields that a server wished for, are left out. The body is a file's name that tells its size.
std::string curlLine(const Request& request, const Settings& settings);

}  // namespace wb::net
