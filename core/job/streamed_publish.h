#pragma once

#include "core/convert/convert.h"
#include "core/job/publish.h"
#include "core/plan/plan.h"

#include <functional>
#include <string>

// Publishing what is not kept: each weight file is proved, sent and removed as soon as it is whole, so that two of them at most are on disk. Nobody
// sees anything of it before the one commit, which comes last. Both functions block and run on the caller's thread.
namespace wb::job {

// As planPublish, for a conversion that is still to be made: the options' folder is not looked at. The files have no hashes yet, the report no size.
PublishPlan planStreamedPublish(const plan::Plan& conversion, const PublishOptions& options, const net::Settings& settings, JobContext& job);

// Where the files lie meanwhile unless told: weightbridge/publishing/OWNER--NAME below XDG_CACHE_HOME or ~/.cache. Throws RepositoryName.
std::string streamingFolder(const std::string& repository);

struct StreamedPublication {
    convert::Result converted;
    Publication publication;
};

// Carries out a conversion's plan, in one of the ways there are (pipeline.h, remote_source.h), with the options that it is given.
using Conversion = std::function<convert::Result(const convert::ConvertOptions& options)>;

// Goes on after any interruption: the conversion's work folder and the upload's journal tell where. Progress: that of the conversion, with
// the sending beside it; then stage Commit. Throws what converting and publishing throw, and VerificationFailed for a file that does not hold what
// was written to it.
StreamedPublication publishStreamed(const plan::Plan& conversion, const PublishPlan& plan, const net::Settings& settings,
                                    convert::ConvertOptions options, const Conversion& convert, JobContext& job);

}  // namespace wb::job
