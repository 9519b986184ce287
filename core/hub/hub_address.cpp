#include "core/hub/hub_address.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/hub/encoding.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::hub {

namespace {

constexpr std::string_view scheme = "hf://";
constexpr std::string_view page = "/blob/";

Error refused(std::string_view text)
{
    return Error(ErrorCode::UrlRefused).with("name", printable(text, 300)).with("problem", "hub-address");
}

// Owner and name: what the Hub lets them be.
bool isName(std::string_view text)
{
    constexpr size_t longest = 96;
    const auto isNameByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    return !text.empty() && text.size() <= longest && text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), isNameByte);
}

bool isPath(std::string_view path)
{
    const bool climbs = ("/" + std::string(path) + "/").find("/../") != std::string::npos;
    const bool hasControl = std::any_of(path.begin(), path.end(), [](char c) { return c >= 0 && c < ' '; });
    return !path.empty() && !climbs && !hasControl && path.find("//") == std::string_view::npos && !path.ends_with('/');
}

}  // namespace

bool isHubAddress(std::string_view text) noexcept
{
    return text.starts_with(scheme);
}

HubFile parseHubAddress(std::string_view text)
{
    const std::string_view rest = isHubAddress(text) ? text.substr(scheme.size()) : std::string_view();
    const size_t first = rest.find('/');
    const size_t second = first == std::string_view::npos ? first : rest.find('/', first + 1);
    if (second == std::string_view::npos) {
        throw refused(text);
    }
    HubFile file;
    file.owner = rest.substr(0, first);
    const std::string_view name = rest.substr(first + 1, second - first - 1);
    const size_t at = name.find('@');
    file.name = name.substr(0, at);
    file.revision = at == std::string_view::npos ? std::string_view("main") : name.substr(at + 1);
    file.path = rest.substr(second + 1);
    if (!isName(file.owner) || !isName(file.name) || file.revision.empty() || !isPath(file.path)) {
        throw refused(text);
    }
    return file;
}

net::Url resolveHubAddress(std::string_view text, const std::string& endpoint)
{
    const HubFile file = parseHubAddress(text);
    return net::Url::parse(fmt::format("{}/{}/{}/resolve/{}/{}", endpoint, file.owner, file.name, encoded(file.revision), encoded(file.path, true)));
}

net::Url withoutFilePage(const net::Url& url, const std::string& endpoint)
{
    const size_t at = url.text().find(page);
    if (url.origin() != net::Url::parse(endpoint).origin() || at == std::string::npos) {
        return url;
    }
    return net::Url::parse(std::string(url.text()).replace(at, page.size(), "/resolve/"));
}

}  // namespace wb::hub
