#include "app/torch/image/picture.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace wb::image {

namespace {

Error pictureError(std::string_view problem)
{
    return Error(ErrorCode::ImageFile).with("problem", problem);
}

// A picture of that size, all black. The size comes from the file: it is held against the limits before anything is set aside for it.
Picture blank(uint64_t width, uint64_t height)
{
    if (width == 0 || height == 0 || width > mostPicturePixels || height > mostPicturePixels || width * height > mostPicturePixels) {
        throw pictureError("picture-size").with("found", std::to_string(width) + " x " + std::to_string(height)).with("limit", mostPicturePixels);
    }
    Picture picture;
    picture.width = static_cast<uint32_t>(width);
    picture.height = static_cast<uint32_t>(height);
    picture.rgb.resize(static_cast<size_t>(width * height * 3));
    return picture;
}

const uint8_t* bytesOf(std::string_view file)
{
    return reinterpret_cast<const uint8_t*>(file.data());
}

Picture decodePng(std::string_view file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, decltype(&png_image_free)> freed(&image, &png_image_free);
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0) {
        throw pictureError("picture-damaged").with("reason", image.message);
    }
    Picture picture = blank(image.width, image.height);
    image.format = PNG_FORMAT_RGBA;
    std::vector<uint8_t> rgba(picture.rgb.size() / 3 * 4);
    if (png_image_finish_read(&image, nullptr, rgba.data(), 0, nullptr) == 0) {
        throw pictureError("picture-damaged").with("reason", image.message);
    }
    for (size_t pixel = 0; pixel < picture.rgb.size() / 3; ++pixel) {
        std::copy_n(rgba.begin() + static_cast<std::ptrdiff_t>(pixel * 4), 3, picture.rgb.begin() + static_cast<std::ptrdiff_t>(pixel * 3));
    }
    return picture;
}

Picture decodeJpeg(std::string_view file)
{
    const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), &tjDestroy);
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    const auto failed = [&] { return pictureError("picture-damaged").with("reason", tjGetErrorStr2(decoder.get())); };
    if (tjDecompressHeader3(decoder.get(), bytesOf(file), file.size(), &width, &height, &subsampling, &colours) != 0 || width < 0 || height < 0) {
        throw failed();
    }
    Picture picture = blank(static_cast<uint64_t>(width), static_cast<uint64_t>(height));
    constexpr int flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
    if (tjDecompress2(decoder.get(), bytesOf(file), file.size(), picture.rgb.data(), width, 0, height, TJPF_RGB, flags) != 0) {
        throw failed();
    }
    return picture;
}

Picture decodeWebp(std::string_view file)
{
    int width = 0;
    int height = 0;
    if (WebPGetInfo(bytesOf(file), file.size(), &width, &height) == 0 || width < 0 || height < 0) {
        throw pictureError("picture-damaged");
    }
    Picture picture = blank(static_cast<uint64_t>(width), static_cast<uint64_t>(height));
    if (WebPDecodeRGBInto(bytesOf(file), file.size(), picture.rgb.data(), picture.rgb.size(), width * 3) == nullptr) {
        throw pictureError("picture-damaged");
    }
    return picture;
}

Picture decode(std::string_view file)
{
    using namespace std::string_view_literals;
    if (file.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return decodePng(file);
    }
    if (file.starts_with("\xFF\xD8\xFF"sv)) {
        return decodeJpeg(file);
    }
    if (file.starts_with("RIFF"sv) && file.substr(std::min<size_t>(8, file.size())).starts_with("WEBP"sv)) {
        return decodeWebp(file);
    }
    throw pictureError("picture-kind");
}

}  // namespace

Picture readPicture(const std::string& path)
{
    try {
        return decode(io::readSmallFile(path, mostPictureBytes));
    } catch (Error& error) {
        error.withDefault("file", path);
        throw;
    }
}

}  // namespace wb::image
