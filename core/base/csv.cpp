#include "core/base/csv.h"

namespace wb {

std::string csvCell(std::string_view text)
{
    std::string out;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        out += '\'';
    }
    out += text;
    if (out.find_first_of(",\"\r\n") == std::string::npos) {
        return out;
    }
    for (size_t at = out.find('"'); at != std::string::npos; at = out.find('"', at + 2)) {
        out.insert(at, 1, '"');
    }
    return '"' + out + '"';
}

}  // namespace wb
