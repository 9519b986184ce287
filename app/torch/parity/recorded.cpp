#include "app/torch/parity/recorded.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/safetensors/layout.h"
#include "core/safetensors/reader.h"
#include "core/tensor/cast.h"
#include "core/verify/parity.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <span>

namespace wb::parity {

namespace {

constexpr uint64_t mostRecordedBytes = 1'000'000'000;

Error tensorError(std::string_view name, std::string_view problem)
{
    return Error(ErrorCode::SafetensorsTensor).part(name).with("problem", problem);
}

at::Tensor readTensor(const checkpoint::SourceFiles& files, const tensor::TensorIndex& index, const tensor::TensorInfo& info)
{
    if (!tensor::canCast(info.dtype)) {
        throw Error(ErrorCode::TensorDType).with("key", info.key).with("found", tensor::dtypeName(info.dtype));
    }
    const std::vector<int64_t> shape(info.shape.begin(), info.shape.end());
    at::Tensor values = at::empty(shape);
    std::vector<std::byte> raw(info.bytes());
    checkpoint::TensorReader(files, index, info).read(raw);
    tensor::castFloating(info.dtype, raw, tensor::DType::F32, {static_cast<std::byte*>(values.data_ptr()), values.nbytes()});
    return values;
}

void requireInput(const tensor::TensorIndex& index)
{
    const auto isInput = [](const tensor::TensorInfo& info) { return info.key == inputName; };
    if (std::none_of(index.tensors.begin(), index.tensors.end(), isInput)) {
        throw tensorError(inputName, "missing");
    }
}

void requirePicture(const at::Tensor& input, const mapping::Architecture& architecture)
{
    const auto most = static_cast<int64_t>(verify::mostPixels);
    const bool fits = input.dim() == 4 && input.size(0) == 1 && input.size(1) == static_cast<int64_t>(architecture.channels) && input.size(2) > 0 &&
                      input.size(2) <= most && input.size(3) > 0 && input.size(3) <= most;
    if (!fits) {
        throw tensorError(inputName, "recorded-shape");
    }
}

tensor::TensorIndex readIndex(const std::string& path, JobContext& job)
{
    const auto source = io::openFile(path);
    if (source->size() > mostRecordedBytes) {
        throw Error(ErrorCode::LimitExceeded).file(path).with("found", source->size()).with("limit", mostRecordedBytes);
    }
    return safetensors::readSafetensors(*source, job);
}

void requireReplaceable(const std::string& path, JobContext& job)
{
    if (!io::exists(path)) {
        return;
    }
    try {
        requireInput(readIndex(path, job));
    } catch (const Error&) {
        throw Error(ErrorCode::WouldOverwrite).file(path);
    }
}

}  // namespace

at::Tensor find(const std::vector<Recorded>& tensors, std::string_view name)
{
    for (const Recorded& tensor : tensors) {
        if (tensor.name == name) {
            return tensor.values;
        }
    }
    return {};
}

std::vector<Recorded> readRecorded(const std::string& path, const mapping::Architecture& architecture, JobContext& job)
{
    try {
        const tensor::TensorIndex index = readIndex(path, job);
        const checkpoint::SourceFiles files(index);
        requireInput(index);
        std::vector<Recorded> tensors;
        for (const tensor::TensorInfo& info : index.tensors) {
            tensors.push_back({info.key, readTensor(files, index, info)});
        }
        requirePicture(find(tensors, inputName), architecture);
        return tensors;
    } catch (Error& error) {
        error.withDefault("file", path);
        throw;
    }
}

void writeRecorded(const std::string& path, const std::vector<Recorded>& tensors, JobContext& job)
{
    requireReplaceable(path, job);
    std::vector<safetensors::OutputTensor> planned;
    for (const Recorded& tensor : tensors) {
        const at::IntArrayRef shape = tensor.values.sizes();
        planned.push_back({tensor.name, tensor::DType::F32, {shape.begin(), shape.end()}, tensor.values.nbytes()});
    }
    const safetensors::Layout layout = safetensors::layoutFile(planned);
    std::string file = layout.head;
    for (const size_t number : layout.order) {
        const at::Tensor values = tensors[number].values.contiguous();
        file.append(static_cast<const char*>(values.data_ptr()), values.nbytes());
    }
    io::writeFileAtomically(path, file);
}

}  // namespace wb::parity
