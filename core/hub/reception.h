#pragma once

#include "core/hub/answers.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::hub {

// A file as the Hub is asked about it.
struct OfferedFile {
    std::string path;
    uint64_t bytes = 0;
    std::string sample;  // first 512 bytes
};

// What the Hub would make of it.
struct Reception {
    std::string path;
    bool isLarge = false;  // for the store
    bool isIgnored = false;
    std::string oid;  // of the file as it stands at the revision: SHA-1 of its Git blob or SHA-256; empty: none there, or not said
};

// Of an answer of preupload: one for each file, in their order. Throws BadResponse, also where the Hub has not answered for each file, once.
std::vector<Reception> receptionsIn(const Json& answer, const std::vector<OfferedFile>& files, const net::Url& url);

// SHA-1 or SHA-256 in hex digits.
bool isObjectName(std::string_view text) noexcept;

}  // namespace wb::hub
