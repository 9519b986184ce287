#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/job/remote_source.h"
#include "core/mapping/family.h"
#include "core/plan/plan.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wb::job {

// The reference script's job: for each variant find its published file in a folder, or fetch it into it, and write NAME.pth and NAME/ there.
// The file is looked for, and put, under its published name. Where several variants share that name, or another model's file has it, it is
// NAME-source/ in the folder that gets it: nothing there is overwritten.
struct ReferenceResult {
    enum class State { Converted, Kept, Failed };

    std::string variant;
    State state = State::Failed;
    std::string folder;  // DIR/NAME
    std::string pth;     // DIR/NAME.pth
    std::string source;  // DIR/ or DIR/NAME-source/, and the published file name
    std::optional<Error> error;
};

// Called on the caller's thread as things happen.
struct ReferenceEvents {
    std::function<void(const std::string& variant)> begins;
    std::function<void(const std::string& pth)> pthIsThere;
    std::function<void(const std::string& path)> fetches;  // the source, which is not there
    std::function<void(const Fetched& fetched)> fetched;
    std::function<void(const plan::Plan& plan)> planned;
};

// One variant by name, or all of the catalogue when the name is empty: then a failure is recorded and the next one is tried. Throws VariantUnknown
// and Cancelled; all else is in the results.
std::vector<ReferenceResult> runReference(const std::string& modelName, const std::string& folder, const net::Settings& settings,
                                          const ReferenceEvents& events, JobContext& job);

}  // namespace wb::job
