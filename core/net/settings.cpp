#include "core/net/settings.h"

#include "core/base/text.h"
#include "core/net/url.h"

#include <cstdlib>

namespace wb::net {

const Environment& processEnvironment()
{
    static const Environment environment = [](const char* name) -> const char* { return std::getenv(name); };
    return environment;
}

std::string valueOf(const Environment& environment, const char* name)
{
    const char* const value = environment(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool isTrue(const char* value)
{
    const std::string word = lowered(value == nullptr ? "" : value);
    return word == "1" || word == "on" || word == "yes" || word == "true";
}

Settings settingsFromEnvironment(const Environment& environment)
{
    Settings settings;
    std::string endpoint = valueOf(environment, "HF_ENDPOINT");
    while (endpoint.ends_with('/')) {
        endpoint.pop_back();
    }
    if (!endpoint.empty()) {
        Url::parse(endpoint);
        settings.endpoint = std::move(endpoint);
    }
    settings.offline = isTrue(environment("HF_HUB_OFFLINE")) || isTrue(environment("TRANSFORMERS_OFFLINE"));
    for (const char* name : {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
        if (settings.caFile.empty()) {
            settings.caFile = valueOf(environment, name);
        }
    }
    for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        settings.proxyInEnvironment = settings.proxyInEnvironment || !valueOf(environment, name).empty();
    }
    return settings;
}

}  // namespace wb::net
