#include "app/torch/regnet/block.h"

#include <algorithm>
#include <cmath>

namespace wb::regnet {

namespace {

network::LayerPtr convolution(const network::ConvolutionShape& shape)
{
    return std::make_shared<network::Convolution>(shape);
}

}  // namespace

network::LayerPtr Block::convolutionA() const
{
    return convolution({.in = in, .out = out});
}

network::LayerPtr Block::convolutionB() const
{
    return convolution({.in = out, .out = out, .kernel = 3, .stride = stride, .groups = groups});
}

network::LayerPtr Block::convolutionC() const
{
    return convolution({.in = out, .out = out});
}

network::LayerPtr Block::convolutionBeside() const
{
    return convolution({.in = in, .out = out, .stride = stride});
}

network::LayerPtr Block::squeeze() const
{
    return convolution({.in = out, .out = squeezed, .bias = true});
}

network::LayerPtr Block::excite() const
{
    return convolution({.in = squeezed, .out = out, .bias = true});
}

Block blockOf(const mapping::Architecture& architecture, size_t stage, uint64_t number)
{
    const uint64_t out = architecture.hiddenSizes.at(stage);
    const uint64_t before = stage == 0 ? architecture.embeddingSize : architecture.hiddenSizes[stage - 1];
    Block block;
    block.in = static_cast<int64_t>(number == 0 ? before : out);
    block.out = static_cast<int64_t>(out);
    block.stride = number == 0 ? 2 : 1;
    block.groups = static_cast<int64_t>(std::max<uint64_t>(1, out / architecture.groupsWidth));
    if (architecture.layerType == "y") {
        // int(round(0.25 * width)) of Python: halves go to the even neighbour, as nearbyint rounds by default.
        block.squeezed = static_cast<int64_t>(std::nearbyint(0.25 * static_cast<double>(block.in)));
    }
    return block;
}

network::LayerPtr stemConvolution(const mapping::Architecture& architecture)
{
    return convolution(
        {.in = static_cast<int64_t>(architecture.channels), .out = static_cast<int64_t>(architecture.embeddingSize), .kernel = 3, .stride = 2});
}

network::LayerPtr stemNorm(const mapping::Architecture& architecture)
{
    return std::make_shared<network::BatchNorm>(static_cast<int64_t>(architecture.embeddingSize));
}

network::LayerPtr classifier(const mapping::Architecture& architecture)
{
    return std::make_shared<network::Linear>(static_cast<int64_t>(architecture.hiddenSizes.back()),
                                             static_cast<int64_t>(architecture.classes.value()));
}

}  // namespace wb::regnet
