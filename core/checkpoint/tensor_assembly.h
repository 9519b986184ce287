#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/state_dict_finder.h"
#include "core/checkpoint/torch_container.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace wb::checkpoint {

// Puts tensors into an index: rebuilds each, locates its storage, proves that it lies inside. A storage is listed once, whoever shares it.
// The index must outlive it.
class TensorAssembly {
public:
    TensorAssembly(tensor::TensorIndex& index, const Limits& limits) : m_index(index), m_limits(limits) {}

    // `file`: number of the container's file in the index. Throws TensorGeometry, TensorDType, RecordMissing.
    void add(const TorchContainer& container, uint32_t file, const FoundTensor& found);
    // Warns of storages that several tensors share: each tensor is written with values of its own.
    void warnOfSharing();

private:
    uint32_t recordOf(const TorchContainer& container, uint32_t file, const StorageRef& storage);

    tensor::TensorIndex& m_index;
    const Limits& m_limits;
    std::map<std::pair<uint32_t, std::string>, uint32_t> m_records;  // file and storage key to record
};

}  // namespace wb::checkpoint
