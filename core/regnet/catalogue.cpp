#include "core/regnet/catalogue.h"

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "resources/embedded_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wb::regnet {

namespace {

using mapping::Variant;
using nlohmann::json;

json resource(std::string_view name)
{
    const std::string_view text = resources::text(name);
    json document = json::parse(text.begin(), text.end(), nullptr, false);
    if (document.is_discarded()) {
        throw Error(ErrorCode::Internal).part(name);
    }
    return document;
}

Variant variantFrom(const json& entry, const json& otherLicence)
{
    Variant variant;
    entry.at("name").get_to(variant.name);
    mapping::Architecture& architecture = variant.architecture;
    architecture.family = "regnet";
    architecture.variant = variant.name;
    entry.at("naming").get_to(architecture.naming);
    entry.at("layer_type").get_to(architecture.layerType);
    entry.at("depths").get_to(architecture.depths);
    entry.at("hidden_sizes").get_to(architecture.hiddenSizes);
    entry.at("groups_width").get_to(architecture.groupsWidth);
    if (const json& classes = entry.at("classes"); !classes.is_null()) {
        architecture.classes = classes.get<uint64_t>();
    }
    entry.at("source").get_to(variant.source);
    entry.at("source_file").get_to(variant.sourceFile);
    entry.at("licence").get_to(variant.licence);
    if (variant.licence == "other") {
        otherLicence.at("name").get_to(variant.licenceName);
        otherLicence.at("link").get_to(variant.licenceLink);
    }
    entry.at("parameters").get_to(variant.parameters);
    entry.at("bytes").get_to(variant.bytes);
    entry.at("tensors").get_to(variant.tensors);
    entry.at("image_size").get_to(variant.imageSize);
    entry.at("crop_pct").get_to(variant.cropPct);
    return variant;
}

std::vector<Variant> readCatalogue()
{
    try {
        const json document = resource("catalog/regnet.json");
        std::vector<Variant> variants;
        for (const json& entry : document.at("variants")) {
            variants.push_back(variantFrom(entry, document.at("other_licence")));
        }
        return variants;
    } catch (const json::exception& exception) {
        throw Error(ErrorCode::Internal).part("catalog/regnet.json").with("reason", exception.what());
    }
}

std::vector<std::string> variantNames()
{
    std::vector<std::string> names;
    for (const Variant& variant : catalogue()) {
        names.push_back(variant.name);
    }
    return names;
}

}  // namespace

const std::vector<Variant>& catalogue()
{
    static const std::vector<Variant> variants = readCatalogue();
    return variants;
}

const Variant& variantNamed(const std::string& name)
{
    for (const Variant& variant : catalogue()) {
        if (variant.name == name) {
            return variant;
        }
    }
    throw Error(ErrorCode::VariantUnknown).with("name", name).with("expected", fmt::format("{}", fmt::join(nearNames(name, variantNames()), ", ")));
}

std::vector<const Variant*> variantsLike(const mapping::Architecture& architecture)
{
    std::vector<const Variant*> found;
    for (const Variant& variant : catalogue()) {
        const mapping::Architecture& other = variant.architecture;
        if (other.depths == architecture.depths && other.hiddenSizes == architecture.hiddenSizes && other.groupsWidth == architecture.groupsWidth &&
            other.layerType == architecture.layerType && other.embeddingSize == architecture.embeddingSize &&
            other.channels == architecture.channels && other.classes.has_value() == architecture.classes.has_value()) {
            found.push_back(&variant);
        }
    }
    return found;
}

const std::vector<std::string>& imagenetLabels()
{
    static const std::vector<std::string> labels = resource("labels/imagenet-1k.json").get<std::vector<std::string>>();
    return labels;
}

}  // namespace wb::regnet
