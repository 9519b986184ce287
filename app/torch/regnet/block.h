#pragma once

#include "app/torch/network/layer.h"

#include "core/mapping/family.h"

namespace wb::regnet {

// What one residual block is made of. Channels.
struct Block {
    int64_t in = 0;
    int64_t out = 0;
    int64_t stride = 1;
    int64_t groups = 1;
    int64_t squeezed = 0;  // between squeeze and excite; 0: a block of layer type x has none

    bool hasShortcut() const noexcept { return in != out || stride != 1; }

    // Its convolutions: a is 1×1, b is 3×3 with groups and stride, c is 1×1, and the one beside them.
    network::LayerPtr convolutionA() const;
    network::LayerPtr convolutionB() const;
    network::LayerPtr convolutionC() const;
    network::LayerPtr convolutionBeside() const;
    network::LayerPtr squeeze() const;
    network::LayerPtr excite() const;
    network::LayerPtr norm() const { return std::make_shared<network::BatchNorm>(out); }
};

// Block `number` of a stage, both from 0.
Block blockOf(const mapping::Architecture& architecture, size_t stage, uint64_t number);

network::LayerPtr stemConvolution(const mapping::Architecture& architecture);
network::LayerPtr stemNorm(const mapping::Architecture& architecture);
network::LayerPtr classifier(const mapping::Architecture& architecture);

inline network::LayerPtr relu()
{
    return std::make_shared<network::Relu>();
}
inline network::LayerPtr sigmoid()
{
    return std::make_shared<network::Sigmoid>();
}
inline network::LayerPtr pool()
{
    return std::make_shared<network::AveragePool>();
}
// Numbered from 0.
inline std::shared_ptr<network::Sequence> sequence(std::vector<network::LayerPtr> children)
{
    return std::make_shared<network::Sequence>(std::move(children));
}
inline std::shared_ptr<network::Sequence> sequence(std::vector<network::NamedLayer> children)
{
    return std::make_shared<network::Sequence>(std::move(children));
}
inline network::LayerPtr gate(std::vector<network::NamedLayer> children)
{
    return std::make_shared<network::Gate>(std::move(children));
}

}  // namespace wb::regnet
