#pragma once

#include "core/net/settings.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace wb::cli {

// What the command line says of the network; what it leaves out is as the environment has it.
struct NetworkOptions {
    bool allowHttp = false;
    bool offline = false;
    std::optional<uint32_t> connections;
    std::optional<uint64_t> bytesPerSecond;
    std::optional<std::chrono::seconds> retryFor;
    std::string caFile;
    std::string proxy;
};

// --allow-http, --connections, --limit-rate, --ca-file, --proxy, --retry-for, --offline
void addNetworkOptions(CLI::App& app, NetworkOptions& options);
// `settings` with what the command line says instead.
net::Settings withOptions(net::Settings settings, const NetworkOptions& options);

// Text that may be an address, as it may be shown: without query, fragment and credentials. Anything else stays as it is.
std::string shownAddress(std::string_view text);
// A message that may repeat the words of a command line, with every address in it as it may be shown.
std::string withShownAddresses(std::string message, int argc, const char* const* argv);

}  // namespace wb::cli
