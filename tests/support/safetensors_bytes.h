#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wb::test {

// 8 bytes, little-endian.
inline std::string lengthField(uint64_t length)
{
    std::string out;
    for (int shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<char>((length >> shift) & 0xFF));
    }
    return out;
}

// A safetensors file with this header, as it is, and so many bytes of data (0, 1, 2 …).
inline std::string safetensorsBytes(std::string_view header, size_t dataBytes)
{
    std::string out = lengthField(header.size()) + std::string(header);
    for (size_t i = 0; i < dataBytes; ++i) {
        out.push_back(static_cast<char>(i & 0xFF));
    }
    return out;
}

}  // namespace wb::test
