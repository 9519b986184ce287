#pragma once

#include "core/net/settings.h"
#include "core/net/url.h"

#include <string_view>

namespace wb::net {

constexpr int mostRedirects = 5;

// Throws UrlRefused (problem "http") for plain http to another machine, unless the settings allow it.
void requireTaken(const Url& url, const Settings& settings);

// Where a Location header leads to. `asked`: what the user named; `fromInside`: that was inside this machine or network.
// Throws RedirectRefused (problem: "to-http", "to-file", "to-inside", "location"; found: where to).
Url followed(const Url& from, std::string_view location, const Url& asked, bool fromInside, const Settings& settings);

// The token for this address: that of the settings at the endpoint's own origin, none anywhere else.
std::string tokenFor(const Url& url, const Settings& settings);

}  // namespace wb::net
