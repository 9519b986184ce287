#pragma once

#include <string_view>

namespace wb::resources {

// Text of a file under resources/ that was compiled in ("catalog/regnet.json"). Empty when there is none of that name.
std::string_view text(std::string_view name) noexcept;

}  // namespace wb::resources
