#include "app/cli/commands.h"
#include "app/cli/error_sentences.h"
#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

// What no family knows is shown all the same.
std::optional<mapping::Detection> detected(const tensor::TensorIndex& index)
{
    try {
        return job::identify(index, {}).detection;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotThisFamily || error.code() == ErrorCode::ConfigImpossible) {
            return std::nullopt;
        }
        throw;
    }
}

std::string inspectJson(const tensor::TensorIndex& index, const std::optional<mapping::Detection>& detection)
{
    Json tensors = Json::array();
    for (const tensor::TensorInfo& tensor : index.tensors) {
        tensors.push_back({{"key", tensor.key}, {"dtype", tensor::dtypeName(tensor.dtype)}, {"shape", tensor.shape}, {"bytes", tensor.bytes()}});
    }
    Json json = document();
    json["container"] = tensor::containerName(index.container);
    json["state_dict"] = index.stateDict;
    json["tensors"] = std::move(tensors);
    json["opaque"] = index.opaque;
    json["detected"] = detection ? architectureObject(detection->architecture) : Json();
    json["calls"] = index.calls;
    json["ignored"] = index.ignored;
    json["warnings"] = index.warnings;
    return text(json);
}

Json remoteObject(const job::Look& look)
{
    return {{"host", look.facts.host},
            {"bytes", look.facts.bytes},
            {"last_modified", textOrNull(look.facts.lastModified)},
            {"sha256", textOrNull(look.facts.sha256)},
            {"requests", look.requests},
            {"bytes_read", look.bytesRead}};
}

std::string detectedText(const mapping::Architecture& found)
{
    return fmt::format("{}, {} names, layers {}, depths {}, widths {}, group width {}, {}",
                       found.variant.empty() ? "no known variant" : found.variant, found.naming, found.layerType, tensor::shapeText(found.depths),
                       tensor::shapeText(found.hiddenSizes), found.groupsWidth,
                       found.classes ? fmt::format("{} classes", *found.classes) : "no classifier");
}

std::string inspectText(const tensor::TensorIndex& index, const std::optional<mapping::Detection>& detection)
{
    uint64_t bytes = 0;
    std::vector<std::vector<std::string>> rows{{"key", "dtype", "shape", "bytes"}};
    for (const tensor::TensorInfo& tensor : index.tensors) {
        bytes += tensor.bytes();
        rows.push_back({printable(tensor.key), std::string(tensor::dtypeName(tensor.dtype)), tensor::shapeText(tensor.shape),
                        fmt::format("{}", tensor.bytes())});
    }
    std::string out = textTable({Align::Left, Align::Left, Align::Left, Align::Right}, rows);
    out += fmt::format("\ncontainer   {}\nstate dict  {}\ntensors     {}, {}\ndetected    {}\n", tensor::containerName(index.container),
                       index.stateDict.empty() ? "(the whole file)" : printable(index.stateDict), index.tensors.size(), formatByteSize(bytes),
                       detection ? detectedText(detection->architecture) : "no RegNet");
    const auto addList = [&out](std::string_view heading, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            out += fmt::format("{:<11} {}\n", heading, printable(name));
        }
    };
    addList("left out", index.opaque);
    addList("ignored", index.ignored);
    for (const std::string& warning : index.warnings) {
        out += fmt::format("{:<11} {}\n", "warning", warningWords(warning));
    }
    addList("calls", index.calls);
    return out;
}

}  // namespace

CommandResult inspectCommand(Session& session)
{
    const NamedSource source = openSource(session);
    const tensor::TensorIndex& index = source.index;
    const auto detection = detected(index);
    for (const std::string& call : index.calls) {
        session.warning(fmt::format("this file asks Python to run {}; nothing was run, and convert refuses it", printable(call)));
    }
    if (!session.wantsJson()) {
        return {inspectText(index, detection), {}};
    }
    const std::string json = inspectJson(index, detection);
    return {source.look ? withMembers(json, "\"remote\":" + text(remoteObject(*source.look))) : json, {}};
}

}  // namespace wb::cli
