#include "core/hub/token_source.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/hub/hub_folders.h"
#include "core/hub/keychain.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace wb::hub {

namespace {

constexpr uint64_t mostFileBytes = 64 << 10;

std::string readIfThere(const std::string& path)
{
    try {
        return io::readSmallFile(path, mostFileBytes);
    } catch (const Error&) {
        return {};  // no such file, or one that is no token
    }
}

// Values of hf_token in an INI file with a section a token.
std::vector<std::string> storedTokens(std::string_view text)
{
    std::vector<std::string> tokens;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const size_t equals = line.find('=');
        if (equals != std::string_view::npos && trimmed(line.substr(0, equals)) == "hf_token") {
            tokens.emplace_back(trimmed(line.substr(equals + 1)));
        }
    }
    return tokens;
}

FoundToken inEnvironment(const net::Environment& environment)
{
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
        const char* const value = environment(name);
        const std::string_view text = trimmed(value == nullptr ? std::string_view() : std::string_view(value));
        if (!text.empty()) {
            return {usableToken(text), TokenSource::Environment, name};
        }
    }
    return {};
}

FoundToken inFiles(const net::Environment& environment)
{
    const char* const named = environment("HF_TOKEN_PATH");
    const std::string path = named != nullptr && *named != '\0' ? expandedHome(named, environment) : homeFolder(environment) + "/token";
    const std::string text = readIfThere(path);
    if (!trimmed(text).empty()) {
        return {usableToken(text), TokenSource::File, path};
    }
    const std::string storedPath = io::join(io::parentFolder(path), "stored_tokens");
    const std::vector<std::string> stored = storedTokens(readIfThere(storedPath));
    return stored.size() == 1 ? FoundToken{usableToken(stored.front()), TokenSource::File, storedPath} : FoundToken();
}

}  // namespace

FoundToken lookForToken(const net::Environment& environment)
{
    FoundToken found = inEnvironment(environment);
    if (found.source != TokenSource::None) {
        return found;
    }
    const KeptToken kept = tokenInKeychain(net::settingsFromEnvironment(environment).endpoint, environment);
    if (std::string token = usableToken(kept.token); !token.empty()) {
        return {std::move(token), TokenSource::Keychain, "keychain"};
    }
    found = inFiles(environment);
    found.keychainIsLocked = kept.isLocked && found.source == TokenSource::None;
    return found;
}

std::string findToken(const net::Environment& environment)
{
    return net::isTrue(environment("HF_HUB_DISABLE_IMPLICIT_TOKEN")) ? std::string() : lookForToken(environment).token;
}

std::string usableToken(std::string_view text)
{
    const std::string_view token = trimmed(text);
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isPlain ? std::string(token) : std::string();
}

void keepOutOfCoreDumps() noexcept
{
    constexpr rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace wb::hub
