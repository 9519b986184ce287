#pragma once

#include "app/cli/session.h"
#include "core/convert/convert.h"
#include "core/job/remote_source.h"

#include <string>
#include <vector>

namespace wb::cli {

// What became of one source.
struct Conversion {
    CommandResult result;  // as it is printed where it is the only one
    std::string folder;
    std::vector<plan::WrittenFile> files;  // empty where nothing was converted
    bool alreadyDone = false;
};

// Converts one source into --out. A published one is looked at first, so that nothing is fetched in vain; then it is fetched and kept, or with
// --stream converted while it comes.
Conversion convertSource(Session& session, const job::Source& source);

}  // namespace wb::cli
