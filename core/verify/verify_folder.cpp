#include "core/verify/content_checks.h"
#include "core/verify/model_checks.h"
#include "core/verify/model_folder.h"
#include "core/verify/tally.h"
#include "core/verify/verify.h"

#include "core/io/folder.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::verify {

namespace {

constexpr const char* workName = ".weightbridge";  // of a conversion that has not come to its end

Check checkReport(const ModelFolder& model)
{
    Tally tally("report");
    if (model.reportFailure) {
        tally.fail(model.reportFailure->part, model.reportFailure->problem);
    } else if (model.report) {
        tally.note(fmt::format("{} tensors, {} files recorded", model.report->tensors.size(), model.report->files.size()));
    } else {
        tally.note("none: nothing recorded to compare with");
    }
    return tally.check();
}

Check checkFinished(const ModelFolder& model)
{
    Tally tally("finished");
    if (io::exists(io::join(model.path, workName))) {
        tally.fail(workName, "left by a conversion that has not ended");
    } else {
        tally.note("no work left over");
    }
    return tally.check();
}

Check checkLayout(const ModelFolder& model)
{
    Tally tally("layout");
    for (const Failure& failure : model.layoutFailures) {
        tally.fail(failure.part, failure.problem);
    }
    for (const WeightSet& set : model.weights) {
        for (size_t file = 0; file < set.index.files.size(); ++file) {
            tally.pass();
        }
    }
    return tally.check();
}

}  // namespace

Report verifyFolder(const mapping::Family& family, const std::string& folder, JobContext& job)
{
    job.progress.begin(Stage::Verify, 0);
    const ModelFolder model = openModelFolder(folder, job);
    Report report;
    for (const WeightSet& set : model.weights) {
        report.tensors += set.index.tensors.size();
    }
    report.checks = {checkReport(model), checkFinished(model), checkLayout(model)};
    for (Check& check : checkModel(family, model, job.limits)) {
        report.checks.push_back(std::move(check));
    }
    job.cancel.throwIfCancelled();
    job.progress.begin(Stage::Verify, contentBytes(model));
    for (Check& check : checkContent(model, job)) {
        report.checks.push_back(std::move(check));
    }
    report.ok = std::all_of(report.checks.begin(), report.checks.end(), [](const Check& check) { return check.ok; });
    return report;
}

}  // namespace wb::verify
