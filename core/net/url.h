#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wb::net {

// An http or https address, taken apart and put together again by libcurl (RFC 3986); a value.
class Url {
public:
    // Throws UrlRefused (name, problem: "syntax", "scheme", "credentials", "control", "long", "host").
    static Url parse(std::string_view text);
    // True for text that is meant as an address: "word://…".
    static bool looksLikeOne(std::string_view text) noexcept;

    const std::string& text() const noexcept { return m_text; }      // without fragment; may hold a signature: never to be shown
    const std::string& shown() const noexcept { return m_shown; }    // without query
    const std::string& scheme() const noexcept { return m_scheme; }  // "http" or "https"
    const std::string& host() const noexcept { return m_host; }      // lower case, an IPv6 address in brackets
    uint16_t port() const noexcept { return m_port; }
    std::string origin() const;  // scheme://host:port
    bool isSecure() const noexcept { return m_scheme == "https"; }
    bool isLoopback() const noexcept;  // localhost, 127.0.0.0/8, ::1
    // A literal address of a private, link-local or otherwise unroutable network, or loopback.
    bool isInside() const;
    // Last part of the path as a plain file name: decoded, without separators, control characters, leading dots or names of devices, at most
    // 200 bytes. "download" where nothing is left.
    std::string fileName() const;
    // This address with another path (as it stands, percent-encoded) and no query.
    Url withPath(std::string_view path) const;
    // What a Location header leads to from here. Throws UrlRefused.
    Url resolved(std::string_view location) const;

private:
    Url() = default;

    std::string m_text;
    std::string m_shown;
    std::string m_scheme;
    std::string m_host;
    std::string m_path;
    uint16_t m_port = 0;
};

// A numeric address, without brackets, of this machine, of a private or link-local network, or of none.
bool isInsideAddress(std::string_view address);

// A foreign name made a plain file name, as Url::fileName() does.
std::string plainFileName(std::string_view name);

}  // namespace wb::net
