#include "core/base/version.h"

#include <fmt/format.h>

namespace wb {

std::string_view version() noexcept
{
    return WB_VERSION;
}

std::string_view commit() noexcept
{
    return WB_COMMIT;
}

std::string_view libraries() noexcept
{
    return WB_LIBRARIES;
}

std::string versionText(std::string_view program, std::string_view ownLibraries)
{
    const std::string from = commit().empty() ? std::string() : fmt::format(" (commit {})", commit());
    return fmt::format("{} {}{}\nwith {}{}{}", program, version(), from, ownLibraries, ownLibraries.empty() ? "" : " ", libraries());
}

}  // namespace wb
