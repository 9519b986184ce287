#pragma once

#include "core/base/error.h"
#include "core/net/exchange.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// Answers of the Hub, read strictly: each field that is used must be there and have its type. Throws BadResponse (file, host, problem: "json",
// "json-depth", "field"; part: the field).
namespace wb::hub {

using Json = nlohmann::json;

// One JSON object, of at most 64 levels.
Json objectIn(const net::Reply& reply, const net::Url& url);

// Fields of an object of an answer from `url`.
class Fields {
public:
    Fields(const Json& object, const net::Url& url);

    bool has(const char* name) const { return found(name) != nullptr; }
    std::string text(const char* name) const;
    std::string textOr(const char* name, std::string_view otherwise) const;  // also when it is null
    bool flagOr(const char* name, bool otherwise) const;
    uint64_t number(const char* name) const;
    const Json& list(const char* name) const;
    const Json* object(const char* name) const;  // null when there is none
    const net::Url& url() const noexcept { return m_url; }
    Error wrong(std::string_view field) const;

private:
    const Json* found(const char* name) const;

    const Json& m_object;
    const net::Url& m_url;
};

// What the Hub says is wrong: X-Error-Message, or error, message or errors[].message of the body, made printable. Empty when it says nothing.
std::string wordsOf(const net::Reply& reply);
std::string wordsIn(const Json& body);
// What the Hub warns of: "X-HF-Warning: topic; message", made printable. A line without a topic has an empty one.
struct HubWarning {
    std::string topic;
    std::string message;
};
std::vector<HubWarning> warningsIn(const net::Head& head);
// Of an answer that is not taken: NotAuthorised (problem "token", "no-token", "gated", "denied"), PublishConflict ("moved"), RepositoryName
// ("renamed"; found: the new name), HubRefused. Facts: host, found (status), reason.
Error refusalOf(const net::Reply& reply, const net::Url& url, bool tokenSent);
bool isGood(const net::Reply& reply) noexcept;
// 401 and 404 for a repository that is not there, or not for this token.
bool isNoRepository(const net::Reply& reply);

}  // namespace wb::hub
