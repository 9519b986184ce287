#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace wb::test {

// What a path serves; may be far larger than memory. read fills `into` with the bytes from offset on and is called on connection threads,
// never past the end.
struct Content {
    uint64_t bytes = 0;
    std::function<void(uint64_t offset, std::span<std::byte> into)> read;
    std::string etag;          // as sent, with its quotes; empty: no header
    std::string lastModified;  // an HTTP date; empty: no header
    std::string type = "application/octet-stream";

    static Content of(std::string bytes);                   // etag: SHA-256 of the bytes
    static Content ofFile(const std::string& path);         // etag from size and time of change; kept open; the size is that of now
    static Content pattern(uint64_t bytes, uint64_t seed);  // pseudo-random; any offset is computed at once
};

// The bytes of a content as text; for small ones.
std::string textOf(const Content& content, uint64_t begin, uint64_t bytes);

}  // namespace wb::test
