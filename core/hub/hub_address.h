#pragma once

#include "core/net/url.h"

#include <string>
#include <string_view>

namespace wb::hub {

// "hf://owner/name[@revision]/path/of/file": a file of a model repository on the Hub.
bool isHubAddress(std::string_view text) noexcept;
// Where the Hub at `endpoint` sends it from: ENDPOINT/owner/name/resolve/REVISION/path. Throws UrlRefused (name, problem "hub-address").
net::Url resolveHubAddress(std::string_view text, const std::string& endpoint);
// A page about a file (…/blob/REVISION/path) at the endpoint, turned into the file itself (…/resolve/…); any other address as it is.
net::Url withoutFilePage(const net::Url& url, const std::string& endpoint);

// Parts of a hub address, for the cache of huggingface_hub.
struct HubFile {
    std::string owner;
    std::string name;
    std::string revision;  // "main" unless given
    std::string path;
};
HubFile parseHubAddress(std::string_view text);

}  // namespace wb::hub
