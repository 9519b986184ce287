#include "app/torch/regnet/regnet_network.h"

#include "core/regnet/rules.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace wb::regnet {

namespace {

// "…block3-part1.block3-9.f…": stage 3, part 1, block 9.
struct PartOfBlock {
    uint64_t stage = 0;  // from 1
    uint64_t part = 0;
    uint64_t block = 0;
};

bool readPart(const std::string& key, PartOfBlock& found)
{
    constexpr const char* pattern = "block%4lu-part%4lu.";
    for (size_t at = key.find("block"); at != std::string::npos; at = key.find("block", at + 1)) {
        unsigned long stage = 0;
        unsigned long part = 0;
        if (std::sscanf(key.c_str() + at, pattern, &stage, &part) != 2) {
            continue;
        }
        const std::string name = ".block" + std::to_string(stage) + "-";
        const size_t block = key.find(name, at);
        unsigned long number = 0;
        if (block != std::string::npos && std::sscanf(key.c_str() + block + name.size(), "%4lu", &number) == 1) {
            found = {stage, part, number};
            return true;
        }
    }
    return false;
}

}  // namespace

FsdpParts fsdpPartsIn(const std::vector<std::string>& keys)
{
    std::map<uint64_t, std::map<uint64_t, uint64_t>> partsOfBlocks;  // stage, block -> part
    for (const std::string& key : keys) {
        PartOfBlock found;
        if (readPart(key, found) && found.stage >= 1 && found.stage <= maxStages && found.part < maxDepth && found.block < maxDepth) {
            partsOfBlocks[found.stage][found.block] = found.part;
        }
    }
    FsdpParts parts(partsOfBlocks.empty() ? 0 : partsOfBlocks.rbegin()->first);
    for (const auto& [stage, blocks] : partsOfBlocks) {
        std::vector<uint64_t>& sizes = parts[stage - 1];
        for (const auto& [block, part] : blocks) {
            sizes.resize(std::max<size_t>(sizes.size(), part + 1));
            ++sizes[part];
        }
    }
    return parts;
}

FsdpParts fsdpPartsIn(const tensor::TensorIndex& index)
{
    std::vector<std::string> keys;
    for (const tensor::TensorInfo& info : index.tensors) {
        keys.push_back(info.key);
    }
    return fsdpPartsIn(keys);
}

network::Network sourceNetwork(const mapping::Architecture& architecture, const FsdpParts& parts, CallOrder order)
{
    switch (namingFromName(architecture.naming)) {
    case Naming::Vissl:
        return visslNetwork(architecture, parts, order);
    case Naming::Timm:
        return timmNetwork(architecture);
    case Naming::Torchvision:
        return torchvisionNetwork(architecture, order);
    case Naming::HuggingFace:
        break;
    }
    return huggingFaceNetwork(architecture);
}

}  // namespace wb::regnet
