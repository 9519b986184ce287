#include "core/regnet/evidence.h"

#include <algorithm>

namespace wb::regnet {

Evidence::Evidence(const tensor::TensorIndex& index, Naming naming) : m_naming(naming)
{
    for (const tensor::TensorInfo& tensor : index.tensors) {
        auto found = match(naming, {}, tensor.key);
        if (!found || !found->place) {
            continue;
        }
        const Place& place = *found->place;
        if (place.leaf == "weight") {
            m_weights.emplace(Position{place.stage, place.module, place.block}, &tensor);
        } else if (place.leaf == "bias" && place.module == Module::Classifier) {
            m_classifierBias = &tensor;
        }
        if (place.stage > 0) {
            m_depths.resize(std::max<size_t>(m_depths.size(), place.stage), 0);
            uint64_t& depth = m_depths[place.stage - 1];
            depth = std::max(depth, place.block + 1);
        }
        m_hasAttention = m_hasAttention || place.module == Module::Squeeze || place.module == Module::Excite;
        m_places.push_back(std::move(*found->place));
    }
}

const tensor::TensorInfo* Evidence::weight(Module module, uint64_t stage, uint64_t block) const noexcept
{
    const auto found = m_weights.find({stage, module, block});
    return found == m_weights.end() ? nullptr : found->second;
}

const tensor::TensorInfo* Evidence::firstWeight(Module module, uint64_t stage) const noexcept
{
    const auto found = m_weights.lower_bound({stage, module, 0});
    const bool isThere = found != m_weights.end() && std::get<0>(found->first) == stage && std::get<1>(found->first) == module;
    return isThere ? found->second : nullptr;
}

std::vector<const tensor::TensorInfo*> Evidence::weights(Module module, uint64_t stage) const
{
    std::vector<const tensor::TensorInfo*> all;
    for (auto entry = m_weights.lower_bound({stage, module, 0}); entry != m_weights.end(); ++entry) {
        if (std::get<0>(entry->first) != stage || std::get<1>(entry->first) != module) {
            break;
        }
        all.push_back(entry->second);
    }
    return all;
}

}  // namespace wb::regnet
