#include "app/cli/hub_calls.h"

#include "core/hub/keychain.h"

#include <cstdlib>

namespace wb::cli {

HubCalls coreHubCalls()
{
    const net::Environment environment = [](const char* name) -> const char* { return std::getenv(name); };
    HubCalls calls;
    calls.findToken = [environment] { return hub::lookForToken(environment); };
    calls.keepToken = [environment](const std::string& endpoint, const std::string& token) { hub::storeInKeychain(endpoint, token, environment); };
    calls.dropToken = [environment](const std::string& endpoint) { return hub::removeFromKeychain(endpoint, environment); };
    calls.whoAmI = job::whoAmI;
    calls.requirePublishable = job::requirePublishable;
    calls.plan = job::planPublish;
    calls.publish = job::publish;
    return calls;
}

}  // namespace wb::cli
