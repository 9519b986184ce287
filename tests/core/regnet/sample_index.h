#pragma once

#include "core/base/error.h"
#include "core/regnet/catalogue.h"
#include "core/regnet/regnet_family.h"

#include <algorithm>
#include <string>

// The index of a complete checkpoint of an architecture, without bytes behind it.
inline wb::tensor::TensorIndex sampleIndex(const wb::mapping::Architecture& architecture)
{
    wb::tensor::TensorIndex index;
    index.files.push_back({"sample.torch", 0, 0});
    for (const wb::mapping::Parameter& parameter : wb::regnet::family().sourceParameters(architecture)) {
        wb::tensor::TensorInfo tensor;
        tensor.key = parameter.key;
        tensor.dtype = parameter.floating ? wb::tensor::DType::F32 : wb::tensor::DType::I64;
        tensor.shape = parameter.shape;
        tensor.strides = wb::tensor::contiguousStrides(parameter.shape);
        index.tensors.push_back(std::move(tensor));
    }
    return index;
}

// Depths 1-1-2-1, widths 8-16-32-48, groups of 8 channels, layer type y, no head.
inline wb::mapping::Architecture smallArchitecture(const std::string& naming)
{
    wb::mapping::Architecture architecture;
    architecture.family = "regnet";
    architecture.naming = naming;
    architecture.layerType = "y";
    architecture.depths = {1, 1, 2, 1};
    architecture.hiddenSizes = {8, 16, 32, 48};
    architecture.groupsWidth = 8;
    return architecture;
}

inline wb::tensor::TensorInfo& tensorOf(wb::tensor::TensorIndex& index, const std::string& key)
{
    const auto found = std::find_if(index.tensors.begin(), index.tensors.end(), [&](const auto& tensor) { return tensor.key == key; });
    if (found == index.tensors.end()) {
        throw wb::Error(wb::ErrorCode::Internal).part(key);
    }
    return *found;
}

inline void removeKeys(wb::tensor::TensorIndex& index, const std::string& part)
{
    std::erase_if(index.tensors, [&](const auto& tensor) { return tensor.key.find(part) != std::string::npos; });
}
