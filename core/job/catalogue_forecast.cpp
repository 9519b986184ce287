#include "core/job/catalogue_forecast.h"

#include "core/io/folder.h"
#include "core/job/cached_source.h"
#include "core/job/catalogue_index.h"
#include "core/job/pipeline.h"
#include "core/job/publish.h"
#include "core/job/remote_source.h"
#include "core/plan/planner.h"

namespace wb::job {

namespace {

constexpr uint64_t reservePercent = 2;

// A file of the right name where sources are kept or cached. One found by its name alone is no proof: opening it tells.
std::string copyHere(const mapping::Variant& variant)
{
    if (variant.source.empty()) {
        return {};
    }
    const Source source = publishedSource(variant, settingsWithoutToken());
    const std::string kept = io::join(keepFolderFor(source, defaultSourceFolder()), variant.sourceFile);
    if (io::fileBytes(kept)) {
        return kept;
    }
    const std::vector<CachedCopy> copies = cachedCopies(source, nullptr);
    return copies.empty() ? std::string() : copies.front().path;
}

uint64_t bytesOf(const plan::Plan& plan)
{
    uint64_t bytes = 0;
    for (const plan::PlannedFile& file : plan.weightFiles) {
        bytes += file.bytes;
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        bytes += file.text.size();
    }
    return bytes;
}

}  // namespace

CatalogueForecast forecastOf(const std::string& name, JobContext& job)
{
    const mapping::Variant& variant = findVariant(name);
    const tensor::TensorIndex index = catalogueIndex(familyOf(variant.architecture), variant);
    CatalogueForecast forecast;
    forecast.sourceBytes = index.files.front().bytes;
    forecast.localCopy = copyHere(variant);
    plan::Options options;
    options.outputFolder = defaultSourceFolder() + "/" + variant.name;
    options.variant = variant.name;
    for (const tensor::DType dtype : {tensor::DType::F32, tensor::DType::BF16}) {
        options.dtype = dtype;
        const plan::Plan plan = makePlan(index, options, job);
        forecast.results.push_back({std::string(tensor::dtypeName(dtype)), bytesOf(plan), plan.weightFiles.size()});
        forecast.diskFree = plan.forecast.diskFree;
        forecast.fileSystem = plan.forecast.fileSystem;
        forecast.memoryNeeded = plan.forecast.memoryNeeded;
        forecast.memoryFree = plan.forecast.memoryFree;
    }
    const uint64_t both = (forecast.localCopy.empty() ? forecast.sourceBytes : 0) + forecast.results.front().bytes;
    forecast.diskNeeded = both + both / 100 * reservePercent;
    return forecast;
}

LocalVariants variantsHere(JobContext& job)
{
    LocalVariants here;
    here.freeBytes = io::diskSpace(defaultSourceFolder()).freeBytes;
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            job.cancel.throwIfCancelled();
            if (!copyHere(variant).empty()) {
                here.names.push_back(variant.name);
            }
        }
    }
    return here;
}

}  // namespace wb::job
