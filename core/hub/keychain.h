#pragma once

#include "core/net/settings.h"

#include <string>

// The desktop's keychain (Secret Service: gnome-keyring, KWallet), which keeps one token for each endpoint of the Hub.
namespace wb::hub {

// The token for an endpoint. Empty: none is kept, or there is no keychain, no D-Bus session in the environment, no answer within five seconds; or it
// is locked, for reading never asks anybody to unlock it.
std::string tokenInKeychain(const std::string& endpoint, const net::Environment& environment);
// One for the endpoint is kept, and what keeps it is locked: with the desktop's help it could be read. Asks nobody; false without an answer within
// five seconds.
bool isTokenLocked(const std::string& endpoint, const net::Environment& environment);
// Keeps it in place of an earlier one; the desktop may ask the user to unlock the keychain. Throws KeychainFailed (problem: no-keyring, locked,
// timeout; reason).
void storeInKeychain(const std::string& endpoint, const std::string& token, const net::Environment& environment);
// False: there was none to remove. Throws KeychainFailed.
bool removeFromKeychain(const std::string& endpoint, const net::Environment& environment);

}  // namespace wb::hub
