#pragma once

#include "core/plan/conversion_report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::convert {

// A weight file that is whole and synced.
struct WholeFile {
    uint32_t number = 0;  // in Plan::weightFiles
    std::string path;
    std::string sha256;
    std::vector<std::string> xxh3;  // of its tensors, in their order
};

// Another place for a result than its folder: weight files are taken there as they become whole, one at a time, so that never more than two lie on
// disk. Called by one thread at a time. All but begin() throw what stands against it; then the same file may be begun again. VerificationFailed: it
// is not what was written to it.
class FileSink {
public:
    virtual ~FileSink() = default;

    // Begins to take a file, which stays as it is until await() has returned. Goes on with it where it was begun before.
    virtual void begin(const WholeFile& file) = 0;
    // Looks whether the file begun last has failed.
    virtual void check() = 0;
    // Waits until the file begun last is at its place.
    virtual void await() = 0;
    // All weight files are at their place: brings what else belongs to the result, and makes it valid. Returns the numbers of weight files that are
    // no longer at their place, and must come again before this is called again.
    virtual std::vector<uint32_t> finish(const plan::ConversionReport& report) = 0;
};

}  // namespace wb::convert
