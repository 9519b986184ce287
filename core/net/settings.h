#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace wb::net {

// How the network is used. Plain values.
struct Settings {
    uint32_t connections = 8;     // at once to one server, 1 to 8
    uint64_t bytesPerSecond = 0;  // most, over all connections; 0: no limit
    bool allowHttp = false;       // http:// to hosts other than this machine
    bool offline = false;         // refuse every request
    std::string caFile;           // certificates to trust instead of the system's; empty: the system's
    std::string proxy;            // "http://host:port", "" for that of the environment (http_proxy, https_proxy, ALL_PROXY, NO_PROXY)

    bool proxyInEnvironment = false;  // one of those variables is set

    std::string endpoint = "https://huggingface.co";  // the Hub, without a trailing slash
    std::string token;                                // goes to the endpoint's origin and nowhere else; empty: none

    std::chrono::milliseconds connectTimeout{20'000};
    std::chrono::milliseconds stallTimeout{30'000};  // a connection that brings nothing for so long is given up
    std::chrono::milliseconds stallAlone{10'000};    // the same while other connections of the transfer bring bytes
    std::chrono::milliseconds firstBackoff{1'000};   // longest wait before the first new try; doubles
    std::chrono::milliseconds longestBackoff{60'000};
    std::chrono::milliseconds giveUp{900'000};  // without a byte; then the transfer fails (and can be resumed)
};

// Value of an environment variable, null when it is not set: std::getenv, or a test's own.
using Environment = std::function<const char*(const char* name)>;
// That of this process.
const Environment& processEnvironment();
// Empty when it is not set.
std::string valueOf(const Environment& environment, const char* name);
// 1, ON, YES or TRUE in any case, as huggingface_hub has it. `value` may be null.
bool isTrue(const char* value);

// HF_ENDPOINT, HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE, whether there is a proxy, and the file of certificates of SSL_CERT_FILE, REQUESTS_CA_BUNDLE
// or CURL_CA_BUNDLE. The token is not taken here (hub/token_source.h). Throws UrlRefused (an endpoint that is no address).
Settings settingsFromEnvironment(const Environment& environment);

}  // namespace wb::net
