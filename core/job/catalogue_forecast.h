#pragma once

#include "core/base/job_context.h"
#include "core/mapping/family.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::job {

// What is known of a variant before a byte of it is fetched.
struct CatalogueForecast {
    struct Result {
        std::string dtype;   // "F32", "BF16" (F16 takes the same room)
        uint64_t bytes = 0;  // of all files of the model folder
        size_t shards = 0;
    };
    uint64_t sourceBytes = 0;     // of its tensors; the published file is a little longer
    std::vector<Result> results;  // of the default shard size, F32 first
    uint64_t diskNeeded = 0;      // source kept, F32 result and 2 % reserve, bytes
    uint64_t diskFree = 0;        // where sources are kept
    uint64_t fileSystem = 0;      // there, as io::DiskSpace has it
    uint64_t memoryNeeded = 0;    // bytes
    uint64_t memoryFree = 0;
    std::string localCopy;  // path of a file on this machine that may be the published one; empty: none was found
};

// Blocks (looks at the file system); opens nothing over the network. Throws VariantUnknown.
CatalogueForecast forecastOf(const std::string& variant, JobContext& job);

struct LocalVariants {
    std::vector<std::string> names;
    uint64_t freeBytes = 0;  // where sources are kept
};
// The variants whose published file seems to be on this machine: where sources are kept, or in the caches of huggingface_hub and torch.hub. Looks at
// names only. Blocks.
LocalVariants variantsHere(JobContext& job);

}  // namespace wb::job
