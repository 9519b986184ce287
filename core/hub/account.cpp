#include "core/hub/account.h"

#include <algorithm>

namespace wb::hub {

namespace {

bool hasWrite(const Json& permissions)
{
    const auto isWrite = [](const Json& each) { return each == "repo.write" || each == "repo.content.write"; };
    return permissions.is_array() && std::any_of(permissions.begin(), permissions.end(), isWrite);
}

// Of a fine-grained token: what each scope names.
void takeScopes(const Json& token, Account& account, const net::Url& url)
{
    const Json* const fine = Fields(token, url).object("fineGrained");
    const Json scoped = fine == nullptr ? Json() : fine->value("scoped", Json());
    for (const Json& scope : scoped.is_array() ? scoped : Json::array()) {
        const Json* const entity = Fields(scope, url).object("entity");
        if (entity == nullptr || !hasWrite(scope.value("permissions", Json()))) {
            continue;
        }
        const Fields fields(*entity, url);
        const std::string type = fields.textOr("type", "");
        if (type == "user" || type == "org") {
            account.owners.push_back(fields.text("name"));
        } else if (type == "model") {
            account.repositories.push_back(fields.text("name"));
        }
    }
}

void takeOwners(const Fields& answer, Account& account)
{
    account.owners.push_back(account.name);
    const Json none = Json::array();
    const Json& orgs = answer.has("orgs") ? answer.list("orgs") : none;
    for (const Json& entry : orgs) {
        const Fields org(entry, answer.url());
        if (org.textOr("roleInOrg", "write") != "read") {
            account.owners.push_back(org.text("name"));
        }
    }
}

}  // namespace

Account accountIn(const Json& answer, const net::Url& url)
{
    const Fields fields(answer, url);
    Account account;
    account.name = fields.text("name");
    const Json* const auth = fields.object("auth");
    const Json* const token = auth == nullptr ? nullptr : Fields(*auth, url).object("accessToken");
    account.role = token == nullptr ? "write" : Fields(*token, url).textOr("role", "write");  // a login of the browser's kind has no role
    if (account.role == "fineGrained") {
        takeScopes(*token, account, url);
    } else if (account.role != "read") {
        takeOwners(fields, account);
    }
    return account;
}

}  // namespace wb::hub
