#pragma once

#include <QString>

#include <string_view>

namespace wb::ui {

// What core's token says of a network's or a server's fault, as words for a parenthesis: "its certificate has expired". The token itself where it is
// unknown. Plain text.
QString problemWords(std::string_view token);

}  // namespace wb::ui
