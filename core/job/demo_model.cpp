#include "core/job/demo_model.h"

#include "core/tensor/dtype.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace wb::job {

namespace {

constexpr uint64_t leastWidth = 8;
constexpr std::string_view trunkPrefix = "_feature_blocks.";

uint64_t scaled(uint64_t width, double scale)
{
    return std::max(leastWidth, static_cast<uint64_t>(std::llround(static_cast<double>(width) * scale)));
}

mapping::Architecture scaledArchitecture(mapping::Architecture architecture, double scale)
{
    if (scale >= 1.0) {
        return architecture;
    }
    const uint64_t groupsWidth = scaled(architecture.groupsWidth, scale);
    for (uint64_t& width : architecture.hiddenSizes) {
        const uint64_t groups = width / architecture.groupsWidth;
        width = groups > 0 ? groups * groupsWidth : std::min(groupsWidth, scaled(width, scale));
    }
    architecture.groupsWidth = groupsWidth;
    return architecture;
}

// The FSDP trunk keeps its blocks in parts, one more block piece in every key: res4.block3-part1.block3-9. Ends of the parts of each stage.
const std::vector<std::vector<uint64_t>> fsdpPartEnds{{2}, {7}, {9, 17}, {1}};
const std::vector<uint64_t> fsdpDepths{2, 7, 17, 1};

std::string withPart(const std::string& key)
{
    // "_feature_blocks.res4.block3-9.…"
    const size_t block = key.find(".block");
    const size_t dash = key.find('-', block == std::string::npos ? key.size() : block);
    if (block == std::string::npos || dash == std::string::npos) {
        return key;
    }
    uint64_t stage = 0;
    uint64_t index = 0;
    std::from_chars(key.data() + block + std::string_view(".block").size(), key.data() + dash, stage);
    std::from_chars(key.data() + dash + 1, key.data() + key.size(), index);
    const std::vector<uint64_t>& ends = fsdpPartEnds.at(stage - 1);
    const auto part = std::upper_bound(ends.begin(), ends.end(), index) - ends.begin();
    return fmt::format("{}.block{}-part{}{}", key.substr(0, block), stage, part, key.substr(block));
}

// What pretraining leaves beside the trunk: narrow here, since conversion does not use it.
std::vector<mapping::Parameter> pretrainingHeads(const mapping::Architecture& architecture)
{
    const uint64_t width = architecture.hiddenSizes.back();
    const uint64_t hidden = std::clamp<uint64_t>(width / 8, 16, 256);
    return {{"0.projection_head.0.weight", {hidden, width}, true, false},
            {"0.projection_head.0.bias", {hidden}, true, false},
            {"0.prototypes0.weight", {hidden + leastWidth, hidden}, true, false}};
}

DemoTensor demoTensor(const mapping::Parameter& parameter)
{
    DemoTensor tensor;
    tensor.key = parameter.key;
    tensor.shape = parameter.shape;
    tensor.floating = parameter.floating;
    for (const uint64_t size : parameter.shape) {
        tensor.elements *= size;
    }
    tensor.bytes = tensor.elements * tensor::itemSize(parameter.floating ? tensor::DType::F32 : tensor::DType::I64);
    return tensor;
}

}  // namespace

DemoModel demoModel(const mapping::Family& family, const mapping::Variant& variant, double scale)
{
    return demoModel(family, scaledArchitecture(variant.architecture, scale));
}

DemoModel demoModel(const mapping::Family& family, const mapping::Architecture& architecture)
{
    DemoModel model;
    model.architecture = architecture;
    model.isNested = model.architecture.naming == "vissl";
    const bool hasParts = model.isNested && model.architecture.depths == fsdpDepths;
    std::vector<mapping::Parameter> parameters = family.sourceParameters(model.architecture);
    if (model.isNested && !model.architecture.classes) {
        for (mapping::Parameter& parameter : pretrainingHeads(model.architecture)) {
            parameters.push_back(std::move(parameter));
        }
    }
    for (const mapping::Parameter& parameter : parameters) {
        DemoTensor tensor = demoTensor(parameter);
        tensor.inHeads = model.isNested && !tensor.key.starts_with(trunkPrefix);
        if (hasParts && !tensor.inHeads) {
            tensor.key = withPart(tensor.key);
        }
        model.bytes += tensor.bytes;
        model.tensors.push_back(std::move(tensor));
    }
    return model;
}

}  // namespace wb::job
