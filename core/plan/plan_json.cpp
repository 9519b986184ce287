#include "core/mapping/key_map_file.h"
#include "core/plan/planner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace wb::plan {

namespace {

using Json = nlohmann::ordered_json;

Json detectedJson(const mapping::Architecture& architecture)
{
    Json out;
    out["naming"] = architecture.naming;
    out["variant"] = architecture.variant.empty() ? Json() : Json(architecture.variant);
    out["layer_type"] = architecture.layerType;
    out["depths"] = architecture.depths;
    out["hidden_sizes"] = architecture.hiddenSizes;
    out["groups_width"] = architecture.groupsWidth;
    out["classes"] = architecture.classes ? Json(*architecture.classes) : Json();
    return out;
}

Json shardsJson(const Plan& plan)
{
    Json out = Json::array();
    for (const PlannedFile& file : plan.weightFiles) {
        if (file.format == Format::Safetensors) {
            out.push_back({{"name", file.name}, {"bytes", file.bytes}, {"tensors", file.tensorCount}});
        }
    }
    return out;
}

// The small files, and the .pth beside the folder.
Json filesJson(const Plan& plan)
{
    Json out = Json::array();
    for (const mapping::TextFile& file : plan.textFiles) {
        out.push_back({{"name", file.name}, {"bytes", file.text.size()}});
    }
    for (const PlannedFile& file : plan.weightFiles) {
        if (file.format == Format::Pth) {
            out.push_back({{"name", file.name}, {"bytes", file.bytes}});
        }
    }
    return out;
}

}  // namespace

std::string planToJson(const Plan& plan)
{
    Json rest;
    rest["shards"] = shardsJson(plan);
    rest["disk_needed"] = plan.forecast.diskNeeded;
    rest["disk_free"] = plan.forecast.diskFree;
    rest["memory_needed"] = plan.forecast.memoryNeeded;
    rest["memory_free"] = plan.forecast.memoryFree;
    rest["download_bytes"] = plan.forecast.downloadBytes;
    rest["parameters"] = plan.totalParameters;
    rest["warnings"] = plan.warnings;
    rest["detected"] = detectedJson(plan.detection.architecture);
    rest["folder"] = plan.options.outputFolder;
    rest["files"] = filesJson(plan);
    rest["fingerprint"] = plan.fingerprint;
    const std::string text = rest.dump(2, ' ', false, Json::error_handler_t::replace);
    return "{\n  \"schema\": 1,\n" + mapping::keyMapFieldsToJson(plan.map) + "," + text.substr(1) + "\n";  // text without its opening brace
}

}  // namespace wb::plan
