#include "core/regnet/config_json.h"

#include "core/regnet/catalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace wb::regnet {

namespace {

using nlohmann::ordered_json;

std::string textOf(const ordered_json& document)
{
    constexpr int indent = 2;
    return document.dump(indent, ' ', true, ordered_json::error_handler_t::replace) + '\n';
}

// As a Python dict of label to number: of equal labels the last one's number stays, so there may be fewer entries than classes.
void addLabels(ordered_json& config, const std::vector<std::string>& labels)
{
    ordered_json::object_t byNumber;
    std::map<std::string, uint64_t> numbers;
    for (uint64_t number = 0; number < labels.size(); ++number) {
        byNumber.emplace_back(std::to_string(number), labels[number]);
        numbers[labels[number]] = number;
    }
    ordered_json::object_t byLabel;
    for (const auto& entry : numbers) {
        byLabel.emplace_back(entry.first, entry.second);
    }
    config["id2label"] = std::move(byNumber);
    config["label2id"] = std::move(byLabel);
}

struct Preprocessing {
    uint64_t imageSize = 224;
    double cropPct = 0.875;
};

Preprocessing preprocessingOf(const mapping::Architecture& architecture)
{
    for (const mapping::Variant& variant : catalogue()) {
        if (variant.name == architecture.variant) {
            return {variant.imageSize, variant.cropPct};
        }
    }
    constexpr uint64_t seerSize = 384;
    Preprocessing preprocessing;
    if (architecture.naming == "vissl") {
        preprocessing.imageSize = seerSize;
    }
    return preprocessing;
}

}  // namespace

std::string configJson(const mapping::Architecture& architecture, const mapping::FolderFacts& facts)
{
    ordered_json config;
    config["architectures"] = {architecture.classes ? "RegNetForImageClassification" : "RegNetModel"};
    config["depths"] = architecture.depths;
    config["downsample_in_first_stage"] = true;
    config["dtype"] = facts.dtype;
    config["embedding_size"] = architecture.embeddingSize;
    config["groups_width"] = architecture.groupsWidth;
    config["hidden_act"] = "relu";
    config["hidden_sizes"] = architecture.hiddenSizes;
    if (architecture.classes) {
        addLabels(config, facts.labels);
    }
    config["layer_type"] = architecture.layerType;
    config["model_type"] = "regnet";
    config["num_channels"] = architecture.channels;
    return textOf(config);
}

std::string preprocessorJson(const mapping::Architecture& architecture)
{
    constexpr int bicubic = 3;
    const Preprocessing preprocessing = preprocessingOf(architecture);
    ordered_json processor;
    processor["crop_pct"] = preprocessing.cropPct;
    processor["do_normalize"] = true;
    processor["do_rescale"] = true;
    processor["do_resize"] = true;
    processor["image_mean"] = {0.485, 0.456, 0.406};
    processor["image_processor_type"] = "ConvNextImageProcessor";
    processor["image_std"] = {0.229, 0.224, 0.225};
    processor["resample"] = bicubic;
    processor["rescale_factor"] = 1.0 / 255.0;
    processor["size"]["shortest_edge"] = preprocessing.imageSize;
    return textOf(processor);
}

}  // namespace wb::regnet
