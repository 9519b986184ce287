#include "core/job/check_connection.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/net/exchange.h"
#include "core/net/net_errors.h"

#include <algorithm>
#include <initializer_list>

namespace wb::job {

namespace {

constexpr std::chrono::milliseconds longestWait{15'000};

bool endsWithDomain(std::string_view host, std::string_view domain)
{
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
}

// As libcurl reads no_proxy: hosts and domains, separated by commas or spaces; "*" for all.
bool isExcepted(const std::string& host, std::string_view list)
{
    while (!list.empty()) {
        const size_t end = std::min(list.find_first_of(", "), list.size());
        std::string_view entry = list.substr(0, end);
        entry.remove_prefix(entry.starts_with('.') ? 1 : 0);
        if (entry == "*" || (!entry.empty() && endsWithDomain(host, lowered(entry)))) {
            return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

std::string withoutCredentials(const std::string& address)
{
    const size_t scheme = address.find("://");
    const size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
    const size_t at = address.rfind('@', address.find_first_of("/?#", begin));
    return at == std::string::npos || at < begin ? address : address.substr(0, begin) + address.substr(at + 1);
}

std::string proxyFor(const net::Url& url, const net::Environment& environment)
{
    const auto first = [&environment](std::initializer_list<const char*> names) {
        for (const char* name : names) {
            if (const std::string value = net::valueOf(environment, name); !value.empty()) {
                return value;
            }
        }
        return std::string();
    };
    if (isExcepted(url.host(), first({"no_proxy", "NO_PROXY"}))) {
        return {};
    }
    const bool isHttps = url.isSecure();
    return withoutCredentials(isHttps ? first({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                                      : first({"http_proxy", "all_proxy", "ALL_PROXY"}));
}

Connection checkConnection(const net::Settings& settings, const net::Environment& environment, JobContext& job)
{
    net::Settings own = settings;
    own.token.clear();
    own.connectTimeout = std::min(own.connectTimeout, longestWait);
    own.stallTimeout = std::min(own.stallTimeout, longestWait);
    net::Request request{net::Url::parse(own.endpoint + "/api/models?limit=1")};
    Connection connection;
    connection.address = request.url.shown();
    connection.isTlsVerified = request.url.isSecure();
    connection.proxy = own.proxy.empty() ? proxyFor(request.url, environment) : withoutCredentials(own.proxy);
    net::Exchange exchange(own, job);
    const auto begin = std::chrono::steady_clock::now();
    const net::Reply reply = exchange.once(request);
    connection.time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    if (reply.head.status == 0) {
        throw net::failureOf(reply.end, request.url);
    }
    connection.status = reply.head.status;
    return connection;
}

}  // namespace wb::job
