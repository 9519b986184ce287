#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wb::image {

// Red, green and blue of each pixel, row by row from the top.
struct Picture {
    uint32_t width = 0;
    uint32_t height = 0;
    std::vector<uint8_t> rgb;
};

inline constexpr uint64_t mostPictureBytes = 64 << 20;  // of the file
inline constexpr uint64_t mostPicturePixels = 50'000'000;

// Reads a PNG, JPEG or WebP file; transparency is dropped. Throws ImageFile (problem: "picture-kind", "picture-damaged", "picture-size") and what
// opening a file throws.
Picture readPicture(const std::string& path);

}  // namespace wb::image
