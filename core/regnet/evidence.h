#pragma once

#include "core/regnet/rules.h"

#include <map>
#include <tuple>

namespace wb::regnet {

// What the keys of a file say about the network, read under one naming. Refers to the index: must not outlive it.
class Evidence {
public:
    using Shape = std::vector<uint64_t>;

    Evidence(const tensor::TensorIndex& index, Naming naming);

    Naming naming() const noexcept { return m_naming; }
    const std::vector<Place>& places() const noexcept { return m_places; }  // one a key that the rules place
    bool hasStem() const noexcept { return weight(Module::StemConv, 0, 0) != nullptr; }
    bool hasBlocks() const noexcept { return !m_depths.empty(); }
    bool hasAttention() const noexcept { return m_hasAttention; }
    uint64_t stages() const noexcept { return m_depths.size(); }
    uint64_t depth(uint64_t stage) const { return m_depths.at(stage - 1); }  // highest block index + 1; 0: no block seen

    // Weight of one module, or of the first block of a stage that has it. Null when the file has none.
    const tensor::TensorInfo* weight(Module module, uint64_t stage, uint64_t block) const noexcept;
    const tensor::TensorInfo* firstWeight(Module module, uint64_t stage) const noexcept;
    // Bias of the classifier, for a file that lost the weight.
    const tensor::TensorInfo* classifierBias() const noexcept { return m_classifierBias; }
    // Grouped convolutions of a stage.
    std::vector<const tensor::TensorInfo*> weights(Module module, uint64_t stage) const;

private:
    using Position = std::tuple<uint64_t, Module, uint64_t>;  // stage, module, block

    Naming m_naming;
    std::vector<Place> m_places;
    std::map<Position, const tensor::TensorInfo*> m_weights;
    std::vector<uint64_t> m_depths;
    const tensor::TensorInfo* m_classifierBias = nullptr;
    bool m_hasAttention = false;
};

}  // namespace wb::regnet
