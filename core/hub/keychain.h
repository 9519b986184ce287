#pragma once

#include "core/net/settings.h"

#include <string>

// The desktop's keychain (Secret Service: gnome-keyring, KWallet), which keeps one token for each endpoint of the Hub.
namespace wb::hub {

struct KeptToken {
    std::string token;
    bool isLocked = false;  // there is one, and nobody has unlocked the keychain
};

// The token for an endpoint. Empty: none is kept, or there is no keychain, no D-Bus session in the environment, no answer within five seconds; or it
// is locked, for reading never asks anybody to unlock it.
KeptToken tokenInKeychain(const std::string& endpoint, const net::Environment& environment);
// Keeps it in place of an earlier one; the desktop may ask the user to unlock the keychain. Throws KeychainFailed (problem: no-keyring, locked,
// timeout; reason).
void storeInKeychain(const std::string& endpoint, const std::string& token, const net::Environment& environment);
// False: there was none to remove. Throws KeychainFailed.
bool removeFromKeychain(const std::string& endpoint, const net::Environment& environment);

// "reachable", "no session bus", "no keychain": whether there is one that answers within five seconds. Asks for no secret.
std::string keychainState(const net::Environment& environment);

}  // namespace wb::hub
