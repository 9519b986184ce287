#pragma once

#include "core/base/error.h"
#include "core/mapping/family.h"
#include "core/mapping/key_map.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace wb::cli {

using Json = nlohmann::ordered_json;

// {"schema": 1}: what every document begins with.
Json document();
// One line of ASCII: foreign text comes out escaped, bytes that are no UTF-8 as U+FFFD.
std::string text(const Json& json);

// {id, exit, message, facts, hint}
Json errorObject(const Error& error);
// {schema, ok: false, error}, with `members` as written after the first.
std::string failureDocument(const Error& error, std::string_view members = {});
// The document with `ok` false and the error beside its own fields. `document` is the text of a JSON object without the two.
std::string withError(std::string document, const Error& error);
// Adds `"name": value, …` as written to a document's text.
std::string withMembers(std::string document, std::string_view members);

Json countsObject(const mapping::Counts& counts);
// {naming, variant, layer_type, depths, hidden_sizes, groups_width, classes}
Json architectureObject(const mapping::Architecture& architecture);
// The text, or null when it is empty.
Json textOrNull(const std::string& text);

}  // namespace wb::cli
