#pragma once

#include "core/hub/answers.h"
#include "core/net/settings.h"
#include "core/net/url.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace wb::hub {

// A file as the store of large files knows it.
struct StoreObject {
    std::string oid;  // SHA-256
    uint64_t bytes = 0;
};

// What the answer to an LFS batch says of one object. Its addresses are signed: secrets, held in memory only, never shown.
struct StoreTarget {
    enum class Kind { There, Whole, Parts };

    StoreObject object;
    Kind kind = Kind::There;
    std::vector<net::Url> parts;                              // where to PUT: one for Whole
    uint64_t partBytes = 0;                                   // of each but the last
    std::vector<std::pair<std::string, std::string>> fields;  // to send with the one PUT of Whole
    std::vector<net::Url> completion;                         // of Parts: one
    std::vector<net::Url> verification;                       // one or none
    std::string upload;  // SHA-256 of what names this upload at the store: equal for two answers when parts of the one count for the other
};

// Target of each object, in their order. Refuses an answer that leaves one out, parts that do not make up the file, addresses over plain http to
// another machine. Throws BadResponse, HubRefused (part: the oid; the Hub does not take this object), UrlRefused.
std::vector<StoreTarget> targetsIn(const Json& answer, const std::vector<StoreObject>& objects, const net::Url& url, const net::Settings& settings);

// Its addresses are ones that may be asked. Throws UrlRefused.
void requireTaken(const StoreTarget& target, const net::Settings& settings);

}  // namespace wb::hub
