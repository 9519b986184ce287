#pragma once

#include <concepts>
#include <cstddef>
#include <string>

namespace wb::plan {

// Appends a number, least significant byte first.
template <std::unsigned_integral T> void appendLittle(std::string& out, T number)
{
    for (size_t i = 0; i < sizeof(T); ++i) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(number >> (8 * i))));
    }
}

}  // namespace wb::plan
