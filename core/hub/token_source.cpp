#include "core/hub/token_source.h"

#include "core/base/error.h"
#include "core/hub/hub_folders.h"
#include "core/io/byte_source.h"

#include <sys/prctl.h>

#include <algorithm>
#include <string_view>

namespace wb::hub {

namespace {

constexpr uint64_t mostFileBytes = 64 << 10;

std::string trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string() : std::string(text.substr(begin, text.find_last_not_of(space) - begin + 1));
}

// Visible ASCII only: anything else could change the header that it stands in.
std::string usable(std::string token)
{
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isPlain ? token : std::string();
}

std::string readToken(const std::string& path)
{
    try {
        return trimmed(io::readSmallFile(path, mostFileBytes));
    } catch (const Error&) {
        return {};  // no such file, or one that is no token
    }
}

}  // namespace

FoundToken locateToken(const net::Environment& environment)
{
    using Kind = FoundToken::Kind;
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
        const char* const value = environment(name);
        std::string token = trimmed(value == nullptr ? std::string_view() : std::string_view(value));
        if (!token.empty()) {
            token = usable(std::move(token));
            return token.empty() ? FoundToken{} : FoundToken{std::move(token), Kind::Environment, name};
        }
    }
    const char* const named = environment("HF_TOKEN_PATH");
    const bool isNamed = named != nullptr && *named != '\0';
    const std::string path = isNamed ? expandedHome(named, environment) : homeFolder(environment) + "/token";
    std::string token = usable(readToken(path));
    return token.empty() ? FoundToken{} : FoundToken{std::move(token), Kind::File, path};
}

std::string findToken(const net::Environment& environment)
{
    return net::isTrue(environment("HF_HUB_DISABLE_IMPLICIT_TOKEN")) ? std::string() : locateToken(environment).token;
}

void keepOutOfCoreDumps() noexcept
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace wb::hub
