#include "app/cli/network_options.h"

#include "app/cli/shared_options.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/net/url.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace wb::cli {

namespace {

constexpr uint32_t mostConnections = 8;
constexpr int64_t longestRetry = 7 * 24 * 3600;  // seconds

}  // namespace

void addNetworkOptions(CLI::App& app, NetworkOptions& options)
{
    app.add_flag("--allow-http", options.allowHttp, "Take http:// addresses of other machines too; nothing protects what comes from them");
    app.add_option("--connections", options.connections, "Connections at once, 1 to 8; 8 unless said")
        ->check(CLI::Range(uint32_t{1}, mostConnections));
    app.add_option_function<std::string>(
        "--limit-rate",
        [&options](const std::string& word) {
            options.bytesPerSecond = parseByteSize(word);
            if (!options.bytesPerSecond) {
                throw usageError("--limit-rate: \"" + word + "\" is no size such as 5MB or 500KiB");
            }
        },
        "Most bytes a second over all connections, such as 5MB; no limit unless said");
    app.add_option("--ca-file", options.caFile, "Certificates to trust (PEM) instead of the system's")->check(CLI::ExistingFile);
    app.add_option("--proxy", options.proxy, "Proxy to go through, such as http://host:3128; else that of https_proxy, http_proxy, ALL_PROXY");
    app.add_option_function<int64_t>(
           "--retry-for", [&options](const int64_t& seconds) { options.retryFor = std::chrono::seconds(seconds); },
           "Give up after so many seconds without a byte; 900 unless said")
        ->check(CLI::Range(int64_t{1}, longestRetry));
    app.add_flag("--offline", options.offline, "Ask nothing of the network, as HF_HUB_OFFLINE=1 does");
}

net::Settings withOptions(net::Settings settings, const NetworkOptions& options)
{
    settings.allowHttp = settings.allowHttp || options.allowHttp;
    settings.offline = settings.offline || options.offline;
    settings.connections = options.connections.value_or(settings.connections);
    settings.bytesPerSecond = options.bytesPerSecond.value_or(settings.bytesPerSecond);
    if (options.retryFor) {
        settings.giveUp = *options.retryFor;
    }
    if (!options.caFile.empty()) {
        settings.caFile = options.caFile;
    }
    if (!options.proxy.empty()) {
        settings.proxy = options.proxy;
    }
    return settings;
}

std::string shownAddress(std::string_view text)
{
    if (!net::Url::looksLikeOne(text)) {
        return std::string(text);
    }
    return redacted(text.substr(0, text.find_first_of("?#")));
}

std::string withShownAddresses(std::string message, int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const size_t begin = word.starts_with("--") ? word.find('=') + 1 : 0;  // "--proxy=http://…"
        const std::string_view value = word.substr(begin);
        const std::string shown = shownAddress(value);
        for (size_t at = message.find(value); shown != value && at != std::string::npos; at = message.find(value, at + shown.size())) {
            message.replace(at, value.size(), shown);
        }
    }
    return message;
}

}  // namespace wb::cli
