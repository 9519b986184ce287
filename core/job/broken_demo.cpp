#include "core/job/broken_demo.h"

#include "core/base/error.h"
#include "core/job/demo_model.h"
#include "core/job/pipeline.h"

#include <algorithm>

namespace wb::job {

namespace {

constexpr const char* goodKey = "_feature_blocks.res4.block3-1.f.b.0.weight";
constexpr const char* badKey = "_feature_blocks.res4.block3-1.f.bb.0.weight";

mapping::Architecture architecture()
{
    mapping::Architecture made;
    made.family = "regnet";
    made.naming = "vissl";
    made.layerType = "y";
    made.depths = {1, 1, 2, 1};
    made.hiddenSizes = {16, 32, 48, 64};
    made.groupsWidth = 8;
    made.classes = 10;
    return made;
}

}  // namespace

BrokenDemo makeBrokenDemo(const std::string& path, JobContext& job)
{
    const mapping::Architecture network = architecture();
    DemoModel model = demoModel(familyOf(network), network);
    const auto key = std::find_if(model.tensors.begin(), model.tensors.end(), [](const DemoTensor& tensor) { return tensor.key == goodKey; });
    if (key == model.tensors.end()) {
        throw Error(ErrorCode::Internal).with("name", goodKey);
    }
    key->key = badKey;
    DemoOptions options;
    options.path = path;
    options.overwrite = true;
    BrokenDemo made;
    made.file = writeDemo(model, options, job);
    made.badKey = badKey;
    made.destination = familyOf(network).place(network, goodKey)->destination.value_or(std::string());
    return made;
}

}  // namespace wb::job
