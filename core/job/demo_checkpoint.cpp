#include "core/job/demo_checkpoint.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/job/demo_containers.h"
#include "core/job/pipeline.h"

namespace wb::job {

namespace {

void requireRoom(const std::string& path, uint64_t bytes)
{
    const uint64_t free = io::diskSpace(path).freeBytes;
    if (bytes > free) {
        throw Error(ErrorCode::NotEnoughSpace).with("path", path).with("needed", bytes).with("free", free);
    }
}

void writeContainer(const DemoOptions& options, const std::string& path, const DemoModel& model, JobContext& job)
{
    DemoFile file(path, options.seed, options.sparse, job);
    switch (options.container) {
    case DemoContainer::Zip:
        return writeTorchZip(file, model);
    case DemoContainer::Legacy:
        return writeTorchLegacy(file, model);
    case DemoContainer::Safetensors:
        return writeSafetensors(file, model);
    }
}

}  // namespace

DemoResult makeDemo(const DemoOptions& options, JobContext& job)
{
    const mapping::Variant& variant = findVariant(options.variant);
    return writeDemo(demoModel(familyOf(variant.architecture), variant, options.scale), options, job);
}

DemoResult writeDemo(const DemoModel& model, const DemoOptions& options, JobContext& job)
{
    const std::string path = io::absolutePath(options.path);
    if (io::isFolder(path) || (io::exists(path) && !options.overwrite)) {
        throw Error(ErrorCode::WouldOverwrite).file(options.path);
    }
    if (!options.sparse) {
        requireRoom(path, model.bytes);
    }
    job.progress.begin(Stage::Convert, model.bytes);
    job.progress.file(io::fileName(path));
    io::makeFolders(io::parentFolder(path));
    const std::string working = path + ".part";
    if (io::exists(working)) {
        // Someone's, or left by a run that was killed: only a plain file may go.
        if (!io::fileBytes(working)) {
            throw Error(ErrorCode::WouldOverwrite).file(working);
        }
    }
    try {
        writeContainer(options, working, model, job);
        job.cancel.throwIfCancelled();
        io::publish(working, path);
    } catch (...) {
        io::removeFile(working);
        throw;
    }
    return {options.path, io::fileBytes(path).value_or(0), model.tensors.size(), model.architecture};
}

}  // namespace wb::job
