#pragma once

#include "core/job/published_hash.h"
#include "core/job/remote_source.h"
#include "core/net/remote_file.h"

#include <string>
#include <vector>

namespace wb::job {

// A file of the right name that another program fetched before.
struct CachedCopy {
    std::string path;
    PublishedHash hash;  // that its place in the cache promises
};

// Copies that may be the source, in the caches of huggingface_hub (blobs by SHA-256, snapshots by commit) and torch.hub
// ($TORCH_HOME/hub/checkpoints). `file`: what the server says; null when it is out of reach. Nothing is read of the copies.
std::vector<CachedCopy> cachedCopies(const Source& source, const net::RemoteFile* file);

// A hard link to the copy where the file system allows it, else a copy of its bytes, under a working name first. Progress: stage Check.
void bringHere(const std::string& copy, const std::string& path, JobContext& job);

}  // namespace wb::job
