#include "core/net/url.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <arpa/inet.h>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

namespace wb::net {

namespace {

constexpr size_t longestUrl = 8192;
constexpr size_t longestName = 200;

// Without query and without what stands before a host: they may be secret.
std::string harmless(std::string_view text)
{
    text = text.substr(0, text.find_first_of("?#"));
    const size_t slashes = text.find("//");
    const size_t host = slashes == std::string_view::npos ? 0 : slashes + 2;
    const size_t at = text.substr(0, text.find_first_of("/\\", host)).rfind('@');
    return at == std::string_view::npos || at < host ? std::string(text) : std::string(text.substr(0, host)) + "…" + std::string(text.substr(at));
}

Error refused(std::string_view text, std::string_view problem)
{
    return Error(ErrorCode::UrlRefused).with("name", printable(harmless(text), 300)).with("problem", problem);
}

struct UrlCleanup {
    void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlCleanup>;

// A part, empty when the address has none.
std::string partOf(CURLU* url, CURLUPart part)
{
    char* text = nullptr;
    if (curl_url_get(url, part, &text, part == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0) != CURLUE_OK) {
        return {};
    }
    std::string out(text);
    curl_free(text);
    return out;
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c <= ' ') || c == '\x7f'; });
}

// The four numbers of a dotted address; empty for a name. libcurl has brought other spellings (0x7f.1, 2130706433) into this form.
std::optional<std::array<int, 4>> dotted(std::string_view host) noexcept
{
    std::array<int, 4> numbers{};
    const char* at = host.data();
    const char* const end = at + host.size();
    for (size_t i = 0; i < numbers.size(); ++i) {
        const auto [stop, failure] = std::from_chars(at, end, numbers[i]);
        const bool goesOn = i + 1 < numbers.size();
        if (failure != std::errc() || numbers[i] < 0 || numbers[i] > 255 || (goesOn ? stop == end || *stop != '.' : stop != end)) {
            return std::nullopt;
        }
        at = goesOn ? stop + 1 : stop;
    }
    return numbers;
}

bool isPrivate(const std::array<int, 4>& ip) noexcept
{
    return ip[0] == 0 || ip[0] == 10 || ip[0] == 127 || ip[0] >= 224 || (ip[0] == 100 && ip[1] >= 64 && ip[1] < 128) ||
           (ip[0] == 169 && ip[1] == 254) || (ip[0] == 172 && ip[1] >= 16 && ip[1] < 32) || (ip[0] == 192 && ip[1] == 168);
}

// Only the global unicast range 2000::/3 is outside, and IPv4 addresses of the outside in the clothes of IPv6: ::ffff:0:0/96, NAT64's 64:ff9b::/96.
bool isInsideV6(const std::string& literal) noexcept
{
    in6_addr address{};
    if (::inet_pton(AF_INET6, literal.c_str(), &address) != 1) {
        return true;
    }
    const uint8_t* const bytes = address.s6_addr;
    constexpr std::array<uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    constexpr std::array<uint8_t, 12> translated{0, 0x64, 0xff, 0x9b};
    if (std::equal(mapped.begin(), mapped.end(), bytes) || std::equal(translated.begin(), translated.end(), bytes)) {
        return isPrivate({bytes[12], bytes[13], bytes[14], bytes[15]});
    }
    return (bytes[0] & 0xE0U) != 0x20U;
}

std::string decoded(std::string_view text)
{
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const bool isEscape =
            text[i] == '%' && i + 2 < text.size() && std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
        out += isEscape ? static_cast<char>(value) : text[i];
        i += isEscape ? 2 : 0;
    }
    return out;
}

bool isDeviceName(const std::string& name)
{
    std::string stem = lowered(name.substr(0, name.find('.')));
    if (stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9') {
        stem.pop_back();
        return stem == "com" || stem == "lpt";
    }
    return stem == "con" || stem == "prn" || stem == "aux" || stem == "nul";
}

// Cut to `bytes` from the front, so that the ending stays, at a character's begin.
std::string lastBytes(const std::string& name, size_t bytes)
{
    size_t begin = name.size() - bytes;
    while (begin < name.size() && (static_cast<unsigned char>(name[begin]) & 0xC0U) == 0x80U) {
        ++begin;
    }
    return name.substr(begin);
}

}  // namespace

