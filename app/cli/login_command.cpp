#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/publish_output.h"
#include "app/cli/shared_options.h"
#include "app/cli/terminal.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

std::string typedToken(Session& session)
{
    const CancelToken& cancel = session.job().cancel;
    if (!session.line().fromStdin && !canAsk()) {
        throw usageError("there is no terminal to ask for the token: give it with --stdin");
    }
    hub::keepOutOfCoreDumps();
    const std::string text = session.line().fromStdin ? readLine(cancel) : askHidden("Token (it is not shown): ", cancel);
    std::string token = hub::usableToken(text);
    if (token.empty()) {
        throw usageError("that is no token: it is empty, or has other characters than a token may have");
    }
    return token;
}

// Another one of the environment is used first.
void warnOfOther(Session& session)
{
    const hub::FoundToken found = session.hub().findToken();
    if (found.source == hub::TokenSource::Environment) {
        session.warning(fmt::format("{} is set, and is used instead", found.place));
    }
}

}  // namespace

CommandResult loginCommand(Session& session)
{
    net::Settings settings = session.network();
    settings.token = typedToken(session);
    const job::TokenStatus status = session.hub().whoAmI(settings, session.job());
    session.hub().keepToken(settings.endpoint, settings.token);
    warnOfOther(session);
    if (session.wantsJson()) {
        return {statusJson(status, {}, settings.endpoint), {}};
    }
    return {fmt::format("logged in as {}; the token is in the keychain\n", userText(status)), {}};
}

CommandResult logoutCommand(Session& session)
{
    const std::string endpoint = session.network().endpoint;
    const bool isRemoved = session.hub().dropToken(endpoint);
    const hub::FoundToken other = session.hub().findToken();
    if (session.wantsJson()) {
        Json json = document();
        json["ok"] = true;
        json["removed"] = isRemoved;
        json["endpoint"] = endpoint;
        json["place"] = textOrNull(other.place);
        return {text(json), {}};
    }
    std::string output = isRemoved ? "the token is removed from the keychain\n" : "there is no token in the keychain\n";
    if (other.source != hub::TokenSource::None) {
        output += fmt::format("there still is one in {}\n", printable(other.place, 4200));
    }
    return {output, {}};
}

CommandResult whoAmICommand(Session& session)
{
    const net::Settings settings = session.networkAsUser();
    const hub::FoundToken found = session.hub().findToken();
    const job::TokenStatus status = session.hub().whoAmI(settings, session.job());
    return {session.wantsJson() ? statusJson(status, found, settings.endpoint) : statusText(status, found), {}};
}

}  // namespace wb::cli
