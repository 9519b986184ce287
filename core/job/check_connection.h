#pragma once

#include "core/base/job_context.h"
#include "core/net/settings.h"
#include "core/net/url.h"

#include <chrono>
#include <string>

namespace wb::job {

// What came of asking the Hub's endpoint once.
struct Connection {
    std::string address;  // that was asked
    int status = 0;       // of HTTP; any says that the server was reached
    std::chrono::milliseconds time{0};
    bool isTlsVerified = false;  // false: the address is not https
    std::string proxy;           // on the way, without name and password; empty: none
};

// One small request without a token, tried once. Blocks. Throws the errors of net/, Offline, Cancelled.
Connection checkConnection(const net::Settings& settings, const net::Environment& environment, JobContext& job);

// The proxy that a request to the address goes through by the environment, without name and password; empty: none.
std::string proxyFor(const net::Url& url, const net::Environment& environment);
// An address without name and password.
std::string withoutCredentials(const std::string& address);

}  // namespace wb::job