std::string plainFileName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        const bool isBad = (c >= 0 && c < ' ') || c == '\x7f' || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        plain += isBad ? '_' : c;
    }
    if (!isUtf8(plain)) {
        std::replace_if(
            plain.begin(), plain.end(), [](char c) { return c < 0; }, '_');
    }
    if (plain.size() > longestName) {
        plain = lastBytes(plain, longestName);
    }
    plain.erase(0, plain.find_first_not_of(". "));
    plain.erase(plain.find_last_not_of(". ") + 1);
    if (plain.empty()) {
        return "download";
    }
    return isDeviceName(plain) ? "_" + plain : plain;
}

bool isInsideAddress(std::string_view address)
{
    const auto ip = dotted(address);
    return ip ? isPrivate(*ip) : isInsideV6(std::string(address.substr(0, address.find('%'))));
}

bool Url::looksLikeOne(std::string_view text) noexcept
{
    const size_t colon = text.find("://");
    const auto isWord = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-'; };
    return colon != std::string_view::npos && colon > 0 && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), isWord);
}

Url Url::parse(std::string_view text)
{
    if (text.size() > longestUrl || hasControl(text)) {
        throw refused(text, text.size() > longestUrl ? "long" : "control");
    }
    const UrlHandle handle(curl_url());
    if (!handle) {
        throw Error(ErrorCode::OutOfMemory);
    }
    const CURLUcode failure = curl_url_set(handle.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (failure != CURLUE_OK) {
        throw refused(text, failure == CURLUE_BAD_SCHEME ? "scheme" : "syntax");
    }
    Url url;
    url.m_scheme = lowered(partOf(handle.get(), CURLUPART_SCHEME));
    if (url.m_scheme != "http" && url.m_scheme != "https") {
        throw refused(text, "scheme");
    }
    if (!partOf(handle.get(), CURLUPART_USER).empty() || !partOf(handle.get(), CURLUPART_PASSWORD).empty()) {
        throw refused(text, "credentials");
    }
    curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
    url.m_host = lowered(partOf(handle.get(), CURLUPART_HOST));
    if (url.m_host.empty()) {
        throw refused(text, "host");
    }
    url.m_port = static_cast<uint16_t>(std::strtoul(partOf(handle.get(), CURLUPART_PORT).c_str(), nullptr, 10));
    url.m_path = partOf(handle.get(), CURLUPART_PATH);
    url.m_text = partOf(handle.get(), CURLUPART_URL);
    url.m_shown = printable(url.m_text.substr(0, url.m_text.find('?')), 1000);
    return url;
}

std::string Url::origin() const
{
    return m_scheme + "://" + m_host + ":" + std::to_string(m_port);
}

bool Url::isLoopback() const noexcept
{
    const auto ip = dotted(m_host);
    return m_host == "localhost" || m_host.ends_with(".localhost") || m_host == "[::1]" || (ip && (*ip)[0] == 127);
}

bool Url::isInside() const
{
    const std::string_view host = m_host;
    const bool isV6 = host.starts_with('[');
    return isLoopback() || (isV6 && isInsideAddress(host.substr(1, host.size() - 2))) || (dotted(host) && isInsideAddress(host));
}

std::string Url::fileName() const
{
    return plainFileName(decoded(std::string_view(m_path).substr(m_path.rfind('/') + 1)));
}

Url Url::withPath(std::string_view path) const
{
    return parse(origin() + std::string(path));
}

Url Url::resolved(std::string_view location) const
{
    std::string target;  // spaces stand in many a Location
    for (const char c : location) {
        target += c == ' ' ? std::string("%20") : std::string(1, c);
    }
    if (hasControl(target) || target.size() > longestUrl) {
        throw refused("redirect", "control");
    }
    const UrlHandle handle(curl_url());
    if (!handle) {
        throw Error(ErrorCode::OutOfMemory);
    }
    curl_url_set(handle.get(), CURLUPART_URL, m_text.c_str(), 0);
    if (curl_url_set(handle.get(), CURLUPART_URL, target.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        throw refused(location, "syntax");
    }
    return parse(partOf(handle.get(), CURLUPART_URL));
}

}  // namespace wb::net
