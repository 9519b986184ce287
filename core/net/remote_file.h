#pragma once

#include "core/net/http_client.h"
#include "core/net/url.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wb::net {

// A file on a server as it was found: where its bytes come from, and what tells this state of it from another. A value.
struct RemoteFile {
    Url asked;  // what the user named
    Url place;  // where redirects led: that sends the bytes (may be signed, and expire)
    std::optional<uint64_t> bytes;
    std::string etag;          // as sent; empty: none
    std::string lastModified;  // as sent; empty: none
    std::string sha256;        // that the Hub publishes for it (X-Linked-ETag); empty: none
    std::string commit;        // X-Repo-Commit; empty: none
    bool ranges = false;       // parts can be had
    bool onlyOutside = false;  // place must not be inside this machine or network

    // For If-Range: a strong ETag, else Last-Modified; empty when there is neither, or it cannot stand in a header.
    std::string validator() const;
    // What names this state of the file: its ETag, strong or weak, else Last-Modified; empty when there is neither.
    const std::string& state() const noexcept { return etag.empty() ? lastModified : etag; }
    // Not at the asked place: an address given out for a while.
    bool isElsewhere() const noexcept { return place.text() != asked.text(); }
    // The published hash says it, else size and validators.
    bool isSameState(const RemoteFile& other) const noexcept;
};

// What an answer to a request for a part (or for the whole) means.
enum class Verdict {
    Take,       // the bytes asked for
    Whole,      // the whole file from its first byte, though a part was asked for
    Changed,    // another state of the file
    LookAgain,  // the place has moved or its signature has expired: follow the redirects anew
    Wait,       // busy or broken for now: try again later
    Refuse      // trying again is useless
};

struct Answer {
    Verdict verdict = Verdict::Refuse;
    uint64_t bytes = 0;   // Take: how many will come, at most as many as asked for
    std::string problem;  // stable token, for all but Take
};

// Status, Content-Range, Content-Length, total, validators and encoding of the answer to a request for `asked` of the file, or for the whole of it
// when `asked` is empty (RFC 9110, 14 and 15.3.7).
Answer judge(const Head& head, const RemoteFile& file, const std::optional<ByteRange>& asked);

// A server that is busy or broken for now: time may mend it. The token says which: "busy" or "status".
bool isBusy(int status) noexcept;
std::string_view busyToken(int status) noexcept;

// "bytes 0-99/1234" of a 206; empty when it is not of that form. total is empty for "*".
struct ContentRange {
    ByteRange range;
    std::optional<uint64_t> total;
};
std::optional<ContentRange> parseContentRange(std::string_view text) noexcept;
// Decimal digits only. Empty when it is none or overflows 63 bits.
std::optional<uint64_t> parseSize(std::string_view text) noexcept;

// Names of what is sent in place of a file, told by its first bytes: "html", "lfs-pointer"; empty for anything else.
std::string_view impostor(std::span<const std::byte> firstBytes) noexcept;

}  // namespace wb::net
