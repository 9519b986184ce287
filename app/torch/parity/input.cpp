#include "app/torch/parity/input.h"

#include "app/torch/image/picture.h"
#include "app/torch/image/processor.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/randn.h>
#include <fmt/format.h>

#include <algorithm>

namespace wb::parity {

uint64_t leastSize(const mapping::Architecture& architecture)
{
    constexpr uint64_t mostHalvings = 9;
    // The stem and the first block of each stage halve the picture.
    const uint64_t halvings = std::min<uint64_t>(architecture.depths.size() + 2, mostHalvings);
    return uint64_t{1} << halvings;
}

Input makeInput(const verify::ParityOptions& options, const std::string& folder, const mapping::Architecture& architecture)
{
    const auto channels = static_cast<int64_t>(architecture.channels);
    if (options.image.empty()) {
        const auto size = static_cast<int64_t>(options.size.value_or(leastSize(architecture)));
        const at::Tensor pixels = at::randn({1, channels, size, size}, at::make_generator<at::CPUGeneratorImpl>(options.seed));
        return {pixels, fmt::format("random numbers, seed {}", options.seed)};
    }
    if (channels != 3) {
        throw Error(ErrorCode::ImageFile).file(options.image).with("problem", "picture-channels").with("expected", architecture.channels);
    }
    image::Processor processor = image::readProcessor(folder);
    processor.size = options.size.value_or(processor.size);
    return {image::pixelsOf(image::readPicture(options.image), processor), printable(io::fileName(options.image))};
}

}  // namespace wb::parity
