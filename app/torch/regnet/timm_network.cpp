#include "app/torch/regnet/block.h"
#include "app/torch/regnet/regnet_network.h"

namespace wb::regnet {

namespace {

using network::LayerPtr;
using network::Network;

LayerPtr convNormAct(const LayerPtr& convolution, const LayerPtr& norm, bool isActivated = true)
{
    auto layer = sequence({{"conv", convolution}, {"bn", norm}});
    if (isActivated) {
        layer->add("act", relu());
    }
    return layer;
}

// Calls the downsampling last, as published.
LayerPtr bottleneck(const Block& block)
{
    auto residual = std::make_shared<network::Residual>();
    residual->addToTransform("conv1", convNormAct(block.convolutionA(), block.norm()));
    residual->addToTransform("conv2", convNormAct(block.convolutionB(), block.norm()));
    if (block.squeezed > 0) {
        residual->addToTransform("se", gate({{"fc1", block.squeeze()}, {"act", relu()}, {"fc2", block.excite()}, {"gate", sigmoid()}}));
    }
    residual->addToTransform("conv3", convNormAct(block.convolutionC(), block.norm(), false));
    if (block.hasShortcut()) {
        residual->addToShortcut("downsample", convNormAct(block.convolutionBeside(), block.norm(), false));
    }
    return residual;
}

}  // namespace

Network timmNetwork(const mapping::Architecture& architecture)
{
    Network network;
    const LayerPtr stem = convNormAct(stemConvolution(architecture), stemNorm(architecture));
    network.root->add("stem", stem);
    network.steps.push_back({"stem", stem});
    network.hiddenStates.push_back(0);
    for (size_t stage = 0; stage < architecture.depths.size(); ++stage) {
        auto blocks = std::make_shared<network::Sequence>();
        const std::string stageName = "s" + std::to_string(stage + 1);
        for (uint64_t number = 0; number < architecture.depths[stage]; ++number) {
            const std::string name = "b" + std::to_string(number + 1);
            const LayerPtr block = bottleneck(blockOf(architecture, stage, number));
            blocks->add(name, block);
            network.steps.push_back({stageName + "." + name, block});
        }
        network.hiddenStates.push_back(network.steps.size() - 1);
        network.root->add(stageName, blocks);
    }
    const LayerPtr globalPool = pool();
    network.steps.push_back({"head.global_pool", globalPool});
    auto head = sequence({{"global_pool", globalPool}});
    if (architecture.classes) {
        const LayerPtr fc = classifier(architecture);
        head->add("fc", fc);
        network.steps.push_back({"head.fc", fc});
    }
    network.root->add("head", head);
    nameLeaves(*network.root);
    return network;
}

}  // namespace wb::regnet
