#include "core/regnet/parameters.h"

#include <algorithm>

namespace wb::regnet {

namespace {

using mapping::Architecture;
using mapping::Parameter;

bool isNorm(Module module) noexcept
{
    return module == Module::StemNorm || module == Module::ShortcutNorm || module == Module::NormA || module == Module::NormB ||
           module == Module::NormC;
}

bool isShortcut(Module module) noexcept
{
    return module == Module::ShortcutConv || module == Module::ShortcutNorm;
}

bool isAttention(Module module) noexcept
{
    return module == Module::Squeeze || module == Module::Excite;
}

// round(width / 4) as Python rounds: halves go to the even neighbour.
uint64_t squeezedWidth(uint64_t width) noexcept
{
    const uint64_t quotient = width / 4;
    const uint64_t remainder = width % 4;
    return quotient + (remainder == 3 || (remainder == 2 && quotient % 2 == 1) ? 1 : 0);
}

// Channels that come into a block.
uint64_t inputWidth(const Architecture& architecture, const Place& place)
{
    if (place.block > 0) {
        return architecture.hiddenSizes[place.stage - 1];
    }
    return place.stage > 1 ? architecture.hiddenSizes[place.stage - 2] : architecture.embeddingSize;
}

std::vector<uint64_t> weightShape(const Architecture& architecture, const Place& place)
{
    const uint64_t width = place.stage > 0 ? architecture.hiddenSizes[place.stage - 1] : architecture.embeddingSize;
    const uint64_t input = place.stage > 0 ? inputWidth(architecture, place) : architecture.channels;
    switch (place.module) {
    case Module::StemConv:
        return {width, input, 3, 3};
    case Module::ShortcutConv:
    case Module::ConvA:
        return {width, input, 1, 1};
    case Module::ConvB:
        return {width, width / std::max<uint64_t>(1, width / architecture.groupsWidth), 3, 3};
    case Module::ConvC:
        return {width, width, 1, 1};
    case Module::Squeeze:
        return {squeezedWidth(input), width, 1, 1};
    case Module::Excite:
        return {width, squeezedWidth(input), 1, 1};
    case Module::Classifier:
        return {architecture.classes.value_or(0), architecture.hiddenSizes.back()};
    case Module::StemNorm:
    case Module::ShortcutNorm:
    case Module::NormA:
    case Module::NormB:
    case Module::NormC:
        break;
    }
    return {width};
}

Parameter parameter(const Architecture& architecture, Naming naming, const Place& place)
{
    Parameter parameter;
    parameter.key = naming == Naming::HuggingFace ? destinationKey(architecture, place) : keyOf(naming, architecture.layerType, place);
    parameter.floating = place.leaf != "num_batches_tracked";
    parameter.buffer = isNorm(place.module) && place.leaf != "weight" && place.leaf != "bias";
    if (parameter.floating) {
        parameter.shape = weightShape(architecture, place);
        if (place.leaf == "bias") {
            parameter.shape.resize(1);
        }
    }
    return parameter;
}

void appendModule(std::vector<Parameter>& list, const Architecture& architecture, Naming naming, Place place)
{
    for (const std::string& leaf : leavesOf(place.module)) {
        place.leaf = leaf;
        list.push_back(parameter(architecture, naming, place));
    }
}

void appendBlock(std::vector<Parameter>& list, const Architecture& architecture, Naming naming, uint64_t stage, uint64_t block)
{
    constexpr std::array shortcut{Module::ShortcutConv, Module::ShortcutNorm};
    constexpr std::array layers{Module::ConvA,   Module::NormA,  Module::ConvB, Module::NormB,
                                Module::Squeeze, Module::Excite, Module::ConvC, Module::NormC};
    std::vector<Module> order(layers.begin(), layers.end());
    const bool shortcutFirst = naming == Naming::HuggingFace || naming == Naming::Torchvision;
    order.insert(shortcutFirst ? order.begin() : order.end(), shortcut.begin(), shortcut.end());
    for (const Module module : order) {
        const Place place{module, stage, block, "weight"};
        if (has(architecture, place)) {
            appendModule(list, architecture, naming, place);
        }
    }
}

}  // namespace

bool has(const Architecture& architecture, const Place& place)
{
    if (place.module == Module::Classifier) {
        return architecture.classes.has_value();
    }
    if (place.stage == 0) {
        return true;
    }
    return place.stage <= architecture.depths.size() && place.block < architecture.depths[place.stage - 1] &&
           (place.block == 0 || !isShortcut(place.module)) && (architecture.layerType == "y" || !isAttention(place.module));
}

std::vector<Parameter> parameters(const Architecture& architecture, Naming naming)
{
    std::vector<Parameter> list;
    appendModule(list, architecture, naming, {Module::StemConv, 0, 0, {}});
    appendModule(list, architecture, naming, {Module::StemNorm, 0, 0, {}});
    for (uint64_t stage = 1; stage <= architecture.depths.size(); ++stage) {
        for (uint64_t block = 0; block < architecture.depths[stage - 1]; ++block) {
            appendBlock(list, architecture, naming, stage, block);
        }
    }
    if (architecture.classes) {
        appendModule(list, architecture, naming, {Module::Classifier, 0, 0, {}});
    }
    return list;
}

std::string destinationKey(const Architecture& architecture, const Place& place)
{
    const bool hasPrefix = architecture.classes && place.module != Module::Classifier;
    return (hasPrefix ? "regnet." : "") + keyOf(Naming::HuggingFace, architecture.layerType, place);
}

}  // namespace wb::regnet
