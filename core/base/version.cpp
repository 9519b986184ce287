#include "core/base/version.h"

namespace wb {

std::string_view version() noexcept
{
    return WB_VERSION;
}

}  // namespace wb
