#include "app/torch/regnet/block.h"
#include "app/torch/regnet/regnet_network.h"

namespace wb::regnet {

namespace {

using network::LayerPtr;
using network::Network;
using network::Residual;

// torchvision's ResBottleneckBlock.
LayerPtr blockLayer(const Block& block, CallOrder order)
{
    auto f = sequence({{"a", sequence({block.convolutionA(), block.norm(), relu()})}, {"b", sequence({block.convolutionB(), block.norm(), relu()})}});
    if (block.squeezed > 0) {
        f->add("se", gate({{"fc1", block.squeeze()}, {"activation", relu()}, {"fc2", block.excite()}, {"scale_activation", sigmoid()}}));
    }
    f->add("c", sequence({block.convolutionC(), block.norm()}));
    auto residual = std::make_shared<Residual>(order == CallOrder::AsPublished ? Residual::First::Shortcut : Residual::First::Transform);
    if (block.hasShortcut()) {
        residual->addToShortcut("proj", sequence({block.convolutionBeside(), block.norm()}));
    }
    residual->addToTransform("f", f);
    return residual;
}

}  // namespace

Network torchvisionNetwork(const mapping::Architecture& architecture, CallOrder order)
{
    Network network;
    const LayerPtr stem = sequence({stemConvolution(architecture), stemNorm(architecture), relu()});
    network.root->add("stem", stem);
    network.steps.push_back({"stem", stem});
    network.hiddenStates.push_back(0);
    auto trunk = std::make_shared<network::Sequence>();
    for (size_t stage = 0; stage < architecture.depths.size(); ++stage) {
        auto blocks = std::make_shared<network::Sequence>();
        const std::string stageName = "block" + std::to_string(stage + 1);
        for (uint64_t number = 0; number < architecture.depths[stage]; ++number) {
            const std::string name = stageName + "-" + std::to_string(number);
            const LayerPtr block = blockLayer(blockOf(architecture, stage, number), order);
            blocks->add(name, block);
            network.steps.push_back({name, block});
        }
        network.hiddenStates.push_back(network.steps.size() - 1);
        trunk->add(stageName, blocks);
    }
    network.root->add("trunk_output", trunk);
    const LayerPtr avgpool = pool();
    network.root->add("avgpool", avgpool);
    network.steps.push_back({"avgpool", avgpool});
    if (architecture.classes) {
        const LayerPtr fc = classifier(architecture);
        network.root->add("fc", fc);
        network.steps.push_back({"fc", fc});
    }
    nameLeaves(*network.root);
    return network;
}

}  // namespace wb::regnet
