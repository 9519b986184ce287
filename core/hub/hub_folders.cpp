#include "core/hub/hub_folders.h"

namespace wb::hub {

namespace {

std::string valueOf(const net::Environment& environment, const char* name)
{
    const char* const value = environment(name);
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string expandedHome(const std::string& path, const net::Environment& environment)
{
    return path == "~" || path.starts_with("~/") ? valueOf(environment, "HOME") + path.substr(1) : path;
}

std::string homeFolder(const net::Environment& environment)
{
    const std::string named = valueOf(environment, "HF_HOME");
    if (!named.empty()) {
        return expandedHome(named, environment);
    }
    const std::string cache = valueOf(environment, "XDG_CACHE_HOME");
    return (cache.empty() ? valueOf(environment, "HOME") + "/.cache" : cache) + "/huggingface";
}

std::string cacheFolder(const net::Environment& environment)
{
    const std::string named = valueOf(environment, "HF_HUB_CACHE");
    return named.empty() ? homeFolder(environment) + "/hub" : expandedHome(named, environment);
}

}  // namespace wb::hub
