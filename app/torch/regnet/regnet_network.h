#pragma once

#include "app/torch/network/network.h"

#include "core/mapping/family.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// RegNet (arXiv 2003.13678) as its four publishers write it: equal arithmetic, other modules.
namespace wb::regnet {

// In which order a block with a projection calls its two branches.
enum class CallOrder {
    TransformFirst,  // as transformers does, so that two traces can be laid side by side
    AsPublished      // as each publisher does: ClassyVision and torchvision call the projection first
};

// Blocks that FSDP training wrapped together, as numbers of blocks, for each stage: {{2}, {7}, {9, 8}, {1}} for the published 10B trunk. Empty: none.
using FsdpParts = std::vector<std::vector<uint64_t>>;
// The parts that the keys of a VISSL checkpoint tell of.
FsdpParts fsdpPartsIn(const std::vector<std::string>& keys);
FsdpParts fsdpPartsIn(const tensor::TensorIndex& index);

// The network that a checkpoint of this configuration belongs to, by the architecture's naming. Keys are those of the published state dict, without
// what a training program wraps it in; with classes it has the classifier.
network::Network sourceNetwork(const mapping::Architecture& architecture, const FsdpParts& parts, CallOrder order);

// RegNetModel, or with classes RegNetForImageClassification, of transformers.
network::Network huggingFaceNetwork(const mapping::Architecture& architecture);
// ClassyVision 0.7 (models/anynet.py) as VISSL's trunk wraps it (models/trunks/regnet.py, regnet_fsdp.py), with the linear head "0.clf.0".
network::Network visslNetwork(const mapping::Architecture& architecture, const FsdpParts& parts, CallOrder order);
// timm 1.0 (models/regnet.py).
network::Network timmNetwork(const mapping::Architecture& architecture);
// torchvision 0.29 (models/regnet.py).
network::Network torchvisionNetwork(const mapping::Architecture& architecture, CallOrder order);

}  // namespace wb::regnet
