#include "core/job/reference_run.h"

#include "core/io/folder.h"
#include "core/job/pipeline.h"

#include <algorithm>

namespace wb::job {

namespace {

bool isOf(const mapping::Variant& variant, const mapping::Detection& detection)
{
    const mapping::Architecture& found = detection.architecture;
    const mapping::Architecture& wanted = variant.architecture;
    const bool isOther = !found.variant.empty() && found.variant != variant.name;
    return !isOther && found.depths == wanted.depths && found.layerType == wanted.layerType;
}

void requireVariant(const plan::Plan& plan, const mapping::Variant& variant, const std::string& source)
{
    if (!isOf(variant, plan.detection)) {
        throw Error(ErrorCode::NotFound)
            .file(source)
            .with("problem", "other-variant")
            .with("expected", variant.name)
            .with("found", plan.detection.architecture.variant);
    }
}

std::vector<const mapping::Variant*> allVariants()
{
    std::vector<const mapping::Variant*> all;
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            all.push_back(&variant);
        }
    }
    return all;
}

std::vector<const mapping::Variant*> variantsNamed(const std::string& name)
{
    return name.empty() ? allVariants() : std::vector<const mapping::Variant*>{&findVariant(name)};
}

bool holds(const std::string& path, const mapping::Variant& variant, JobContext& job)
{
    try {
        return isOf(variant, identify(inspect(path, {}, job), {}).detection);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotThisFamily) {
            return false;
        }
        throw;
    }
}

// Where the variant's file is, or goes.
std::string sourcePath(const mapping::Variant& variant, const std::string& folder, JobContext& job)
{
    const std::string plain = io::join(folder, variant.sourceFile);
    const std::string own = io::join(io::join(folder, variant.name + "-source"), variant.sourceFile);
    if (io::exists(plain)) {
        return holds(plain, variant, job) ? plain : own;
    }
    return sharesFileName(variant) ? own : plain;
}

struct Run {
    const mapping::Variant& variant;
    const std::string& folder;
    const net::Settings& settings;
    const ReferenceEvents& events;
    JobContext& job;
};

void fetch(const Run& run, ReferenceResult& result)
{
    run.events.fetches(result.source);
    const Source source = publishedSource(run.variant, run.settings);
    try {
        const Fetched fetched = fetchSource(source, io::parentFolder(result.source), run.settings, run.job);
        result.source = fetched.path;
        run.events.fetched(fetched);
    } catch (Error& error) {
        error.withDefault("file", source.shown);
        throw;
    }
}

void convertOne(const Run& run, ReferenceResult& result)
{
    const bool pthIsThere = io::exists(result.pth);
    if (pthIsThere) {
        run.events.pthIsThere(result.pth);
    }
    result.source = sourcePath(run.variant, run.folder, run.job);
    if (!io::exists(result.source)) {
        if (pthIsThere && io::isFolder(result.folder)) {
            // Nothing to convert from any more, but the result is here.
            requireVerified(verifyFolder(result.folder, run.job), result.folder);
            result.state = ReferenceResult::State::Kept;
            return;
        }
        fetch(run, result);
    }
    plan::Options options;
    options.outputFolder = result.folder;
    options.variant = run.variant.name;
    options.format = plan::Format::Both;
    const plan::Plan plan = makePlan(inspect(result.source, {}, run.job), options, run.job);
    requireVariant(plan, run.variant, result.source);
    run.events.planned(plan);
    const bool isKept = job::run(plan, {}, true, run.job).converted.alreadyDone;
    result.state = isKept ? ReferenceResult::State::Kept : ReferenceResult::State::Converted;
}

}  // namespace

std::vector<ReferenceResult> runReference(const std::string& modelName, const std::string& folder, const net::Settings& settings,
                                          const ReferenceEvents& events, JobContext& job)
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
            convertOne({*variant, folder, settings, events, job}, result);
        } catch (const Error& error) {
            result.error = error;
        }
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace wb::job
