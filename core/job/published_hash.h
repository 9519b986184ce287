#pragma once

#include "core/job/remote_source.h"
#include "core/net/remote_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace wb::job {

// SHA-256 of a published file as its publisher states it.
struct PublishedHash {
    Proof kind = Proof::None;
    std::string hex;  // lower case; of a name only its first digits, at least 8

    bool isKnown() const noexcept { return kind != Proof::None; }
    bool agrees(std::string_view sha256) const noexcept { return isKnown() && sha256.starts_with(hex); }
};

// That of the Hub; else of FILE.sha256 beside the file, which is asked for; else of the name (NAME-0123abcd.pth, as torch.hub has it).
PublishedHash publishedHash(const net::RemoteFile& file, const std::string& fileName, const net::Settings& settings, JobContext& job);
// Of the name alone.
PublishedHash hashInName(std::string_view fileName);
// The hash for a file in the text of a list of sums: "HASH", "HASH  NAME", "SHA256 (NAME) = HASH". Empty when there is none.
std::string hashInList(std::string_view text, std::string_view fileName);

}  // namespace wb::job
