#pragma once

#include "core/mapping/family.h"

// A family of three layers, each a weight [4, 4], a bias [4] and a counter: source keys "layerN.weight" (N from 1), destination keys
// "body.N.weight" (N from 0). "module." before a source key is a wrapper; "head.*" is left out.
class ToyFamily final : public wb::mapping::Family {
public:
    std::string_view name() const noexcept override { return "toy"; }
    const std::vector<wb::mapping::Variant>& variants() const override { return m_variants; }
    std::optional<wb::mapping::Detection> detect(const wb::tensor::TensorIndex&, const std::string&) const override { return std::nullopt; }
    std::vector<wb::mapping::Parameter> destinationParameters(const wb::mapping::Architecture&) const override { return list("body.", 0); }
    std::vector<wb::mapping::Parameter> sourceParameters(const wb::mapping::Architecture&) const override { return list("layer", 1); }
    std::optional<wb::mapping::Placement> place(const wb::mapping::Architecture&, const std::string& sourceKey) const override
    {
        std::string key = sourceKey;
        if (key.starts_with("module.")) {
            key.erase(0, 7);
        }
        if (key.starts_with("head.")) {
            return wb::mapping::Placement{std::nullopt, {"toy.head", "head.{p}", {}}};
        }
        for (size_t i = 0; i < layers; ++i) {
            const std::string prefix = "layer" + std::to_string(i + 1) + ".";
            for (const std::string leaf : {"weight", "bias", "counter"}) {
                if (key == prefix + leaf) {
                    return wb::mapping::Placement{"body." + std::to_string(i) + "." + leaf, {"toy.layer", "layer{i}.{p}", {{"p", leaf}}}};
                }
            }
        }
        return std::nullopt;
    }
    std::vector<wb::mapping::TextFile> folderFiles(const wb::mapping::Architecture&, const wb::mapping::FolderFacts&) const override { return {}; }
    std::vector<std::string> defaultLabels(uint64_t) const override { return {}; }
    wb::mapping::Architecture architectureFromConfig(const std::string&) const override { return {}; }

    // A complete file of this family.
    wb::tensor::TensorIndex file() const
    {
        wb::tensor::TensorIndex index;
        for (const wb::mapping::Parameter& parameter : sourceParameters({})) {
            index.tensors.push_back(tensor(parameter.key, parameter.shape, parameter.floating ? wb::tensor::DType::F32 : wb::tensor::DType::I64));
        }
        return index;
    }

    static wb::tensor::TensorInfo tensor(const std::string& key, const std::vector<uint64_t>& shape, wb::tensor::DType dtype = wb::tensor::DType::F32)
    {
        wb::tensor::TensorInfo info;
        info.key = key;
        info.dtype = dtype;
        info.shape = shape;
        info.strides = wb::tensor::contiguousStrides(shape);
        return info;
    }

private:
    static constexpr size_t layers = 3;

    static std::vector<wb::mapping::Parameter> list(const std::string& prefix, size_t first)
    {
        std::vector<wb::mapping::Parameter> parameters;
        for (size_t i = first; i < first + layers; ++i) {
            const std::string layer = prefix + std::to_string(i);
            parameters.push_back({layer + ".weight", {4, 4}, true, false});
            parameters.push_back({layer + ".bias", {4}, true, false});
            parameters.push_back({layer + ".counter", {}, false, true});
        }
        return parameters;
    }

    std::vector<wb::mapping::Variant> m_variants;
};
