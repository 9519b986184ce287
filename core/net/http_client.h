#pragma once

#include "core/io/byte_range.h"
#include "core/net/request_body.h"
#include "core/net/settings.h"
#include "core/net/url.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb {
class Log;
}

namespace wb::net {

struct Request {
    Url url;
    std::optional<ByteRange> range{};  // not empty
    std::string ifRange{};             // validator to send with the range; empty: none
    std::string token{};               // sent as "Authorization: Bearer"; the caller sees to the origin
    // Refuse to speak to an address inside this machine or network, whatever name led there.
    bool onlyOutside = false;
    // Sent once at the most: over a kept connection that has died libcurl would send it again by itself.
    bool onNewConnection = false;
    std::string method = "GET";
    std::vector<std::pair<std::string, std::string>> fields{};  // to send beside those of the client; without line ends
    std::shared_ptr<const RequestBody> body{};                  // with its length, never in chunks
    std::chrono::milliseconds answerWithin{0};                  // longest silence once all is sent; 0: the settings' stallTimeout
};

// Status and header fields of an answer; names in lower case, in order of arrival. A server that repeats the settings' token is not heard in that.
struct Head {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> fields;
    // Of the first field of that name; empty when there is none.
    std::string_view field(std::string_view name) const noexcept;
};

// Takes one answer. Called inside HttpClient::run(), on its thread.
class Receiver {
public:
    virtual ~Receiver() = default;
    // False: the body is not wanted, the transfer ends as Stopped.
    virtual bool takeHead(const Head& head) = 0;
    // A piece of the body, in order; false ends the transfer as Stopped.
    virtual bool takeBody(std::span<const std::byte> bytes) = 0;
    // So many bytes of the request's body are on their way; less than before when it is sent anew.
    virtual void sent(uint64_t) {}
};

// How a transfer ended.
struct End {
    enum class Kind {
        Whole,    // the answer came to its end
        Stopped,  // by its receiver
        Network,  // name look-up, connecting, cut or reset, nothing for too long: may be tried again
        Tls,      // no secure connection to this host: trying again is useless
        Proxy,    // the proxy refuses
        Answer    // no HTTP, or header fields beyond every measure
    };
    uint64_t transfer = 0;
    Kind kind = Kind::Network;
    std::string
        problem;  // stable token: dns, connect, timeout, reset, cut, stall, certificate, expired, wrong-host, self-signed, unknown-authority, …
    std::string reason;              // libcurl's words
    bool atProxy = false;            // Network: on the way to the proxy, or the proxy does not reach the host
    bool wasInside = false;          // the host was reached at an address inside this machine or network
    std::exception_ptr bodyFailure;  // Stopped: what reading the request's body threw
};

// libcurl's multi interface: several transfers at once on the caller's thread. HTTP/1.1 with kept connections, TLS verified, no redirects followed,
// no compression asked for. The speed limit is shared by the transfers that run, both ways. A transfer that moves nothing, or next to nothing, while
// run() waits is a stall. Only wake() may be called from another thread.
class HttpClient {
public:
    // The log, which outlives it, gets each request as a command line of curl, at the level of details. Throws OutOfMemory.
    explicit HttpClient(const Settings& settings, Log* log = nullptr);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // The receiver must outlive the transfer. Returns the transfer's number. Throws Offline.
    uint64_t start(const Request& request, Receiver& receiver);
    void stop(uint64_t transfer);
    size_t running() const noexcept;
    // Moves bytes, waiting at most so long for the first; returns what ended.
    std::vector<End> run(std::chrono::milliseconds longest);
    // Ends a wait of run().
    void wake() noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace wb::net
