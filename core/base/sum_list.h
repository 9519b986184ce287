#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wb {

struct ListedSum {
    std::string sha256;  // 64 lower-case hex digits
    std::string name;    // of the file, as it stands there, which may be any bytes; empty: it is not named
};

// The SHA-256 sums in a list of them, in order: "HASH", "HASH  NAME" and "HASH *NAME" (sha256sum), "SHA256 (NAME) = HASH" (BSD), "NAME: HASH" (gpg).
// What has no 64 hex digits, and what begins with "#", is no line of the list.
std::vector<ListedSum> sumsIn(std::string_view text);

}  // namespace wb
