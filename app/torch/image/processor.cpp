#include "app/torch/image/processor.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/verify/parity.h"

#include <ATen/ops/_upsample_bicubic2d_aa.h>
#include <ATen/ops/_upsample_bilinear2d_aa.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/tensor.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace wb::image {

namespace {

using nlohmann::json;

constexpr const char* processorName = "preprocessor_config.json";
constexpr uint64_t mostProcessorBytes = 64 << 10;
constexpr uint64_t cropsBelow = 384;

Error processorError(std::string_view problem)
{
    return Error(ErrorCode::ImageFile).part(processorName).with("problem", problem);
}

void readInto(Processor& processor, const json& document)
{
    constexpr int bilinear = 2;  // of PIL.Image.Resampling
    if (const auto size = document.find("size"); size != document.end()) {
        processor.size = size->is_object() ? size->at("shortest_edge").get<uint64_t>() : size->get<uint64_t>();
    }
    processor.cropPct = document.value("crop_pct", processor.cropPct);
    processor.isBilinear = document.value("resample", 3) == bilinear;
    processor.rescale = document.value("rescale_factor", processor.rescale);
    processor.mean = document.value("image_mean", processor.mean);
    processor.deviation = document.value("image_std", processor.deviation);
}

void requireBounds(const Processor& processor)
{
    const bool divides = std::all_of(processor.deviation.begin(), processor.deviation.end(), [](double value) { return value > 0; });
    if (processor.size == 0 || processor.size > verify::mostPixels || !(processor.cropPct > 0.1) || processor.cropPct > 1 || !divides) {
        throw processorError("processor-values");
    }
}

at::Tensor interpolated(const at::Tensor& picture, const std::array<int64_t, 2>& size, bool isBilinear)
{
    const at::Tensor values = isBilinear ? at::_upsample_bilinear2d_aa(picture, size, false) : at::_upsample_bicubic2d_aa(picture, size, false);
    return values.round_().clamp_(0, 255);
}

// As Pillow does, which transformers uses: first the rows, then the columns, with bytes in between.
at::Tensor resized(const at::Tensor& picture, int64_t height, int64_t width, bool isBilinear)
{
    return interpolated(interpolated(picture, {picture.size(2), width}, isBilinear), {height, width}, isBilinear);
}

// The shorter edge to size / cropPct, then the middle.
at::Tensor cropped(const at::Tensor& picture, const Processor& processor)
{
    const auto size = static_cast<int64_t>(processor.size);
    const auto shorter = static_cast<int64_t>(static_cast<double>(size) / processor.cropPct);
    const int64_t height = picture.size(2);
    const int64_t width = picture.size(3);
    const at::Tensor small = height <= width ? resized(picture, shorter, shorter * width / height, processor.isBilinear)
                                             : resized(picture, shorter * height / width, shorter, processor.isBilinear);
    return small.narrow(2, (small.size(2) - size) / 2, size).narrow(3, (small.size(3) - size) / 2, size);
}

at::Tensor perChannel(const std::array<double, 3>& values)
{
    return at::tensor(at::ArrayRef<double>(values), at::kFloat).view({1, 3, 1, 1});
}

}  // namespace

Processor readProcessor(const std::string& folder)
{
    Processor processor;
    const std::string path = io::join(folder, processorName);
    if (!io::exists(path)) {
        return processor;
    }
    try {
        readInto(processor, json::parse(io::readSmallFile(path, mostProcessorBytes)));
    } catch (const json::exception&) {
        throw processorError("json").with("file", path);
    }
    requireBounds(processor);
    return processor;
}

at::Tensor pixelsOf(const Picture& picture, const Processor& processor)
{
    const std::array<int64_t, 3> shape{picture.height, picture.width, 3};
    // from_blob takes no pointer to constant values; nothing is written through it.
    const at::Tensor bytes = at::from_blob(const_cast<uint8_t*>(picture.rgb.data()), shape, at::kByte);
    const auto size = static_cast<int64_t>(processor.size);
    std::vector<at::Tensor> planes;  // one after the other: a large picture is never whole as float32
    for (int64_t channel = 0; channel < 3; ++channel) {
        const at::Tensor plane = bytes.select(2, channel).to(at::kFloat).view({1, 1, shape[0], shape[1]});
        planes.push_back(processor.size < cropsBelow ? cropped(plane, processor) : resized(plane, size, size, processor.isBilinear));
    }
    return at::cat(planes, 1).mul_(processor.rescale).sub_(perChannel(processor.mean)).div_(perChannel(processor.deviation));
}

}  // namespace wb::image
