#include "app/cli/json_output.h"

#include "app/cli/error_sentences.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace wb::cli {

namespace {

// Numbers that scripts calculate with; all other facts are texts.
bool isNumber(const Fact& fact, uint64_t& number)
{
    if (fact.name != "offset" && fact.name != "needed" && fact.name != "free" && fact.name != "kept") {
        return false;
    }
    const char* end = fact.value.data() + fact.value.size();
    const auto [stop, failure] = std::from_chars(fact.value.data(), end, number);
    return failure == std::errc{} && stop == end;
}

}  // namespace

Json document()
{
    Json json = Json::object();
    json["schema"] = 1;
    return json;
}

std::string text(const Json& json)
{
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Json errorObject(const Error& error)
{
    Json facts = Json::object();
    for (const Fact& fact : error.facts()) {
        uint64_t number = 0;
        if (facts.contains(fact.name)) {
            continue;
        }
        if (isNumber(fact, number)) {
            facts[fact.name] = number;
        } else {
            facts[fact.name] = fact.value;
        }
    }
    return {{"id", errorId(error.code())},
            {"exit", static_cast<int>(error.exitCode())},
            {"message", sentenceOf(error)},
            {"facts", facts},
            {"hint", hintOf(error)}};
}

std::string failureDocument(const Error& error, std::string_view members)
{
    const std::string empty = text(document());
    return withError(members.empty() ? empty : withMembers(empty, members), error);
}

std::string withError(std::string document, const Error& error)
{
    return withMembers(std::move(document), "\"ok\":false,\"error\":" + text(errorObject(error)));
}

std::string withMembers(std::string document, std::string_view members)
{
    document.erase(document.find_last_of('}'));
    document.erase(document.find_last_not_of(" \n") + 1);
    if (!document.ends_with('{')) {
        document += ',';
    }
    document.append(members);
    document += '}';
    return document;
}

Json countsObject(const mapping::Counts& counts)
{
    return {{"mapped", counts.mapped},   {"dropped", counts.dropped},       {"unmapped", counts.unmapped},
            {"missing", counts.missing}, {"mismatched", counts.mismatched}, {"edited", counts.edited}};
}

Json architectureObject(const mapping::Architecture& architecture)
{
    return {{"naming", architecture.naming},
            {"variant", textOrNull(architecture.variant)},
            {"layer_type", architecture.layerType},
            {"depths", architecture.depths},
            {"hidden_sizes", architecture.hiddenSizes},
            {"groups_width", architecture.groupsWidth},
            {"classes", architecture.classes ? Json(*architecture.classes) : Json()}};
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

}  // namespace wb::cli
