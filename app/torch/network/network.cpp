#include "app/torch/network/network.h"

namespace wb::network {

std::vector<const Leaf*> Network::leaves() const
{
    std::vector<const Leaf*> found;
    for (const auto& module : root->modules(false)) {
        if (const auto* leaf = module->as<Leaf>()) {
            found.push_back(leaf);
        }
    }
    return found;
}

}  // namespace wb::network
