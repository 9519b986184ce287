#include "core/job/reference_run.h"

#include "core/io/folder.h"
#include "core/job/pipeline.h"

namespace wb::job {

namespace {

// Several variants are published under one file name: a file of other depths, or known to be another variant, is not the one looked for.
void requireVariant(const plan::Plan& plan, const mapping::Variant& variant, const std::string& source)
{
    const mapping::Architecture& found = plan.detection.architecture;
    const mapping::Architecture& wanted = variant.architecture;
    const bool isOther = !found.variant.empty() && found.variant != variant.name;
    if (isOther || found.depths != wanted.depths || found.layerType != wanted.layerType) {
        throw Error(ErrorCode::NotFound).file(source).with("problem", "other-variant").with("expected", variant.name).with("found", found.variant);
    }
}

ReferenceResult::State convertOne(const mapping::Variant& variant, const ReferenceResult& result, bool isOneOfAll, const ReferenceEvents& events,
                                  JobContext& job)
{
    const bool pthIsThere = io::exists(result.pth);
    if (pthIsThere) {
        events.pthIsThere(result.pth);
    }
    if (!io::exists(result.source)) {
        if (!pthIsThere || !io::isFolder(result.folder)) {
            throw Error(ErrorCode::NotFound).file(result.source);
        }
        // Nothing to convert from any more, but the result is here.
        requireVerified(verifyFolder(result.folder, job), result.folder);
        return ReferenceResult::State::Kept;
    }
    plan::Options options;
    options.outputFolder = result.folder;
    options.variant = variant.name;
    options.format = plan::Format::Both;
    const plan::Plan plan = makePlan(inspect(result.source, {}, job), options, job);
    if (isOneOfAll) {
        requireVariant(plan, variant, result.source);
    }
    events.planned(plan);
    return run(plan, {}, true, job).converted.alreadyDone ? ReferenceResult::State::Kept : ReferenceResult::State::Converted;
}

std::vector<const mapping::Variant*> variantsNamed(const std::string& name)
{
    if (!name.empty()) {
        return {&findVariant(name)};
    }
    std::vector<const mapping::Variant*> all;
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            all.push_back(&variant);
        }
    }
    return all;
}

}  // namespace

std::vector<ReferenceResult> runReference(const std::string& modelName, const std::string& folder, const ReferenceEvents& events, JobContext& job)
{
    std::vector<ReferenceResult> results;
    for (const mapping::Variant* variant : variantsNamed(modelName)) {
        events.begins(variant->name);
        ReferenceResult result;
        result.variant = variant->name;
        result.folder = io::join(folder, variant->name);
        result.pth = result.folder + ".pth";
        result.source = io::join(folder, variant->sourceFile);
        try {
            result.state = convertOne(*variant, result, modelName.empty(), events, job);
        } catch (const Error& error) {
            result.error = error;
        }
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace wb::job
