#pragma once

#include "core/base/error.h"
#include "core/mapping/family.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace wb::test {

// A family small enough to write its checkpoints by hand. Source keys "src.NAME" go to "dst.NAME", "opt.…" is dropped.
// NAME: weight [4, 3], bias [4], running_mean [4] (buffer), count [] (I64 buffer) and, with a head, head [classes, 4].
class TinyFamily final : public mapping::Family {
public:
    std::string_view name() const noexcept override { return "tiny"; }

    const std::vector<mapping::Variant>& variants() const override
    {
        static const std::vector<mapping::Variant> none;
        return none;
    }

    std::optional<mapping::Detection> detect(const tensor::TensorIndex& index, const std::string& variant) const override
    {
        mapping::Detection detection;
        detection.architecture = architecture(std::nullopt);
        bool found = false;
        for (const tensor::TensorInfo& info : index.tensors) {
            found = found || info.key.starts_with("src.");
            if (info.key == "src.head") {
                detection.architecture.classes = info.shape.front();
            }
        }
        if (variant == "large") {
            detection.disagreements.push_back({"depths", "[9]", "[1]"});
        }
        return found ? std::optional(detection) : std::nullopt;
    }

    std::vector<mapping::Parameter> destinationParameters(const mapping::Architecture& architecture) const override
    {
        return parameters("dst.", architecture);
    }
    std::vector<mapping::Parameter> sourceParameters(const mapping::Architecture& architecture) const override
    {
        return parameters("src.", architecture);
    }

    std::optional<mapping::Placement> place(const mapping::Architecture& architecture, const std::string& sourceKey) const override
    {
        if (sourceKey.starts_with("opt.")) {
            return mapping::Placement{std::nullopt, {"optimizer", "opt.{p}", {}}};
        }
        for (const mapping::Parameter& parameter : sourceParameters(architecture)) {
            if (parameter.key == sourceKey) {
                return mapping::Placement{"dst." + sourceKey.substr(4), {"tiny", "src.{p}", {}}};
            }
        }
        return std::nullopt;
    }

    std::vector<mapping::TextFile> folderFiles(const mapping::Architecture& architecture, const mapping::FolderFacts& facts) const override
    {
        nlohmann::ordered_json config;
        config["classes"] = architecture.classes ? nlohmann::ordered_json(*architecture.classes) : nlohmann::ordered_json();
        config["dtype"] = facts.dtype;
        config["labels"] = facts.labels;
        return {{"config.json", config.dump()}, {"preprocessor_config.json", "{}\n"}, {"README.md", facts.sourceName + " " + facts.dtypeNote + "\n"}};
    }

    std::vector<std::string> defaultLabels(uint64_t classes) const override { return std::vector<std::string>(classes, "LABEL"); }

    mapping::Architecture architectureFromConfig(const std::string& configJson) const override
    {
        const auto config = nlohmann::json::parse(configJson, nullptr, false);
        if (!config.is_object()) {
            throw Error(ErrorCode::ConfigImpossible).with("problem", "not-json");
        }
        const auto& classes = config["classes"];
        return architecture(classes.is_number_unsigned() ? std::optional(classes.get<uint64_t>()) : std::nullopt);
    }

private:
    static mapping::Architecture architecture(std::optional<uint64_t> classes)
    {
        mapping::Architecture architecture;
        architecture.family = "tiny";
        architecture.naming = "plain";
        architecture.layerType = "x";
        architecture.depths = {1};
        architecture.hiddenSizes = {4};
        architecture.classes = classes;
        return architecture;
    }

    static std::vector<mapping::Parameter> parameters(const std::string& prefix, const mapping::Architecture& architecture)
    {
        std::vector<mapping::Parameter> out{{prefix + "weight", {4, 3}, true, false},
                                            {prefix + "bias", {4}, true, false},
                                            {prefix + "running_mean", {4}, true, true},
                                            {prefix + "count", {}, false, true}};
        if (architecture.classes) {
            out.push_back({prefix + "head", {*architecture.classes, 4}, true, false});
        }
        return out;
    }
};

}  // namespace wb::test
