#pragma once

#include "core/base/job_context.h"

#include <string>
#include <vector>

namespace wb::job {

// Files held against a list of their SHA-256 sums. Paths are bytes of the file system; names are foreign.
struct CheckedSums {
    struct File {
        std::string path;
        std::string expected;
        std::string found;
        bool isEqual() const noexcept { return expected == found; }
    };

    bool isList = false;               // it holds at least one sum, and is no larger than such lists are
    std::vector<File> files;           // those that are there, in the list's order
    std::vector<std::string> missing;  // those that are not, as the list names them; empty: it does not say of which file its sum is
};

// The files are those beside the list; else the one that is open, where it has the name, or the list has but one sum without a name. A list
// NAME.sha256 without names is of NAME. `openFile` may be empty. Blocks; advances the progress by the files' bytes. Throws what opening and reading
// files throws, and Cancelled.
CheckedSums checkSums(const std::string& list, const std::string& openFile, JobContext& job);

}  // namespace wb::job
