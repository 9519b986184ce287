#include "core/verify/parity_report.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/verify/torch_helper.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wb::verify {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

void addDistance(Json& object, const Distance& distance)
{
    object["max_abs"] = orNull(distance.maxAbs);
    object["max_rel"] = orNull(distance.maxRel);
    object["cosine"] = orNull(distance.cosine);
}

Json layersJson(const std::vector<LayerParity>& layers)
{
    Json list = Json::array();
    for (const LayerParity& layer : layers) {
        Json object{{"name", layer.name}};
        addDistance(object, layer.distance);
        object["module"] = layer.module;
        list.push_back(std::move(object));
    }
    return list;
}

Json outputsJson(const std::vector<OutputParity>& outputs)
{
    Json list = Json::array();
    for (const OutputParity& output : outputs) {
        Json object{{"name", output.name}, {"shape", output.shape}};
        addDistance(object, output.distance);
        list.push_back(std::move(object));
    }
    return list;
}

Json topJson(const std::vector<TopClass>& classes)
{
    Json list = Json::array();
    for (const TopClass& best : classes) {
        list.push_back({{"index", best.index},
                        {"label", best.label},
                        {"probability", best.probability},
                        {"source_index", best.sourceIndex},
                        {"source_probability", best.sourceProbability}});
    }
    return list;
}

Json notFiniteJson(const std::optional<NotFinite>& found)
{
    if (!found) {
        return {};
    }
    return {{"layer", found->layer}, {"module", found->module}, {"in_source", found->inSource}, {"in_result", found->inResult}, {"key", found->key}};
}

Json recordedJson(const std::vector<RecordedOutput>& recorded)
{
    Json list = Json::array();
    for (const RecordedOutput& output : recorded) {
        list.push_back({{"name", output.name}, {"max_rel", orNull(output.maxRel)}, {"ok", output.ok}});
    }
    return list;
}

std::optional<double> numberOrNull(const Json& value)
{
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

Distance distanceFrom(const Json& object)
{
    return {numberOrNull(object.at("max_abs")), numberOrNull(object.at("max_rel")), numberOrNull(object.at("cosine"))};
}

template <typename Value, typename Read> std::vector<Value> listFrom(const Json& list, Read read)
{
    std::vector<Value> values;
    for (const Json& object : list) {
        values.push_back(read(object));
    }
    return values;
}

LayerParity layerFrom(const Json& object)
{
    return {object.at("name"), distanceFrom(object), object.at("module")};
}

OutputParity outputFrom(const Json& object)
{
    return {object.at("name"), object.at("shape"), distanceFrom(object)};
}

TopClass topFrom(const Json& object)
{
    return {object.at("index"), object.at("label"), object.at("probability"), object.at("source_index"), object.at("source_probability")};
}

RecordedOutput recordedFrom(const Json& object)
{
    return {object.at("name"), numberOrNull(object.at("max_rel")), object.at("ok")};
}

void readBasis(const Json& basis, ParityReport& report)
{
    basis.at("dtype").get_to(report.dtype);
    basis.at("narrowed").get_to(report.narrowed);
    basis.at("longest_sum").get_to(report.sums);
    basis.at("depth").get_to(report.depth);
    basis.at("given").get_to(report.toleranceGiven);
}

ParityReport reportFrom(const Json& document)
{
    ParityReport report;
    document.at("ok").get_to(report.ok);
    document.at("tolerance").get_to(report.tolerance);
    readBasis(document.at("tolerance_basis"), report);
    document.at("input").get_to(report.input);
    document.at("size").get_to(report.size);
    report.layers = listFrom<LayerParity>(document.at("layers"), layerFrom);
    if (const Json& over = document.at("first_over"); !over.is_null()) {
        report.firstOver = over.get<std::string>();
    }
    document.at("worst").get_to(report.worst);
    report.outputs = listFrom<OutputParity>(document.at("outputs"), outputFrom);
    report.top5 = listFrom<TopClass>(document.at("top5"), topFrom);
    if (const Json& found = document.at("not_finite"); !found.is_null()) {
        report.notFinite = NotFinite{found.at("layer"), found.at("module"), found.at("in_source"), found.at("in_result"), found.at("key")};
    }
    report.recorded = listFrom<RecordedOutput>(document.at("recorded"), recordedFrom);
    document.at("recorded_tolerance").get_to(report.recordedTolerance);
    return report;
}

}  // namespace

bool isOver(const LayerParity& layer, double tolerance) noexcept
{
    return !layer.distance.maxRel || *layer.distance.maxRel > tolerance;
}

bool isIdentical(const ParityReport& report) noexcept
{
    return std::all_of(report.layers.begin(), report.layers.end(), [](const LayerParity& layer) { return layer.distance.maxRel == 0.0; });
}

const LayerParity* layerNamed(const ParityReport& report, std::string_view name) noexcept
{
    const auto found = std::find_if(report.layers.begin(), report.layers.end(), [&](const LayerParity& layer) { return layer.name == name; });
    return found == report.layers.end() ? nullptr : &*found;
}

std::optional<Error> parityError(const ParityReport& report, const std::string& folder)
{
    if (report.ok) {
        return std::nullopt;
    }
    Error error(ErrorCode::ParityFailed);
    error.with("file", folder);
    if (report.notFinite) {
        error.with("part", report.notFinite->layer).with("problem", "not-finite").with("name", report.notFinite->module);
        if (!report.notFinite->key.empty()) {
            error.with("key", report.notFinite->key);
        }
        return error;
    }
    if (const LayerParity* layer = report.firstOver ? layerNamed(report, *report.firstOver) : nullptr) {
        return error.with("part", layer->name)
            .with("problem", "over-tolerance")
            .with("name", layer->module)
            .with("expected", fmt::format("{:.2g}", report.tolerance))
            .with("found", fmt::format("{:.2g}", layer->distance.maxRel.value_or(0)));
    }
    for (const RecordedOutput& output : report.recorded) {
        if (!output.ok) {
            return error.with("part", output.name)
                .with("problem", "recorded")
                .with("expected", fmt::format("{:.2g}", report.recordedTolerance))
                .with("found", output.maxRel ? fmt::format("{:.2g}", *output.maxRel) : std::string("another shape, or no number"));
        }
    }
    return error;
}

std::string parityToJson(const ParityReport& report)
{
    Json document{{"schema", torchHelperSchema}, {"version", version()}, {"ok", report.ok}, {"tolerance", report.tolerance}};
    document["tolerance_basis"] = {{"dtype", report.dtype},
                                   {"narrowed", report.narrowed},
                                   {"longest_sum", report.sums},
                                   {"depth", report.depth},
                                   {"given", report.toleranceGiven}};
    document["input"] = report.input;
    document["size"] = report.size;
    document["layers"] = layersJson(report.layers);
    document["first_over"] = report.firstOver ? Json(*report.firstOver) : Json();
    document["worst"] = report.worst;
    document["outputs"] = outputsJson(report.outputs);
    document["top5"] = topJson(report.top5);
    document["not_finite"] = notFiniteJson(report.notFinite);
    document["recorded"] = recordedJson(report.recorded);
    document["recorded_tolerance"] = report.recordedTolerance;
    return document.dump(-1, ' ', true, Json::error_handler_t::replace);
}

ParityReport parityFromJson(std::string_view text)
{
    try {
        return reportFrom(Json::parse(text.begin(), text.end()));
    } catch (const Json::exception&) {
        throw Error(ErrorCode::HelperFailed).with("problem", "garbage");
    }
}

}  // namespace wb::verify
