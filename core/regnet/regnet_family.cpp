#include "core/regnet/regnet_family.h"

#include "core/regnet/card.h"
#include "core/regnet/catalogue.h"
#include "core/regnet/config_json.h"
#include "core/regnet/config_reader.h"
#include "core/regnet/detect.h"
#include "core/regnet/parameters.h"

#include <fmt/format.h>

namespace wb::regnet {

namespace {

class RegNetFamily final : public mapping::Family {
public:
    std::string_view name() const noexcept override { return "regnet"; }
    const std::vector<mapping::Variant>& variants() const override { return catalogue(); }

    std::optional<mapping::Detection> detect(const tensor::TensorIndex& index, const std::string& variant) const override
    {
        return regnet::detect(index, variant);
    }

    std::vector<mapping::Parameter> destinationParameters(const mapping::Architecture& architecture) const override
    {
        return parameters(architecture, Naming::HuggingFace);
    }

    std::vector<mapping::Parameter> sourceParameters(const mapping::Architecture& architecture) const override
    {
        return parameters(architecture, namingFromName(architecture.naming));
    }

    std::optional<mapping::Placement> place(const mapping::Architecture& architecture, const std::string& sourceKey) const override
    {
        auto found = match(namingFromName(architecture.naming), architecture.layerType, sourceKey);
        if (!found || (found->place && !has(architecture, *found->place))) {
            return std::nullopt;
        }
        mapping::Placement placement;
        if (found->place) {
            placement.destination = destinationKey(architecture, *found->place);
        }
        placement.reason = std::move(found->reason);
        return placement;
    }

    std::vector<mapping::TextFile> folderFiles(const mapping::Architecture& architecture, const mapping::FolderFacts& facts) const override
    {
        return {{"config.json", configJson(architecture, facts)},
                {"preprocessor_config.json", preprocessorJson(architecture)},
                {"README.md", cardText(architecture, facts)}};
    }

    std::vector<std::string> defaultLabels(uint64_t classes) const override
    {
        if (classes == imagenetLabels().size()) {
            return imagenetLabels();
        }
        std::vector<std::string> labels;
        for (uint64_t i = 0; i < classes; ++i) {
            labels.push_back(fmt::format("LABEL_{}", i));
        }
        return labels;
    }

    mapping::Architecture architectureFromConfig(const std::string& configJson) const override { return regnet::architectureFromConfig(configJson); }
};

}  // namespace

const mapping::Family& family()
{
    static const RegNetFamily regnet;
    return regnet;
}

}  // namespace wb::regnet
