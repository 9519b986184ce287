#pragma once

#include "tests/structure/raw_client.h"
#include "tests/support/http/fault_server.h"

#include <string>

namespace wb::test {

inline constexpr const char* letters = "abcdefghijklmnopqrstuvwxyz";

// Serves the letters under /a.
inline void serveLetters(FaultServer& server)
{
    Content content = Content::of(letters);
    content.etag = "\"one\"";
    content.lastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
    server.serve("/a", content);
}

struct Got {
    std::string head;
    std::string body;
    RawClient::End end = RawClient::End::Open;
};

// The answer to a GET with those headers on a connection of its own.
inline Got got(FaultServer& server, const std::string& headers = {}, const std::string& path = "/a")
{
    RawClient client(server.port());
    Got answer;
    answer.head = client.get(path, headers + "Connection: close\r\n").head();
    answer.body = client.rest();
    answer.end = client.end();
    return answer;
}

// That of a server of the letters, with this fault.
inline Got gotWith(const Fault& fault, const std::string& headers = {})
{
    FaultServer server;
    serveLetters(server);
    server.faultOnce("/a", fault);
    return got(server, headers);
}

inline bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace wb::test
