#pragma once

#include "app/torch/network/layer.h"

namespace wb::network {

// A part of a network whose output is looked at: the stem, a block, the pooling, the classifier.
struct Step {
    std::string name;  // module, without the name of the model that stands before it
    LayerPtr layer;
};

// A whole network: the modules under one root, which gives the keys, and the steps that a forward pass takes, one after the other.
struct Network {
    std::shared_ptr<Sequence> root = std::make_shared<Sequence>();
    std::vector<Step> steps;
    std::vector<size_t> hiddenStates;  // steps whose outputs transformers calls hidden states: the stem and the last block of each stage

    // Every leaf in the order of registration, by its path.
    std::vector<const Leaf*> leaves() const;
};

// A forward pass; `after` is called with each step's number and output.
template <typename After> at::Tensor run(const Network& network, at::Tensor value, Executor& executor, After after)
{
    for (size_t step = 0; step < network.steps.size(); ++step) {
        value = network.steps[step].layer->forward(value, executor);
        after(step, value);
    }
    return value;
}

}  // namespace wb::network
