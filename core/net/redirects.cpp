#include "core/net/redirects.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>

namespace wb::net {

namespace {

bool isTaken(const Url& url, const Settings& settings)
{
    return url.isSecure() || url.isLoopback() || settings.allowHttp;
}

bool isFileAddress(std::string_view location)
{
    constexpr std::string_view scheme = "file:";
    const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); };
    return location.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), location.begin(), same);
}

Error refused(const Url& from, std::string_view to, std::string_view problem)
{
    return Error(ErrorCode::RedirectRefused)
        .file(from.shown())
        .with("host", from.host())
        .with("problem", problem)
        .with("found", printable(to.substr(0, to.find('?'))));
}

}  // namespace

void requireTaken(const Url& url, const Settings& settings)
{
    if (!isTaken(url, settings)) {
        throw Error(ErrorCode::UrlRefused).with("name", url.shown()).with("problem", "http");
    }
}

Url followed(const Url& from, std::string_view location, const Url& asked, bool fromInside, const Settings& settings)
{
    if (location.empty()) {
        throw refused(from, "", "location");
    }
    try {
        Url to = from.resolved(location);
        const bool downgraded = from.isSecure() && !to.isSecure();
        if (downgraded || (!to.isSecure() && !asked.isLoopback() && !settings.allowHttp) || !isTaken(to, settings)) {
            throw refused(from, to.shown(), "to-http");
        }
        if (to.isInside() && !asked.isInside() && !fromInside) {
            throw refused(from, to.shown(), "to-inside");
        }
        return to;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::UrlRefused) {
            throw;
        }
        throw refused(from, error.fact("name"), isFileAddress(location) ? "to-file" : "location");
    }
}

std::string tokenFor(const Url& url, const Settings& settings)
{
    return !settings.token.empty() && url.origin() == Url::parse(settings.endpoint).origin() ? settings.token : std::string();
}

}  // namespace wb::net
