#pragma once

#include "core/net/settings.h"

#include <string>

namespace wb::hub {

// A folder of the user's for one kind of files: that of the variable (XDG_CACHE_HOME …), else `underHome` below HOME (".cache").
std::string userFolder(const net::Environment& environment, const char* variable, const char* underHome);
// Where huggingface_hub keeps its things: HF_HOME, else ${XDG_CACHE_HOME:-~/.cache}/huggingface.
std::string homeFolder(const net::Environment& environment);
// HF_HUB_CACHE, else hub below that.
std::string cacheFolder(const net::Environment& environment);
// "~" and "~/…" with HOME for the tilde.
std::string expandedHome(const std::string& path, const net::Environment& environment);

}  // namespace wb::hub
