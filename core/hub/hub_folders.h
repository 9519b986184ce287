#pragma once

#include "core/net/settings.h"

#include <string>

namespace wb::hub {

// Where huggingface_hub keeps its things: HF_HOME, else ${XDG_CACHE_HOME:-~/.cache}/huggingface.
std::string homeFolder(const net::Environment& environment);
// HF_HUB_CACHE, else hub below that.
std::string cacheFolder(const net::Environment& environment);
// "~" and "~/…" with HOME for the tilde.
std::string expandedHome(const std::string& path, const net::Environment& environment);

}  // namespace wb::hub
