#include "app/cli/hub_calls.h"

#include "core/hub/keychain.h"

namespace wb::cli {

HubCalls coreHubCalls()
{
    HubCalls calls;
    calls.findToken = [] { return hub::lookForToken(net::processEnvironment()); };
    calls.keepToken = [](const std::string& endpoint, const std::string& token) { hub::storeInKeychain(endpoint, token, net::processEnvironment()); };
    calls.dropToken = [](const std::string& endpoint) { return hub::removeFromKeychain(endpoint, net::processEnvironment()); };
    calls.whoAmI = job::whoAmI;
    calls.requirePublishable = job::requirePublishable;
    calls.plan = job::planPublish;
    calls.publish = job::publish;
    calls.planStreamed = job::planStreamedPublish;
    calls.publishStreamed = job::publishStreamed;
    return calls;
}

}  // namespace wb::cli
