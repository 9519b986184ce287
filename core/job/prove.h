#pragma once

#include "core/job/published_hash.h"
#include "core/job/remote_source.h"
#include "core/net/download.h"

#include <optional>
#include <string>

namespace wb::job {

// Proof of a file on disk, as it is: by its hash, or else by the CRC-32 of every record. Empty when it is not right. Proof::None: nothing to hold it
// against. Progress: stage Check.
std::optional<Proof> proofOf(const std::string& path, const PublishedHash& hash, JobContext& job);

// Proof of a download that is whole. Where bytes prove to be damaged these are found and fetched again: one changed byte by the record's CRC-32 alone
// (checkpoint/flipped_byte.h), else chunk by chunk. `mended` gets the number of places. Throws ChecksumMismatch, CrcMismatch when what the
// server sends is not what it should be. Progress: stage Check.
Proof proveDownload(net::Download& download, const PublishedHash& hash, uint64_t& mended, JobContext& job);

}  // namespace wb::job
