#include "core/hub/hub_folders.h"

namespace wb::hub {

using net::valueOf;

std::string userFolder(const net::Environment& environment, const char* variable, const char* underHome)
{
    const std::string named = valueOf(environment, variable);
    return named.empty() ? valueOf(environment, "HOME") + "/" + underHome : named;
}

std::string expandedHome(const std::string& path, const net::Environment& environment)
{
    return path == "~" || path.starts_with("~/") ? valueOf(environment, "HOME") + path.substr(1) : path;
}

std::string homeFolder(const net::Environment& environment)
{
    const std::string named = valueOf(environment, "HF_HOME");
    return named.empty() ? userFolder(environment, "XDG_CACHE_HOME", ".cache") + "/huggingface" : expandedHome(named, environment);
}

std::string cacheFolder(const net::Environment& environment)
{
    const std::string named = valueOf(environment, "HF_HUB_CACHE");
    return named.empty() ? homeFolder(environment) + "/hub" : expandedHome(named, environment);
}

}  // namespace wb::hub
