#include "core/checkpoint/tensor_builder.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"

#include <array>
#include <optional>
#include <string_view>

namespace wb::checkpoint {

namespace {

using tensor::DType;

struct StorageType {
    std::string_view name;  // "torch.FloatStorage" without its module
    DType type;
};

constexpr auto storages = std::to_array<StorageType>({
    {"DoubleStorage", DType::F64},
    {"FloatStorage", DType::F32},
    {"HalfStorage", DType::F16},
    {"BFloat16Storage", DType::BF16},
    {"LongStorage", DType::I64},
    {"IntStorage", DType::I32},
    {"ShortStorage", DType::I16},
    {"CharStorage", DType::I8},
    {"ByteStorage", DType::U8},
    {"BoolStorage", DType::BOOL},
    {"ComplexFloatStorage", DType::C64},
    {"ComplexDoubleStorage", DType::C128},
});

// The name after "torch.", "torch.cuda." or "torch.storage."; empty for any other.
std::string_view torchName(std::string_view fullName)
{
    constexpr auto modules = std::to_array<std::string_view>({"torch.cuda.", "torch.storage.", "torch."});
    for (const std::string_view module : modules) {
        if (fullName.starts_with(module)) {
            return fullName.substr(module.size());
        }
    }
    return {};
}

// Of a typed storage, or of a dtype's own name.
std::optional<DType> dtypeOf(std::string_view fullName)
{
    const std::string_view name = torchName(fullName);
    for (const StorageType& storage : storages) {
        if (name == storage.name) {
            return storage.type;
        }
    }
    return tensor::dtypeFromTorchName(name);
}

bool isUntyped(std::string_view fullName)
{
    const std::string_view name = torchName(fullName);
    return name == "UntypedStorage" || name == "_UntypedStorage";
}

// Quantized storages cannot be converted, but a reader must know where they end.
std::optional<uint64_t> quantizedItemSize(std::string_view fullName)
{
    const std::string_view name = torchName(fullName);
    if (name == "QInt8Storage" || name == "QUInt8Storage") {
        return 1;
    }
    return name == "QInt32Storage" ? std::optional<uint64_t>(4) : std::nullopt;
}

// Reads the parts of one tensor; every error names its key.
class Builder {
public:
    Builder(const PickleTree& tree, const FoundTensor& found, const Limits& limits) : m_tree(tree), m_found(found), m_limits(limits) {}

    RebuiltTensor build() const
    {
        const PickleValue& value = m_tree[m_found.tensor];
        if (value.kind != ValueKind::Tensor || value.items.size() < 4) {
            throw dtypeError(value.text);
        }
        RebuiltTensor out;
        out.storage = m_tree[value.items[0]].storage;
        out.offset = number(value.items[1], "storage offset");
        out.shape = numbers(value.items[2], "size");
        out.strides = numbers(value.items[3], "stride");
        if (out.shape.size() != out.strides.size()) {
            throw fault("dimensions", "stride").with("expected", uint64_t{out.shape.size()}).with("found", uint64_t{out.strides.size()});
        }
        const StorageRef& storage = m_tree.storages[out.storage];
        const std::string& typeName = value.items.size() > 4 ? m_tree[value.items[4]].text : storage.typeName;
        const auto dtype = dtypeOf(typeName);
        if (!dtype || (value.items.size() > 4 && !isUntyped(storage.typeName) && !dtypeOf(storage.typeName))) {
            throw dtypeError(dtype ? storage.typeName : typeName);
        }
        out.dtype = *dtype;
        return out;
    }

private:
    Error fault(std::string_view problem, std::string_view part) const
    {
        return Error(ErrorCode::TensorGeometry)
            .with("key", printable(m_found.key))
            .with("part", part)
            .with("offset", m_tree[m_found.tensor].offset)
            .with("problem", problem);
    }

    Error dtypeError(std::string_view found) const
    {
        return Error(ErrorCode::TensorDType)
            .with("key", printable(m_found.key))
            .with("offset", m_tree[m_found.tensor].offset)
            .with("found", printable(found));
    }

    uint64_t number(ValueId id, std::string_view part) const
    {
        const PickleValue& value = m_tree[id];
        if (value.kind != ValueKind::Int) {
            throw fault("not-an-integer", part);
        }
        if (value.big) {
            throw fault("overflow", part);
        }
        if (value.number < 0) {
            throw fault("negative", part).with("found", std::to_string(value.number));
        }
        return static_cast<uint64_t>(value.number);
    }

    std::vector<uint64_t> numbers(ValueId id, std::string_view part) const
    {
        const PickleValue& value = m_tree[id];
        if (value.kind != ValueKind::Tuple && value.kind != ValueKind::List) {
            throw fault("not-a-tuple", part);
        }
        if (value.items.size() > m_limits.tensorDimensions) {
            throw fault("dimensions", part).with("found", uint64_t{value.items.size()}).with("limit", uint64_t{m_limits.tensorDimensions});
        }
        std::vector<uint64_t> out;
        out.reserve(value.items.size());
        for (const ValueId item : value.items) {
            out.push_back(number(item, part));
        }
        return out;
    }

    const PickleTree& m_tree;
    const FoundTensor& m_found;
    const Limits& m_limits;
};

}  // namespace

RebuiltTensor rebuildTensor(const PickleTree& tree, const FoundTensor& found, const Limits& limits)
{
    return Builder(tree, found, limits).build();
}

uint64_t storageBytes(const StorageRef& storage)
{
    std::optional<uint64_t> item = isUntyped(storage.typeName) ? 1 : quantizedItemSize(storage.typeName);
    if (const auto dtype = dtypeOf(storage.typeName)) {
        item = itemSize(*dtype);
    }
    if (!item) {
        throw Error(ErrorCode::TensorDType).with("part", "storage " + storage.key).with("found", printable(storage.typeName));
    }
    const auto bytes = checkedMul(storage.elements, *item);
    if (!bytes) {
        throw Error(ErrorCode::TensorGeometry).with("part", "storage " + storage.key).with("problem", "overflow").with("found", storage.elements);
    }
    return *bytes;
}

}  // namespace wb::checkpoint
