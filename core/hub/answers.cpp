#include "core/hub/answers.h"

#include "core/base/text.h"

#include <algorithm>

namespace wb::hub {

namespace {

constexpr int deepest = 64;
constexpr size_t mostWords = 400;

Error bad(const net::Url& url, std::string_view problem)
{
    return Error(ErrorCode::BadResponse).file(url.shown()).with("host", url.host()).with("problem", problem);
}

// A text, or the texts of a list.
std::string textsIn(const Json& value)
{
    if (value.is_string()) {
        return value.get<std::string>();
    }
    std::string out;
    for (const Json& each : value.is_array() ? value : Json::array()) {
        const Json& message = each.is_object() && each.contains("message") ? each["message"] : each;
        if (message.is_string() && out.size() < mostWords) {
            out += (out.empty() ? "" : "; ") + message.get<std::string>();
        }
    }
    return out;
}

Json parsed(std::string_view text)
{
    bool isDeep = false;
    Json value = Json::parse(
        text,
        [&isDeep](int depth, Json::parse_event_t, Json&) {
            isDeep = isDeep || depth > deepest;
            return !isDeep;
        },
        false);
    return isDeep ? Json("json-depth") : value;
}

// "/api/models/owner/name…" as owner/name; empty for anything else.
std::string repositoryIn(std::string_view location)
{
    constexpr std::string_view api = "/api/models/";
    const size_t at = location.find(api);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = location.substr(at + api.size());
    const size_t slash = rest.find('/');
    const size_t end = slash == std::string_view::npos ? slash : rest.find_first_of("/?", slash + 1);
    return slash == std::string_view::npos ? std::string() : printable(rest.substr(0, end));
}

std::string_view problemOf(const net::Reply& reply, bool tokenSent)
{
    if (reply.head.field("x-error-code") == "GatedRepo") {
        return "gated";
    }
    if (reply.head.status == 403) {
        return "denied";
    }
    return tokenSent ? "token" : "no-token";
}

}  // namespace

Json objectIn(const net::Reply& reply, const net::Url& url)
{
    Json value = parsed(reply.body);
    if (value.is_object()) {
        return value;
    }
    throw bad(url, value == "json-depth" ? "json-depth" : "json");
}

Fields::Fields(const Json& object, const net::Url& url) : m_object(object), m_url(url)
{
    if (!object.is_object()) {
        throw wrong("object");
    }
}

Error Fields::wrong(std::string_view field) const
{
    return bad(m_url, "field").part(field);
}

const Json* Fields::found(const char* name) const
{
    const auto at = m_object.find(name);
    return at == m_object.end() || at->is_null() ? nullptr : &*at;
}

std::string Fields::text(const char* name) const
{
    const Json* const value = found(name);
    if (value == nullptr || !value->is_string()) {
        throw wrong(name);
    }
    return value->get<std::string>();
}

std::string Fields::textOr(const char* name, std::string_view otherwise) const
{
    return found(name) == nullptr ? std::string(otherwise) : text(name);
}

bool Fields::flagOr(const char* name, bool otherwise) const
{
    const Json* const value = found(name);
    if (value != nullptr && !value->is_boolean()) {
        throw wrong(name);
    }
    return value == nullptr ? otherwise : value->get<bool>();
}

uint64_t Fields::number(const char* name) const
{
    const Json* const value = found(name);
    if (value == nullptr || !value->is_number_unsigned()) {
        throw wrong(name);
    }
    return value->get<uint64_t>();
}

const Json& Fields::list(const char* name) const
{
    const Json* const value = found(name);
    if (value == nullptr || !value->is_array()) {
        throw wrong(name);
    }
    return *value;
}

const Json* Fields::object(const char* name) const
{
    const Json* const value = found(name);
    if (value != nullptr && !value->is_object()) {
        throw wrong(name);
    }
    return value;
}

std::string wordsIn(const Json& body)
{
    std::string words;
    for (const char* name : {"error", "message", "errors", "error_description", "detail"}) {
        if (words.empty() && body.is_object() && body.contains(name)) {
            words = textsIn(body[name]);
        }
    }
    return printable(words, mostWords);
}

std::string wordsOf(const net::Reply& reply)
{
    const std::string_view words = reply.head.field("x-error-message");
    return words.empty() ? wordsIn(parsed(reply.body)) : printable(words, mostWords);
}

std::vector<HubWarning> warningsIn(const net::Head& head)
{
    std::vector<HubWarning> warnings;
    for (const auto& [name, value] : head.fields) {
        if (name == "x-hf-warning") {
            const size_t semicolon = std::min(value.find(';'), value.size());
            const bool hasTopic = semicolon < value.size();
            const std::string_view message = trimmed(std::string_view(value).substr(hasTopic ? semicolon + 1 : 0));
            const std::string_view topic = hasTopic ? trimmed(std::string_view(value).substr(0, semicolon)) : std::string_view();
            warnings.push_back({printable(topic), printable(message, mostWords)});
        }
    }
    return warnings;
}

Error refusalOf(const net::Reply& reply, const net::Url& url, bool tokenSent)
{
    const int status = reply.head.status;
    const std::string renamed = status >= 300 && status < 400 ? repositoryIn(reply.head.field("location")) : std::string();
    Error error(ErrorCode::HubRefused);
    if (!renamed.empty()) {
        error = Error(ErrorCode::RepositoryName).with("problem", "renamed").with("found", renamed);
    } else if (status == 401 || status == 403) {
        error = Error(ErrorCode::NotAuthorised).with("problem", problemOf(reply, tokenSent)).with("found", static_cast<uint64_t>(status));
    } else if (status == 412) {
        error = Error(ErrorCode::PublishConflict).with("problem", "moved");
    } else {
        error.with("problem", "status").with("found", static_cast<uint64_t>(status));
    }
    error.with("file", url.shown()).with("host", url.host());
    if (const std::string words = wordsOf(reply); !words.empty()) {
        error.with("reason", words);
    }
    return error;
}

bool isGood(const net::Reply& reply) noexcept
{
    return reply.isWhole() && reply.head.status >= 200 && reply.head.status < 300;
}

bool isNoRepository(const net::Reply& reply)
{
    const bool isBadToken = reply.head.field("x-error-message").find("Invalid credentials") != std::string_view::npos;
    const std::string_view code = reply.head.field("x-error-code");
    return (reply.head.status == 404 && code != "RevisionNotFound") || (reply.head.status == 401 && !isBadToken && code != "GatedRepo");
}

}  // namespace wb::hub
