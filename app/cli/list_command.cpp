#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

std::string parametersText(uint64_t parameters)
{
    return parameters >= 1'000'000'000 ? fmt::format("{:.2f} B", static_cast<double>(parameters) / 1e9)
                                       : fmt::format("{:.1f} M", static_cast<double>(parameters) / 1e6);
}

std::string licenceText(const mapping::Variant& variant)
{
    return variant.licence == "other" && !variant.licenceName.empty() ? variant.licenceName : variant.licence;
}

Json variantObject(const mapping::Variant& variant)
{
    const mapping::Architecture& architecture = variant.architecture;
    return {{"name", variant.name},
            {"source", textOrNull(variant.source)},
            {"source_file", textOrNull(variant.sourceFile)},
            {"licence", textOrNull(variant.licence)},
            {"licence_name", textOrNull(variant.licenceName)},
            {"licence_link", textOrNull(variant.licenceLink)},
            {"parameters", variant.parameters},
            {"bytes", variant.bytes},
            {"tensors", variant.tensors},
            {"depths", architecture.depths},
            {"hidden_sizes", architecture.hiddenSizes},
            {"groups_width", architecture.groupsWidth},
            {"layer_type", architecture.layerType},
            {"classes", architecture.classes ? Json(*architecture.classes) : Json()}};
}

}  // namespace

CommandResult listCommand(Session& session)
{
    Json variants = Json::array();
    std::vector<std::vector<std::string>> rows{{"name", "parameters", "size", "licence", "source"}};
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& variant : family->variants()) {
            if (session.wantsJson()) {
                variants.push_back(variantObject(variant));
            } else {
                rows.push_back(
                    {variant.name, parametersText(variant.parameters), formatByteSize(variant.bytes), licenceText(variant), variant.source});
            }
        }
    }
    if (session.wantsJson()) {
        Json json = document();
        json["variants"] = std::move(variants);
        return {text(json), {}};
    }
    return {textTable({Align::Left, Align::Right, Align::Right, Align::Left, Align::Left}, rows), {}};
}

}  // namespace wb::cli
