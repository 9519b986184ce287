#include "core/checkpoint/torch_checkpoint.h"

#include "core/base/error.h"
#include "core/checkpoint/legacy_container.h"
#include "core/checkpoint/state_dict_finder.h"
#include "core/checkpoint/tensor_assembly.h"
#include "core/checkpoint/torch_container.h"
#include "core/checkpoint/torch_zip.h"
#include "core/checkpoint/vissl_slices.h"

#include <utility>

namespace wb::checkpoint {

namespace {

constexpr size_t tensorsBetweenCancelChecks = 512;

tensor::TensorIndex readIndex(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job)
{
    const auto container = openTorchContainer(source, job);
    FoundStateDict found = findStateDict(container->tree(), stateDictPath, job.limits);
    tensor::TensorIndex index;
    index.container = container->kind();
    index.files.push_back({source.name(), source.size(), source.identity().modifiedNs, source.identity().validator});
    index.stateDict = std::move(found.path);
    index.opaque = container->tree().opaque;
    index.calls = container->tree().calls;
    index.ignored = std::move(found.ignored);
    index.warnings = std::move(found.warnings);
    if (!found.slices.empty()) {
        addSlices(source, found, index, job);
        return index;
    }
    TensorAssembly assembly(index, job.limits);
    for (size_t i = 0; i < found.tensors.size(); ++i) {
        if (i % tensorsBetweenCancelChecks == 0) {
            job.cancel.throwIfCancelled();
        }
        assembly.add(*container, 0, found.tensors[i]);
    }
    assembly.warnOfSharing();
    return index;
}

}  // namespace

std::unique_ptr<TorchContainer> openTorchContainer(const io::ByteSource& source, JobContext& job)
{
    const Sniffed sniffed = sniff(source);
    switch (sniffed.kind) {
    case FileKind::TorchZip:
        return openTorchZip(source, job);
    case FileKind::TorchLegacy:
        return openLegacyContainer(source, job);
    case FileKind::Safetensors:
    case FileKind::Other:
        break;
    }
    const std::string_view kind = sniffed.kind == FileKind::Safetensors ? "safetensors" : std::string_view(sniffed.otherName);
    throw Error(ErrorCode::NotACheckpoint).file(source.name()).with("kind", kind);
}

tensor::TensorIndex readTorchCheckpoint(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job)
{
    try {
        return readIndex(source, stateDictPath, job);
    } catch (Error& error) {
        error.withDefault("file", source.name());
        throw;
    }
}

}  // namespace wb::checkpoint
