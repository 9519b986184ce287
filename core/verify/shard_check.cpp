#include "core/verify/shard_check.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/safetensors/reader.h"
#include "core/verify/file_hashes.h"

#include <span>
#include <unordered_map>

namespace wb::verify {

namespace {

Error failed(const std::string& path, const std::string& part, const char* check, const char* reason)
{
    return Error(ErrorCode::VerificationFailed).file(path).part(part).with("name", check).with("reason", reason);
}

void requireHeader(const tensor::TensorIndex& found, const plan::PlannedFile& file, std::span<const plan::PlannedTensor> planned,
                   const std::string& path)
{
    std::unordered_map<std::string_view, const tensor::TensorInfo*> tensors;
    for (const tensor::TensorInfo& info : found.tensors) {
        tensors.emplace(info.key, &info);
    }
    if (tensors.size() != planned.size()) {
        throw failed(path, file.name, "keys", "other tensors than planned");
    }
    for (size_t i = 0; i < planned.size(); ++i) {
        const plan::PlannedTensor& tensor = planned[i];
        const auto at = tensors.find(tensor.destination);
        if (at == tensors.end()) {
            throw failed(path, tensor.destination, "keys", "missing");
        }
        const tensor::TensorInfo& info = *at->second;
        if (info.dtype != tensor.dtype || info.shape != tensor.shape) {
            throw failed(path, tensor.destination, "shapes", "not as planned");
        }
        if (tensor.bytes > 0 && found.records[info.record].offset != file.offsets[i]) {
            throw failed(path, tensor.destination, "layout", "not where it was planned");
        }
    }
}

}  // namespace

void requireShard(const plan::Plan& plan, uint32_t file, const std::string& path, const std::string& sha256, const std::vector<std::string>& xxh3,
                  JobContext& job)
{
    const plan::PlannedFile& planned = plan.weightFiles[file];
    const auto tensors = std::span(plan.tensors).subspan(planned.firstTensor, planned.tensorCount);
    const auto source = io::openFile(path);
    requireHeader(safetensors::readSafetensors(*source, job), planned, tensors, path);
    std::vector<Span> spans;
    for (size_t i = 0; i < tensors.size(); ++i) {
        spans.push_back({planned.offsets[i], tensors[i].bytes});
    }
    const FileHashes hashes = hashFile(*source, spans, job);
    for (size_t i = 0; i < tensors.size(); ++i) {
        if (hashes.spans[i].xxh3 != xxh3.at(i)) {
            throw failed(path, tensors[i].destination, "tensor-hashes", "values differ from what was copied");
        }
    }
    if (hashes.sha256 != sha256) {
        throw failed(path, planned.name, "file-hashes", "sha256 differs");
    }
}

}  // namespace wb::verify
