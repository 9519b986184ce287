#pragma once

#include "core/net/settings.h"

#include <string>

namespace wb::hub {

// The user's token for the Hub, as huggingface_hub finds it: HF_TOKEN, HUGGING_FACE_HUB_TOKEN, the file HF_TOKEN_PATH or $HF_HOME/token (HF_HOME:
// ${XDG_CACHE_HOME:-~/.cache}/huggingface). Line ends and spaces around it are left out. Empty: none, or one that holds other characters than
// a token may (it could end a header line). With HF_HUB_DISABLE_IMPLICIT_TOKEN: none for reading.
std::string findToken(const net::Environment& environment);

// The same, with where it was found, whether or not reading may use it.
struct FoundToken {
    enum class Kind { None, Environment, File };
    std::string token;
    Kind kind = Kind::None;
    std::string place;  // name of the variable, or path of the file
};
FoundToken locateToken(const net::Environment& environment);

// From here on this process leaves no core dump, which would hold the token (prctl(2), PR_SET_DUMPABLE).
void keepOutOfCoreDumps() noexcept;

}  // namespace wb::hub
