#pragma once

#include "tests/support/http/content.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

// The value of the first header of that name, whatever its case; empty when there is none.
std::string headerOf(const Headers& headers, std::string_view name);

struct Request {
    uint64_t connection = 0;  // from 0, in the order they came
    std::string method;
    std::string target;   // as asked, with its query
    std::string version;  // "HTTP/1.1"
    Headers headers;
    std::string body;
    // Begin and end, inclusive, as asked for, resolved against the content and cut to it; empty without a Range, or one of no byte of it.
    // If-Range is not looked at here.
    std::optional<std::pair<uint64_t, uint64_t>> range;
    // Counted as the bytes are handed to the socket: whatever a client has received is in it. Of a raw answer, all of it.
    uint64_t bodyBytesSent = 0;

    std::string header(std::string_view name) const { return headerOf(headers, name); }
    std::string path() const { return target.substr(0, target.find('?')); }
};

// What goes wrong with one answer; all optional, combined. Of closeAfter, resetAfter and stallAfter the smallest holds; one past the end of
// the body does nothing.
struct Fault {
    // From 300 on with a short text as body (none for 304); below, the content with this status line. It wins over a 404.
    std::optional<int> status;
    Headers headers;  // added or, where the name is there, replacing. A false Content-Length ends the connection after the body.
    std::vector<std::string> withoutHeaders;
    std::optional<std::string> body;  // the whole body, without regard to Range; status 200 unless told
    std::optional<std::string> raw;   // these bytes are the whole answer, headers and all; then the connection is closed

    // Body bytes after which comes: a FIN; an RST, as soon as the client's kernel has them; nothing, until the client closes or the server stops.
    std::optional<uint64_t> closeAfter;
    std::optional<uint64_t> resetAfter;
    std::optional<uint64_t> stallAfter;

    std::vector<uint64_t> flips;                             // absolute offsets in the content whose byte is sent xor 0x20, when it is sent at all
    std::optional<std::pair<uint64_t, uint64_t>> sendRange;  // this other range (inclusive), as 206 with its own Content-Range
    bool ignoreRange = false;                                // 200 with everything
    bool chunked = false;                                    // Transfer-Encoding instead of Content-Length

    std::optional<uint64_t> bytesPerSecond;      // of the body; instead of the server's
    std::optional<uint64_t> headBytesPerSecond;  // of the status line and the headers
    std::chrono::milliseconds latency{0};        // before the answer, besides the server's

    std::optional<Content> insteadOf;  // another content, for this answer only; for unknown paths too
    bool closeBeforeAnswer = false;
    bool resetBeforeAnswer = false;
    bool stallBeforeAnswer = false;
    int continues = 0;                   // so many "HTTP/1.1 100 Continue" first
    bool tlsCloseWithoutNotify = false;  // wherever this answer closes the connection; closes it after the answer if nothing else does
};

}  // namespace wb::test
