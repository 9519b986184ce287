#include "core/convert/frame.h"

#include "core/base/error.h"
#include "core/convert/pth_frame.h"
#include "core/convert/safetensors_frame.h"

namespace wb::convert {

std::unique_ptr<Frame> makeFrame(const plan::Plan& plan, const plan::PlannedFile& file)
{
    switch (file.format) {
    case plan::Format::Safetensors:
        return std::make_unique<SafetensorsFrame>(file);
    case plan::Format::Pth:
        return std::make_unique<PthFrame>(plan, file);
    case plan::Format::Both:
        break;
    }
    throw Error(ErrorCode::Internal).part(file.name).with("problem", "no-frame");
}

}  // namespace wb::convert
