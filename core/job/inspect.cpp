#include "core/base/error.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/open_index.h"
#include "core/job/pipeline.h"
#include "core/safetensors/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace wb::job {

namespace {

constexpr std::string_view indexSuffix = ".index.json";

bool isCheckpointName(std::string_view name)
{
    constexpr std::array<std::string_view, 6> endings{".torch", ".pth", ".pt", ".bin", ".ckpt", ".safetensors"};
    return std::any_of(endings.begin(), endings.end(), [name](std::string_view ending) { return name.ends_with(ending); });
}

void refuseStateDictPath(const std::string& file, const std::string& stateDictPath)
{
    if (!stateDictPath.empty()) {
        throw Error(ErrorCode::StateDictPath).file(file).with("name", stateDictPath).with("kind", "safetensors");
    }
}

tensor::TensorIndex readFile(const std::string& path, const std::string& stateDictPath, JobContext& job)
{
    if (path.ends_with(indexSuffix)) {
        refuseStateDictPath(path, stateDictPath);
        return safetensors::readSharded(path, job);
    }
    return openIndex(*io::openFile(path), stateDictPath, job);
}

}  // namespace

std::string checkpointInside(const std::string& folder)
{
    std::vector<std::string> candidates;
    for (const std::string& name : io::listFolder(folder)) {
        if (name == "model.safetensors.index.json" || name == "model.safetensors") {
            // Sorted: the plain file comes before the index; a folder with both is one of a single file.
            return io::join(folder, name);
        }
        if (isCheckpointName(name) && io::fileBytes(io::join(folder, name))) {
            candidates.push_back(name);
        }
    }
    if (candidates.size() == 1) {
        return io::join(folder, candidates.front());
    }
    const bool none = candidates.empty();
    candidates.resize(std::min<size_t>(candidates.size(), 5));
    Error error(ErrorCode::NotACheckpoint);
    error.with("file", folder).with("kind", none ? "folder" : "folder-of-several");
    if (!none) {
        error.with("found", fmt::format("{}", fmt::join(candidates, ", ")));
    }
    throw error;
}

tensor::TensorIndex openIndex(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job)
{
    const checkpoint::Sniffed sniffed = checkpoint::sniff(source);
    switch (sniffed.kind) {
    case checkpoint::FileKind::TorchZip:
    case checkpoint::FileKind::TorchLegacy:
        return checkpoint::readTorchCheckpoint(source, stateDictPath, job);
    case checkpoint::FileKind::Safetensors:
        refuseStateDictPath(source.name(), stateDictPath);
        return safetensors::readSafetensors(source, job);
    case checkpoint::FileKind::Other:
        break;
    }
    throw Error(ErrorCode::NotACheckpoint).file(source.name()).with("kind", sniffed.otherName);
}

tensor::TensorIndex inspect(const std::string& path, const std::string& stateDictPath, JobContext& job)
{
    job.progress.begin(Stage::Inspect, 0);
    const std::string file = io::isFolder(path) ? checkpointInside(path) : path;
    job.progress.file(io::fileName(file));
    try {
        return readFile(file, stateDictPath, job);
    } catch (Error& error) {
        error.withDefault("file", file);
        error.addTrail("inspect");
        throw;
    }
}

}  // namespace wb::job
