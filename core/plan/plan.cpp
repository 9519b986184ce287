#include "core/plan/plan.h"

#include "core/io/folder.h"

namespace wb::plan {

std::string_view formatName(Format format) noexcept
{
    switch (format) {
    case Format::Safetensors:
        return "safetensors";
    case Format::Pth:
        return "pth";
    case Format::Both:
        return "both";
    }
    return "";
}

std::string_view dtypeOption(tensor::DType dtype) noexcept
{
    return dtype == tensor::DType::F16 ? "f16" : (dtype == tensor::DType::BF16 ? "bf16" : "f32");
}

std::optional<Format> formatFromName(std::string_view name) noexcept
{
    for (const Format format : {Format::Safetensors, Format::Pth, Format::Both}) {
        if (formatName(format) == name) {
            return format;
        }
    }
    return std::nullopt;
}

std::string Plan::pathOf(const PlannedFile& file) const
{
    const std::string folder = io::absolutePath(options.outputFolder);
    return io::join(file.format == Format::Pth ? io::parentFolder(folder) : folder, file.name);
}

}  // namespace wb::plan
