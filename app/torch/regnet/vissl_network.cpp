#include "app/torch/regnet/block.h"
#include "app/torch/regnet/regnet_network.h"

#include <algorithm>

namespace wb::regnet {

namespace {

using network::LayerPtr;
using network::Network;
using network::Residual;

LayerPtr squeezeExcite(const Block& block)
{
    const LayerPtr excitation = sequence({block.squeeze(), relu(), block.excite(), sigmoid()});
    return gate({{"excitation", excitation}});
}

// ClassyVision's ResBottleneckBlock.
LayerPtr blockLayer(const Block& block, CallOrder order)
{
    auto f = sequence({{"a", sequence({block.convolutionA(), block.norm(), relu()})}, {"b", sequence({block.convolutionB(), block.norm(), relu()})}});
    if (block.squeezed > 0) {
        f->add("se", squeezeExcite(block));
    }
    f->add("c", block.convolutionC());
    f->add("final_bn", block.norm());
    auto residual = std::make_shared<Residual>(order == CallOrder::AsPublished ? Residual::First::Shortcut : Residual::First::Transform);
    if (block.hasShortcut()) {
        residual->addToShortcut("proj", block.convolutionBeside());
        residual->addToShortcut("bn", block.norm());
    }
    residual->addToTransform("f", f);
    return residual;
}

// The blocks of a stage, in the parts that FSDP wraps together.
class StageBuilder {
public:
    StageBuilder(const mapping::Architecture& architecture, const FsdpParts& parts, CallOrder order)
        : m_architecture(architecture), m_parts(parts), m_order(order)
    {}

    LayerPtr stage(size_t stage, Network& network) const
    {
        auto layers = std::make_shared<network::Sequence>();
        auto into = layers;
        const std::string name = "block" + std::to_string(stage + 1);
        uint64_t left = 0;  // blocks of the part at hand
        size_t part = 0;
        for (uint64_t number = 0; number < m_architecture.depths[stage]; ++number) {
            if (stage < m_parts.size() && left == 0 && part < m_parts[stage].size()) {
                left = m_parts[stage][part];
                into = std::make_shared<network::Sequence>();
                layers->add(name + "-part" + std::to_string(part++), into);
            }
            const LayerPtr block = blockLayer(blockOf(m_architecture, stage, number), m_order);
            into->add(name + "-" + std::to_string(number), block);
            network.steps.push_back({name + "-" + std::to_string(number), block});
            left -= std::min<uint64_t>(left, 1);
        }
        network.hiddenStates.push_back(network.steps.size() - 1);
        return layers;
    }

private:
    const mapping::Architecture& m_architecture;
    const FsdpParts& m_parts;
    CallOrder m_order;
};

}  // namespace

Network visslNetwork(const mapping::Architecture& architecture, const FsdpParts& parts, CallOrder order)
{
    Network network;
    auto blocks = std::make_shared<network::Sequence>();
    const LayerPtr stem = sequence({{"stem", sequence({stemConvolution(architecture), stemNorm(architecture), relu()})}});
    blocks->add("conv1", stem);
    network.steps.push_back({"conv1", stem});
    network.hiddenStates.push_back(0);
    const StageBuilder builder(architecture, parts, order);
    for (size_t stage = 0; stage < architecture.depths.size(); ++stage) {
        blocks->add("res" + std::to_string(stage + 2), builder.stage(stage, network));
    }
    network.root->add("_feature_blocks", blocks);
    network.steps.push_back({"avgpool", pool()});
    if (architecture.classes) {
        const LayerPtr head = classifier(architecture);
        network.root->add("0", sequence({{"clf", sequence({head})}}));
        network.steps.push_back({"0.clf.0", head});
    }
    nameLeaves(*network.root);
    return network;
}

}  // namespace wb::regnet
