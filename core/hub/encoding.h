#pragma once

#include <string>
#include <string_view>

namespace wb::hub {

// Percent-encoded for one segment of a path; with keepSlash for a whole path.
std::string encoded(std::string_view text, bool keepSlash = false);
// RFC 4648, 4, with padding.
std::string base64(std::string_view bytes);

}  // namespace wb::hub
