#pragma once

#include "tests/support/http/channel.h"
#include "tests/support/http/fault.h"

#include <optional>
#include <string>

namespace wb::test {

// Takes the requests of one connection, one after the other. Their range is not resolved yet.
class RequestReader {
public:
    explicit RequestReader(Channel& channel) : m_channel(channel) {}

    // Empty at the end of the connection, and at what is no HTTP or too much of it.
    std::optional<Request> next();
    const std::string& unread() const noexcept { return m_bytes; }  // came after the last request

private:
    bool readMore();

    Channel& m_channel;
    std::string m_bytes;
};

struct AskedRange {
    bool isSatisfiable = false;
    uint64_t begin = 0;
    uint64_t end = 0;  // inclusive
};

// A Range header held against a content of so many bytes; empty when there is none, more than one, or one that is not understood.
std::optional<AskedRange> resolveRange(const std::string& header, uint64_t bytes);

bool isSameName(std::string_view a, std::string_view b) noexcept;  // whatever their case

}  // namespace wb::test
