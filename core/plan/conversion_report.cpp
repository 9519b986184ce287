#include "core/plan/conversion_report.h"

#include <nlohmann/json.hpp>

namespace wb::plan {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// `"name": [` with one element a line.
template <typename T, typename ToJson> std::string listField(const char* name, const std::vector<T>& values, ToJson toJson)
{
    std::string out = std::string("  \"") + name + "\": [";
    const char* separator = "\n    ";
    for (const T& value : values) {
        out += separator + dump(toJson(value));
        separator = ",\n    ";
    }
    return out + (values.empty() ? "]" : "\n  ]");
}

std::string field(const char* name, const Json& value)
{
    return std::string("  \"") + name + "\": " + dump(value) + ",\n";
}

Json countsJson(const mapping::Counts& counts)
{
    return {{"mapped", counts.mapped},   {"dropped", counts.dropped},       {"unmapped", counts.unmapped},
            {"missing", counts.missing}, {"mismatched", counts.mismatched}, {"edited", counts.edited}};
}

Json fileJson(const WrittenFile& file)
{
    return {{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}};
}

Json tensorJson(const ReportedTensor& tensor)
{
    return {{"destination", tensor.destination},
            {"source", tensor.source},
            {"dtype", tensor.dtype},
            {"xxh3", tensor.xxh3},
            {"overflowed", tensor.overflowed}};
}

Json sourceJson(const ConversionReport& report)
{
    return {{"name", report.sourceName}, {"bytes", report.sourceBytes}, {"container", report.container}, {"state_dict", report.stateDict}};
}

}  // namespace

std::string reportToJson(const ConversionReport& report)
{
    const auto text = [](const std::string& value) { return Json(value); };
    std::string out = "{\n";
    out += field("schema", 1);
    out += field("program", "weightbridge");
    out += field("version", report.version);
    out += field("fingerprint", report.fingerprint);
    out += field("source", sourceJson(report));
    out += field("variant", report.variant);
    out += field("naming", report.naming);
    out += field("format", report.format);
    out += field("pth", report.pthName);
    out += field("counts", countsJson(report.counts));
    out += listField("files", report.files, fileJson) + ",\n";
    out += listField("tensors", report.tensors, tensorJson) + ",\n";
    out += listField("dropped", report.dropped, text) + ",\n";
    out += listField("warnings", report.warnings, text) + "\n}\n";
    return out;
}

}  // namespace wb::plan
