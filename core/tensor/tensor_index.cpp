#include "core/tensor/tensor_index.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace wb::tensor {

namespace {

Error geometryError(const TensorInfo& tensor, std::string_view problem)
{
    return Error(ErrorCode::TensorGeometry).with("key", printable(tensor.key)).with("problem", problem).with("found", shapeText(tensor.shape));
}

uint64_t requireProduct(const TensorInfo& tensor, uint64_t a, uint64_t b)
{
    const auto product = checkedMul(a, b);
    if (!product) {
        throw geometryError(tensor, "overflow");
    }
    return *product;
}

uint64_t requireSum(const TensorInfo& tensor, uint64_t a, uint64_t b)
{
    const auto sum = checkedAdd(a, b);
    if (!sum) {
        throw geometryError(tensor, "overflow");
    }
    return *sum;
}

bool hasNoElements(const TensorInfo& tensor) noexcept
{
    for (const uint64_t size : tensor.shape) {
        if (size == 0) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool isAddress(std::string_view path) noexcept
{
    const auto isSchemeByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
    };
    const size_t scheme = path.find("://");
    return scheme != std::string_view::npos && scheme > 0 &&
           std::all_of(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(scheme), isSchemeByte);
}

std::string_view containerName(Container container) noexcept
{
    switch (container) {
    case Container::TorchZip:
        return "torch-zip";
    case Container::TorchLegacy:
        return "torch-legacy";
    case Container::Safetensors:
        return "safetensors";
    case Container::VisslSlices:
        return "vissl-slices";
    }
    return "";
}

uint64_t TensorInfo::elements() const noexcept
{
    uint64_t count = 1;
    for (const uint64_t size : shape) {
        count *= size;
    }
    return count;
}

uint64_t TensorInfo::bytes() const noexcept
{
    return elements() * itemSize(dtype);
}

bool TensorInfo::isContiguous() const noexcept
{
    if (hasNoElements(*this)) {
        return true;
    }
    uint64_t expected = 1;
    for (size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && strides[i] != expected) {
            return false;
        }
        expected *= shape[i];
    }
    return true;
}

bool isWholeRecord(const TensorInfo& tensor, const Record& record) noexcept
{
    return tensor.storageOffset == 0 && !record.bigEndian && tensor.isContiguous() && tensor.bytes() == record.bytes;
}

void requireInsideRecord(const TensorInfo& tensor, uint64_t recordBytes, uint32_t maxDimensions)
{
    if (tensor.shape.size() != tensor.strides.size() || tensor.shape.size() > maxDimensions) {
        throw geometryError(tensor, "dimensions").with("limit", uint64_t{maxDimensions});
    }
    const uint64_t item = itemSize(tensor.dtype);
    uint64_t elements = 1;
    uint64_t last = tensor.storageOffset;  // element farthest from the record's start
    const bool empty = hasNoElements(tensor);
    for (size_t i = 0; i < tensor.shape.size() && !empty; ++i) {
        elements = requireProduct(tensor, elements, tensor.shape[i]);
        last = requireSum(tensor, last, requireProduct(tensor, tensor.shape[i] - 1, tensor.strides[i]));
    }
    requireProduct(tensor, elements, item);
    const uint64_t end = requireProduct(tensor, empty ? tensor.storageOffset : requireSum(tensor, last, 1), item);
    if (end > recordBytes) {
        throw geometryError(tensor, "past-end").with("expected", recordBytes).with("needed", end);
    }
}

std::vector<uint64_t> contiguousStrides(const std::vector<uint64_t>& shape)
{
    std::vector<uint64_t> strides(shape.size(), 1);
    for (size_t i = shape.size(); i-- > 1;) {
        strides[i - 1] = strides[i] * shape[i];
    }
    return strides;
}

std::string shapeText(const std::vector<uint64_t>& shape)
{
    return fmt::format("[{}]", fmt::join(shape, ", "));
}

}  // namespace wb::tensor
