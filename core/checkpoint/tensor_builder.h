#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_value.h"
#include "core/checkpoint/state_dict_finder.h"
#include "core/tensor/dtype.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::checkpoint {

// A pickled tensor made plain: numbers proved to be whole, not negative and of one length. Whether they stay inside the storage is proved by
// tensor::requireInsideRecord once the storage's record is known.
struct RebuiltTensor {
    tensor::DType dtype = tensor::DType::F32;
    std::vector<uint64_t> shape;
    std::vector<uint64_t> strides;
    uint64_t offset = 0;   // elements from the start of the storage
    uint32_t storage = 0;  // index into PickleTree::storages
};

// Throws TensorGeometry (key, part, problem), TensorDType (quantized, sparse, nested, meta, unknown storage types: found), LimitExceeded.
RebuiltTensor rebuildTensor(const PickleTree& tree, const FoundTensor& found, const Limits& limits);

// Bytes that a storage's persistent id says it has. Throws TensorDType, TensorGeometry (overflow, negative).
uint64_t storageBytes(const StorageRef& storage);

}  // namespace wb::checkpoint
