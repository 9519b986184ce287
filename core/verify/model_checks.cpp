#include "core/verify/model_checks.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/mapping/build_key_map.h"
#include "core/verify/shard_totals.h"
#include "core/verify/tally.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace wb::verify {

namespace {

constexpr const char* configName = "config.json";
constexpr const char* processorName = "preprocessor_config.json";
constexpr const char* indexName = "model.safetensors.index.json";

std::string readText(const ModelFolder& model, const char* name, const Limits& limits)
{
    return io::readSmallFile(io::join(model.path, name), limits.jsonBytes);
}

// The model's tensors as config.json tells; empty when it does not.
std::optional<std::vector<mapping::Parameter>> readConfig(const mapping::Family& family, const ModelFolder& model, const Limits& limits, Tally& tally)
{
    try {
        const mapping::Architecture architecture = family.architectureFromConfig(readText(model, configName, limits));
        std::vector<mapping::Parameter> parameters = family.destinationParameters(architecture);
        tally.note(fmt::format("{}, depths {}, hidden sizes {}, {} tensors", architecture.layerType, tensor::shapeText(architecture.depths),
                               tensor::shapeText(architecture.hiddenSizes), parameters.size()));
        return parameters;
    } catch (const Error& error) {
        tally.fail(configName, problemOf(error));
        return std::nullopt;
    }
}

std::string kindProblem(const mapping::Parameter& parameter, const tensor::TensorInfo& info)
{
    return mapping::kindAgrees(info.dtype, parameter)
               ? std::string()
               : fmt::format("{} where {} is wanted", tensor::dtypeName(info.dtype), parameter.floating ? "a floating type" : "a whole number");
}

void compareTensor(const mapping::Parameter& parameter, const tensor::TensorInfo& info, Tally& tally)
{
    const std::string kind = kindProblem(parameter, info);
    if (info.shape != parameter.shape) {
        tally.fail(info.key, fmt::format("{} where {} is wanted", tensor::shapeText(info.shape), tensor::shapeText(parameter.shape)));
    } else if (!kind.empty()) {
        tally.fail(info.key, kind);
    } else {
        tally.pass();
    }
}

void compareKeys(const std::vector<mapping::Parameter>& parameters, const tensor::TensorIndex& index, Tally& keys, Tally& shapes)
{
    std::unordered_set<std::string_view> wanted;
    for (const mapping::Parameter& parameter : parameters) {
        wanted.insert(parameter.key);
    }
    std::unordered_map<std::string_view, const tensor::TensorInfo*> found;
    for (const tensor::TensorInfo& info : index.tensors) {
        if (!found.emplace(info.key, &info).second) {
            keys.fail(info.key, "there twice");
        } else if (!wanted.contains(info.key)) {
            keys.fail(info.key, "no tensor of the model");
        }
    }
    for (const mapping::Parameter& parameter : parameters) {
        const auto at = found.find(parameter.key);
        if (at == found.end()) {
            keys.fail(parameter.key, "missing");
        } else {
            keys.pass();
            compareTensor(parameter, *at->second, shapes);
        }
    }
}

uint64_t countParameters(const std::vector<mapping::Parameter>& parameters)
{
    uint64_t count = 0;
    for (const mapping::Parameter& parameter : parameters) {
        uint64_t elements = parameter.buffer ? 0 : 1;
        for (const uint64_t size : parameter.shape) {
            elements *= size;
        }
        count += elements;
    }
    return count;
}

Check checkIndex(const ModelFolder& model, const WeightSet& set, uint64_t parameters, const Limits& limits)
{
    Tally tally("index");
    uint64_t bytes = 0;
    for (const tensor::TensorInfo& info : set.index.tensors) {
        bytes += info.bytes();
    }
    try {
        const ShardTotals totals = readShardTotals(readText(model, indexName, limits), limits);
        if (totals.bytes && *totals.bytes != bytes) {
            tally.fail(indexName, fmt::format("total_size {} where {} is right", *totals.bytes, bytes));
        } else if (totals.parameters && parameters > 0 && *totals.parameters != parameters) {
            tally.fail(indexName, fmt::format("total_parameters {} where {} is right", *totals.parameters, parameters));
        } else {
            tally.note(fmt::format("{} shards, {} bytes", set.index.files.size(), bytes));
        }
    } catch (const Error& error) {
        tally.fail(indexName, problemOf(error));
    }
    return tally.check();
}

Check checkProcessor(const ModelFolder& model, const Limits& limits)
{
    Tally tally("processor");
    if (!model.report && !io::exists(io::join(model.path, processorName))) {
        tally.note("none: other programs keep it elsewhere");
        return tally.check();
    }
    try {
        const std::string text = readText(model, processorName, limits);
        const size_t first = text.find_first_not_of(" \t\r\n");
        if (first != std::string::npos && text[first] == '{' && nlohmann::json::accept(text)) {
            tally.note(processorName);
        } else {
            tally.fail(processorName, "no JSON object");
        }
    } catch (const Error& error) {
        tally.fail(processorName, problemOf(error));
    }
    return tally.check();
}

}  // namespace

std::vector<Check> checkModel(const mapping::Family& family, const ModelFolder& model, const Limits& limits)
{
    Tally config("config");
    Tally keys("keys");
    Tally shapes("shapes");
    const auto parameters = readConfig(family, model, limits, config);
    for (const WeightSet& set : model.weights) {
        if (parameters) {
            compareKeys(*parameters, set.index, keys, shapes);
        }
    }
    if (!parameters || model.weights.empty()) {
        const std::string part = parameters ? "weights" : configName;
        keys.fail(part, "not usable");
        shapes.fail(part, "not usable");
    }
    std::vector<Check> checks{config.check(), keys.check(), shapes.check()};
    for (const WeightSet& set : model.weights) {
        if (set.sharded) {
            checks.push_back(checkIndex(model, set, parameters ? countParameters(*parameters) : 0, limits));
        }
    }
    checks.push_back(checkProcessor(model, limits));
    return checks;
}

}  // namespace wb::verify
