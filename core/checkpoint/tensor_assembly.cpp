#include "core/checkpoint/tensor_assembly.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/tensor_builder.h"

#include <vector>

namespace wb::checkpoint {

namespace {

constexpr size_t mostKeysNamed = 8;

// A storage that stands for a whole record must have its size; a view of one must lie inside it.
void requireStorage(const StorageRef& storage, const tensor::Record& record)
{
    const uint64_t bytes = storageBytes(storage);
    const uint64_t itemBytes = storage.elements == 0 ? 1 : bytes / storage.elements;
    const bool isView = !storage.rootKey.empty();
    const auto begin = checkedMul(storage.viewOffset, itemBytes);
    const bool fits = isView ? begin && fitsInside(*begin, bytes, record.bytes) : bytes == record.bytes;
    if (!fits) {
        throw Error(ErrorCode::TensorGeometry).part(record.name).with("problem", "storage-size").with("expected", record.bytes).with("needed", bytes);
    }
}

// Elements of the tensor's type before the view.
uint64_t viewOffsetOf(const StorageRef& storage, uint64_t itemBytes)
{
    if (storage.viewOffset == 0 || storage.elements == 0) {
        return 0;
    }
    const uint64_t begin = storage.viewOffset * (storageBytes(storage) / storage.elements);  // inside the record: no overflow
    if (begin % itemBytes != 0) {
        throw Error(ErrorCode::TensorGeometry).with("problem", "unaligned").with("found", begin);
    }
    return begin / itemBytes;
}

}  // namespace

uint32_t TensorAssembly::recordOf(const TorchContainer& container, uint32_t file, const StorageRef& storage)
{
    const std::pair key(file, storage.rootKey.empty() ? storage.key : storage.rootKey);
    const auto known = m_records.find(key);
    if (known != m_records.end()) {
        return known->second;
    }
    tensor::Record record = container.locate(storage);
    record.file = file;
    const auto number = static_cast<uint32_t>(m_index.records.size());
    m_index.records.push_back(std::move(record));
    m_records.emplace(key, number);
    return number;
}

void TensorAssembly::add(const TorchContainer& container, uint32_t file, const FoundTensor& found)
{
    const RebuiltTensor built = rebuildTensor(container.tree(), found, m_limits);
    const StorageRef& storage = container.tree().storages[built.storage];
    tensor::TensorInfo info;
    info.key = found.key;
    info.dtype = built.dtype;
    info.shape = built.shape;
    info.strides = built.strides;
    info.storageOffset = built.offset;
    std::string part = "storage " + printable(storage.key);
    try {
        const uint64_t bytes = storageBytes(storage);
        info.record = recordOf(container, file, storage);
        const tensor::Record& record = m_index.records[info.record];
        part = record.name;
        requireStorage(storage, record);
        requireInsideRecord(info, bytes, m_limits.tensorDimensions);
        info.storageOffset += viewOffsetOf(storage, tensor::itemSize(info.dtype));
    } catch (Error& error) {
        error.withDefault("key", printable(found.key));
        error.withDefault("part", part);
        error.withDefault("offset", std::to_string(container.tree()[found.tensor].offset));
        throw;
    }
    m_index.tensors.push_back(std::move(info));
}

void TensorAssembly::warnOfSharing()
{
    std::vector<std::vector<size_t>> users(m_index.records.size());
    for (size_t i = 0; i < m_index.tensors.size(); ++i) {
        users[m_index.tensors[i].record].push_back(i);
    }
    for (const std::vector<size_t>& tensors : users) {
        if (tensors.size() < 2) {
            continue;
        }
        std::string warning = "shared-storage:";
        for (size_t i = 0; i < tensors.size() && i < mostKeysNamed; ++i) {
            warning += (i == 0 ? "" : ",") + m_index.tensors[tensors[i]].key;
        }
        m_index.warnings.push_back(warning + (tensors.size() > mostKeysNamed ? ",…" : ""));
    }
}

}  // namespace wb::checkpoint
