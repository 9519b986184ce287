#pragma once

#include "tests/support/http/fault.h"
#include "tests/support/http/fault_server.h"

#include <cstdint>
#include <string>

namespace wb::test {

// What a path has: a content, or a status with headers such as a redirect.
struct Resource {
    Content content;
    int status = 200;
    Headers headers;
};

// One answer, decided to the last byte but those of the content.
struct Answer {
    std::string head;  // up to the empty line, with it; empty: the body is the whole answer
    Content content;   // the body is this piece of it
    uint64_t begin = 0;
    uint64_t bytes = 0;
    bool isChunked = false;
    bool keepsConnection = false;  // false: the end of the connection ends the answer
};

// `resource` is null where the path has none.
Answer makeAnswer(const Request& request, const Resource* resource, const FaultServerOptions& options, const Fault& fault);

// An answer without faults.
Answer makeTextAnswer(const Request& request, int status, std::string text, Headers headers = {});

}  // namespace wb::test
