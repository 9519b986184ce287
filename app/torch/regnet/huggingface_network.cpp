#include "app/torch/regnet/block.h"
#include "app/torch/regnet/regnet_network.h"

namespace wb::regnet {

namespace {

using network::LayerPtr;
using network::Network;

LayerPtr convLayer(const LayerPtr& convolution, const LayerPtr& norm, bool isActivated = true)
{
    auto layer = sequence({{"convolution", convolution}, {"normalization", norm}});
    if (isActivated) {
        layer->add("activation", relu());
    }
    return layer;
}

LayerPtr squeezeExcite(const Block& block)
{
    const LayerPtr attention = sequence({block.squeeze(), relu(), block.excite(), sigmoid()});
    return gate({{"attention", attention}});
}

LayerPtr blockLayer(const Block& block)
{
    auto layer = sequence({convLayer(block.convolutionA(), block.norm()), convLayer(block.convolutionB(), block.norm())});
    if (block.squeezed > 0) {
        layer->add("2", squeezeExcite(block));
    }
    layer->add(block.squeezed > 0 ? "3" : "2", convLayer(block.convolutionC(), block.norm(), false));
    auto residual = std::make_shared<network::Residual>();
    if (block.hasShortcut()) {
        residual->addToShortcut("shortcut", convLayer(block.convolutionBeside(), block.norm(), false));
    }
    residual->addToTransform("layer", layer);
    return residual;
}

std::string stepName(size_t stage, uint64_t block)
{
    return "encoder.stages." + std::to_string(stage) + ".layers." + std::to_string(block);
}

LayerPtr encoder(const mapping::Architecture& architecture, Network& network)
{
    auto stages = std::make_shared<network::Sequence>();
    for (size_t stage = 0; stage < architecture.depths.size(); ++stage) {
        auto layers = std::make_shared<network::Sequence>();
        for (uint64_t number = 0; number < architecture.depths[stage]; ++number) {
            const LayerPtr block = blockLayer(blockOf(architecture, stage, number));
            layers->add(std::to_string(number), block);
            network.steps.push_back({stepName(stage, number), block});
        }
        network.hiddenStates.push_back(network.steps.size() - 1);
        stages->add(std::to_string(stage), sequence({{"layers", layers}}));
    }
    return sequence({{"stages", stages}});
}

}  // namespace

Network huggingFaceNetwork(const mapping::Architecture& architecture)
{
    Network network;
    auto model = std::make_shared<network::Sequence>();
    const LayerPtr embedder = sequence({{"embedder", convLayer(stemConvolution(architecture), stemNorm(architecture))}});
    model->add("embedder", embedder);
    network.steps.push_back({"embedder", embedder});
    network.hiddenStates.push_back(0);
    model->add("encoder", encoder(architecture, network));
    const LayerPtr pooler = pool();
    model->add("pooler", pooler);
    network.steps.push_back({"pooler", pooler});
    network.root = model;
    if (architecture.classes) {
        const LayerPtr head = classifier(architecture);
        network.root = sequence({{"regnet", model}, {"classifier", sequence({{"1", head}})}});
        network.steps.push_back({"classifier", head});
    }
    nameLeaves(*network.root);
    return network;
}

}  // namespace wb::regnet
