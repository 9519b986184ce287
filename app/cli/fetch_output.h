#pragma once

#include "app/cli/session.h"
#include "core/job/remote_source.h"

#include <string>

namespace wb::cli {

// Fetches with the progress shown.
job::Fetched fetchSource(Session& session, const job::Source& source, const std::string& folder);

// "37.30 GB fetched, 12.00 GB kept from an earlier run; its SHA-256 is the published one"
std::string fetchedText(const job::Fetched& fetched);
// Members that begin with `prefix`: bytes, sha256, proof; then bytes_fetched, bytes_twice, bytes_resumed, already_there, damaged_pieces.
std::string fetchedMembers(const job::Fetched& fetched, const std::string& prefix);

}  // namespace wb::cli
