#pragma once

#include <string_view>

namespace wb {

std::string_view version() noexcept;  // "0.1.0", from CMake

}  // namespace wb
