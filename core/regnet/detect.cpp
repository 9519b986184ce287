#include "core/regnet/detect.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/regnet/catalogue.h"
#include "core/regnet/groups_width.h"
#include "core/regnet/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace wb::regnet {

namespace {

using mapping::Architecture;
using mapping::Detection;
using mapping::Variant;
using tensor::TensorInfo;

constexpr uint64_t maxWidth = 1ULL << 20;

// The naming under which the rules place most keys.
Evidence bestEvidence(const tensor::TensorIndex& index)
{
    Evidence best(index, allNamings.front());
    for (const Naming naming : allNamings) {
        Evidence evidence(index, naming);
        if (evidence.places().size() > best.places().size()) {
            best = std::move(evidence);
        }
    }
    return best;
}

// A RegNet has blocks, and either its stem or nearly a third of all keys under the naming's names.
bool isRegNet(const Evidence& evidence, size_t keys) noexcept
{
    return evidence.hasBlocks() && (evidence.hasStem() || evidence.places().size() * 10 >= keys * 3);
}

// Size of one dimension of a weight, checked; empty when there is no such weight or dimension.
std::optional<uint64_t> sizeOf(const TensorInfo* weight, size_t dimension)
{
    if (weight == nullptr || weight->shape.size() <= dimension) {
        return std::nullopt;
    }
    const uint64_t size = weight->shape[dimension];
    if (size == 0 || size > maxWidth) {
        throw Error(ErrorCode::ConfigImpossible)
            .part(printable(weight->key))
            .with("problem", "range")
            .with("expected", fmt::format("1 to {}", maxWidth))
            .with("found", size);
    }
    return size;
}

std::optional<uint64_t> firstOf(std::initializer_list<std::optional<uint64_t>> values)
{
    for (const auto& value : values) {
        if (value) {
            return value;
        }
    }
    return std::nullopt;
}

// Output channels of a stage: from its own modules, else from what the next stage or the classifier takes in.
std::optional<uint64_t> widthOf(const Evidence& evidence, uint64_t stage)
{
    for (const Module module : {Module::ConvC, Module::NormC, Module::ConvB, Module::NormB, Module::ConvA, Module::NormA, Module::ShortcutConv,
                                Module::ShortcutNorm, Module::Excite}) {
        if (auto width = sizeOf(evidence.firstWeight(module, stage), 0)) {
            return width;
        }
    }
    if (stage == evidence.stages()) {
        return sizeOf(evidence.weight(Module::Classifier, 0, 0), 1);
    }
    return firstOf({sizeOf(evidence.weight(Module::ConvA, stage + 1, 0), 1), sizeOf(evidence.weight(Module::ShortcutConv, stage + 1, 0), 1)});
}

void readStages(const Evidence& evidence, const Variant* named, Architecture& architecture)
{
    const bool hasFallback = named != nullptr && named->architecture.depths.size() == evidence.stages();
    for (uint64_t stage = 1; stage <= evidence.stages(); ++stage) {
        uint64_t depth = evidence.depth(stage);
        auto width = widthOf(evidence, stage);
        if (hasFallback) {
            depth = depth > 0 ? depth : named->architecture.depths[stage - 1];
            width = width ? width : named->architecture.hiddenSizes[stage - 1];
        }
        if (depth == 0 || !width) {
            throw Error(ErrorCode::ConfigImpossible).part(fmt::format("stage {}", stage)).with("problem", "missing");
        }
        architecture.depths.push_back(depth);
        architecture.hiddenSizes.push_back(*width);
    }
}

// Group widths that the catalogue knows for such depths and widths, the named variant's first.
std::vector<uint64_t> catalogueGroupsWidths(const Architecture& architecture, const Variant* named)
{
    std::vector<uint64_t> widths;
    if (named != nullptr) {
        widths.push_back(named->architecture.groupsWidth);
    }
    for (const Variant& variant : catalogue()) {
        if (variant.architecture.depths == architecture.depths && variant.architecture.hiddenSizes == architecture.hiddenSizes) {
            widths.push_back(variant.architecture.groupsWidth);
        }
    }
    return widths;
}

// The catalogue's name for the configuration: the one the user gave where it fits, else one published under the same names. Where weights of
// SEER and others share a configuration, a Hugging Face file does not tell which they are.
std::string variantNameOf(const Architecture& architecture, const Variant* named)
{
    const std::vector<const Variant*> candidates = variantsLike(architecture);
    if (candidates.empty()) {
        return {};
    }
    if (std::find(candidates.begin(), candidates.end(), named) != candidates.end()) {
        return named->name;
    }
    const std::string_view vissl = namingName(Naming::Vissl);
    if (architecture.naming == namingName(Naming::HuggingFace)) {
        return candidates.size() == 1 ? candidates.front()->name : std::string();
    }
    for (const Variant* candidate : candidates) {
        if ((candidate->architecture.naming == vissl) == (architecture.naming == vissl)) {
            return candidate->name;
        }
    }
    return candidates.front()->name;
}

std::string classesText(const std::optional<uint64_t>& classes)
{
    return classes ? std::to_string(*classes) : "none";
}

std::vector<mapping::Disagreement> disagreementsWith(const Architecture& variant, const Architecture& file)
{
    const std::vector<mapping::Disagreement> settings{
        {"depths", tensor::shapeText(variant.depths), tensor::shapeText(file.depths)},
        {"hidden_sizes", tensor::shapeText(variant.hiddenSizes), tensor::shapeText(file.hiddenSizes)},
        {"groups_width", std::to_string(variant.groupsWidth), std::to_string(file.groupsWidth)},
        {"layer_type", variant.layerType, file.layerType},
        {"embedding_size", std::to_string(variant.embeddingSize), std::to_string(file.embeddingSize)},
        {"num_channels", std::to_string(variant.channels), std::to_string(file.channels)},
        {"classes", classesText(variant.classes), classesText(file.classes)},
    };
    std::vector<mapping::Disagreement> differing;
    std::copy_if(settings.begin(), settings.end(), std::back_inserter(differing),
                 [](const auto& setting) { return setting.variant != setting.file; });
    return differing;
}

double shareFound(const Evidence& evidence, const Architecture& architecture)
{
    const auto found =
        std::count_if(evidence.places().begin(), evidence.places().end(), [&](const Place& place) { return has(architecture, place); });
    const size_t wanted = parameters(architecture, Naming::HuggingFace).size();
    return std::min(1.0, static_cast<double>(found) / static_cast<double>(wanted));
}

Architecture architectureOf(const Evidence& evidence, const Variant* named)
{
    Architecture architecture;
    architecture.family = "regnet";
    architecture.naming = namingName(evidence.naming());
    architecture.layerType = evidence.hasAttention() ? "y" : "x";
    readStages(evidence, named, architecture);
    const TensorInfo* stem = evidence.weight(Module::StemConv, 0, 0);
    const auto stemWidth = firstOf({sizeOf(stem, 0), sizeOf(evidence.weight(Module::StemNorm, 0, 0), 0),
                                    sizeOf(evidence.weight(Module::ConvA, 1, 0), 1), sizeOf(evidence.weight(Module::ShortcutConv, 1, 0), 1)});
    architecture.embeddingSize = stemWidth.value_or(architecture.embeddingSize);
    architecture.channels = sizeOf(stem, 1).value_or(architecture.channels);
    architecture.classes = firstOf({sizeOf(evidence.weight(Module::Classifier, 0, 0), 0), sizeOf(evidence.classifierBias(), 0)});
    architecture.groupsWidth = groupsWidth(evidence, architecture.hiddenSizes, catalogueGroupsWidths(architecture, named));
    architecture.variant = variantNameOf(architecture, named);
    return architecture;
}

}  // namespace

std::optional<Detection> detect(const tensor::TensorIndex& index, const std::string& variant)
{
    const Variant* named = variant.empty() ? nullptr : &variantNamed(variant);
    const Evidence evidence = bestEvidence(index);
    if (!isRegNet(evidence, index.tensors.size())) {
        return std::nullopt;
    }
    try {
        Detection detection;
        detection.architecture = architectureOf(evidence, named);
        if (named != nullptr) {
            detection.disagreements = disagreementsWith(named->architecture, detection.architecture);
        }
        detection.confidence = shareFound(evidence, detection.architecture);
        return detection;
    } catch (Error& error) {
        if (!index.files.empty()) {
            error.withDefault("file", index.files.front().path);
        }
        throw;
    }
}

}  // namespace wb::regnet
