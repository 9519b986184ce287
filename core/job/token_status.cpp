#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/hub/hub_client.h"
#include "core/hub/keychain.h"
#include "core/hub/token_source.h"
#include "core/job/publish.h"

#include <map>
#include <mutex>

namespace wb::job {

namespace {

void takePlace(const net::Settings& settings, TokenStatus& status)
{
    using Source = TokenStatus::Source;
    const hub::FoundToken found = hub::lookForToken(net::processEnvironment());
    if (found.token != settings.token) {
        return;  // given otherwise
    }
    switch (found.source) {
    case hub::TokenSource::None:
        return;
    case hub::TokenSource::Environment:
        status.source = Source::Environment;
        break;
    case hub::TokenSource::Keychain:
        status.source = Source::Keychain;
        break;
    case hub::TokenSource::File:
        status.source = Source::File;
        break;
    }
    status.place = found.place;
}

// The Hub limits this question more than others.
hub::Account askedAccount(const net::Settings& settings, JobContext& job)
{
    static std::mutex mutex;
    static std::map<std::string, hub::Account> known;  // by a hash: a token is not kept here
    const std::string key = Sha256::of(settings.endpoint + "\n" + settings.token);
    {
        const std::scoped_lock lock(mutex);
        if (const auto found = known.find(key); found != known.end()) {
            return found->second;
        }
    }
    const hub::Account account = hub::HubClient(settings, job).whoAmI();
    const std::scoped_lock lock(mutex);
    return known.emplace(key, account).first->second;
}

// Of a token that is refused, it counts where it came from.
hub::Account accountOf(const net::Settings& settings, const TokenStatus& status, JobContext& job)
{
    try {
        return askedAccount(settings, job);
    } catch (Error& error) {
        if (error.code() == ErrorCode::NotAuthorised && !status.place.empty()) {
            error.withDefault("path", status.place);
        }
        throw;
    }
}

}  // namespace

TokenStatus whoAmI(const net::Settings& settings, JobContext& job)
{
    if (settings.token.empty()) {
        const bool isLocked = hub::lookForToken(net::processEnvironment()).keychainIsLocked;
        throw Error(ErrorCode::NotAuthorised).with("host", hub::endpointHost(settings)).with("problem", isLocked ? "keychain-locked" : "no-token");
    }
    TokenStatus status;
    takePlace(settings, status);
    const hub::Account account = accountOf(settings, status, job);
    status.user = account.name;
    status.role = account.role;
    status.owners = account.owners;
    status.repositories = account.repositories;
    return status;
}

TokenStatus keepToken(const std::string& token, const net::Settings& settings, JobContext& job)
{
    net::Settings own = settings;
    own.token = hub::usableToken(token);
    if (own.token.empty()) {
        throw Error(ErrorCode::NotAuthorised).with("host", hub::endpointHost(own)).with("problem", "token-text");
    }
    hub::keepOutOfCoreDumps();
    TokenStatus status = whoAmI(own, job);
    hub::storeInKeychain(own.endpoint, own.token, net::processEnvironment());
    status.source = TokenStatus::Source::Keychain;
    status.place = "keychain";
    return status;
}

}  // namespace wb::job
