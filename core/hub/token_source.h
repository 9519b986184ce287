#pragma once

#include "core/net/settings.h"

#include <string>
#include <string_view>

namespace wb::hub {

enum class TokenSource { None, Environment, Keychain, File };

// The user's token for the Hub, and where it was found.
struct FoundToken {
    std::string token;  // empty: none, or one that holds other characters than a token may (it could end a header line)
    TokenSource source = TokenSource::None;
    std::string place;              // "HF_TOKEN", "keychain", the file's path; of a token that cannot be one too
    bool keychainIsLocked = false;  // where none was found: the keychain holds one, and is locked
};

// The first of: HF_TOKEN, HUGGING_FACE_HUB_TOKEN; the keychain's for HF_ENDPOINT; the file HF_TOKEN_PATH or $HF_HOME/token (HF_HOME:
// ${XDG_CACHE_HOME:-~/.cache}/huggingface); the token in the file stored_tokens beside that, where it holds one and no more. Line ends and spaces
// around it are left out. Files are only read. Throws UrlRefused (an HF_ENDPOINT that is no address).
FoundToken lookForToken(const net::Environment& environment);

// The token alone, for reading: none with HF_HUB_DISABLE_IMPLICIT_TOKEN.
std::string findToken(const net::Environment& environment);

// The text without space around it; empty where it has other characters than visible ASCII, which could change the header that it stands in.
std::string usableToken(std::string_view text);

// From here on this process leaves no core dump, which would hold the token (prctl(2), PR_SET_DUMPABLE; setrlimit(2), RLIMIT_CORE, which its children
// inherit).
void keepOutOfCoreDumps() noexcept;

}  // namespace wb::hub
