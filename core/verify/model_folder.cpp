#include "core/verify/model_folder.h"

#include "core/base/error.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/safetensors/reader.h"
#include "core/verify/tally.h"

#include <algorithm>
#include <utility>

namespace wb::verify {

namespace {

constexpr const char* singleName = "model.safetensors";
constexpr const char* indexName = "model.safetensors.index.json";

void readReport(ModelFolder& model, const Limits& limits)
{
    const std::string path = io::join(model.path, plan::reportName);
    if (!io::exists(path)) {
        return;
    }
    try {
        model.report = plan::reportFromJson(io::readSmallFile(path, limits.jsonBytes), limits);
    } catch (const Error& error) {
        model.reportFailure = Failure{plan::reportName, problemOf(error)};
    }
}

// Reads the headers of one format; what is wrong with them becomes a failure.
template <typename Read> void addWeights(ModelFolder& model, plan::Format format, bool sharded, Read read)
{
    try {
        model.weights.push_back({format, sharded, read()});
    } catch (const Error& error) {
        model.layoutFailures.push_back({partOf(error), problemOf(error)});
    }
}

// True when there was something to read.
bool readSafetensorsWeights(ModelFolder& model, JobContext& job)
{
    const std::string index = io::join(model.path, indexName);
    if (io::exists(index)) {
        addWeights(model, plan::Format::Safetensors, true, [&] { return safetensors::readSharded(index, job); });
        return true;
    }
    const std::string single = io::join(model.path, singleName);
    if (io::exists(single)) {
        addWeights(model, plan::Format::Safetensors, false, [&] { return safetensors::readSafetensors(*io::openFile(single), job); });
        return true;
    }
    return false;
}

tensor::TensorIndex readPth(const std::string& folder, const std::string& name, JobContext& job)
{
    tensor::TensorIndex index = checkpoint::readTorchCheckpoint(*io::openNoLink(io::join(folder, name)), {}, job);
    if (!index.calls.empty()) {
        throw Error(ErrorCode::PickleForbiddenCall).part(name).with("name", index.calls.front());
    }
    return index;
}

bool readPthWeights(ModelFolder& model, JobContext& job)
{
    const std::string beside = io::parentFolder(model.path);
    const std::string name = pthNameOf(model);
    const bool isWanted = model.report ? !model.report->pthName.empty() : io::exists(io::join(beside, name));
    if (!isWanted) {
        return false;
    }
    addWeights(model, plan::Format::Pth, false, [&] { return readPth(beside, name, job); });
    return true;
}

void requireReportedWeights(ModelFolder& model)
{
    for (const plan::WrittenFile& file : model.report->files) {
        if (file.name.ends_with(".safetensors")) {
            model.layoutFailures.push_back({file.name, "missing"});
        }
    }
}

// A loader may take any file of that ending for a part of the model.
void refuseExtraFiles(ModelFolder& model)
{
    for (const WeightSet& set : model.weights) {
        if (set.format != plan::Format::Safetensors) {
            continue;
        }
        for (const std::string& name : io::listFolder(model.path)) {
            const auto isKnown = [&](const tensor::SourceFile& file) { return io::fileName(file.path) == name; };
            if (name.ends_with(".safetensors") && std::none_of(set.index.files.begin(), set.index.files.end(), isKnown)) {
                model.layoutFailures.push_back({name, "not part of the model"});
            }
        }
    }
}

}  // namespace

std::string pthNameOf(const ModelFolder& model)
{
    return io::fileName(model.path) + ".pth";
}

ModelFolder openModelFolder(const std::string& folder, JobContext& job)
{
    ModelFolder model;
    model.path = io::absolutePath(folder);
    if (!io::exists(model.path)) {
        throw Error(ErrorCode::NotFound).file(folder);
    }
    if (!io::isFolder(model.path)) {
        throw Error(ErrorCode::NotAFolder).file(folder);
    }
    readReport(model, job.limits);
    const bool safetensors = readSafetensorsWeights(model, job);
    job.cancel.throwIfCancelled();
    const bool pth = readPthWeights(model, job);
    if (!safetensors && model.report) {
        requireReportedWeights(model);
    } else if (!safetensors && !pth) {
        throw Error(ErrorCode::NotFound).file(folder).part(singleName).with("problem", "no-weights");
    }
    refuseExtraFiles(model);
    return model;
}

}  // namespace wb::verify
