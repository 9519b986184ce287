#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/mapping/key_map.h"
#include "core/verify/parity_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wb::verify {

inline constexpr uint64_t mostPixels = 4096;  // of an edge

// What is put through both networks, and what passes.
struct ParityOptions {
    std::string image;  // path of a picture; empty: random numbers
    uint64_t seed = 0;  // of the random numbers
    // Pixels of each edge; absent: the picture's as the folder's processor says, or the least at which every weight counts.
    std::optional<uint64_t> size;
    std::optional<double> tolerance;  // largest relative error that passes; absent: derived from types and sums
    std::string variant;              // of the source, named by the user
    std::string stateDict;
    std::string keymapFile;
};

struct ParityOutcome {
    ParityReport report;
    std::optional<Error> error;  // ParityFailed
};

// Runs the source's network and the converted one layer by layer in weightbridge-torch and compares what they compute. Blocks, in constant memory.
// Throws what askTorchHelper throws, and what the helper found wrong with the files: MapIncomplete, VerificationFailed, ConfigImpossible, ImageFile …
ParityOutcome compareOutputs(const std::string& source, const std::string& folder, const ParityOptions& options, JobContext& job);

// The map that tracing both networks gives, for a checkpoint or a variant of the catalogue: where each source key goes, none for one that is left
// out. Throws what askTorchHelper throws, and TracePair.
std::vector<mapping::KeyEdit> traceKeyMap(const std::string& source, const std::string& variant, const std::string& stateDict, JobContext& job);

}  // namespace wb::verify
