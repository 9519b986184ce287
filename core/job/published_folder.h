#pragma once

#include "core/base/log.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::job {

struct FolderFile {
    std::string name;  // from the folder, with slashes
    std::string path;
    uint64_t bytes = 0;
    int64_t modifiedNs = 0;
    int64_t changedNs = 0;  // io::changeTimeNs
};

// Files of a folder and of those below, as a repository would hold them, sorted. Names that begin with a dot (but .gitignore and .gitattributes)
// and names under which programs keep tokens are left out, with a warning. Links are not followed. Throws NotFound, NotAFolder, UnsafePath (problem
// "link", "name"), NotARegularFile, LimitExceeded (part "files", "depth", "bytes").
std::vector<FolderFile> filesToPublish(const std::string& folder, Log& log);

}  // namespace wb::job
