#include "core/job/demo_pickle.h"

#include "core/job/pickle_writer.h"

namespace wb::job {

namespace {

void writeStateDict(PickleWriter& pickle, const DemoModel& model, bool inHeads, bool isLegacy)
{
    pickle.orderedDict();
    pickle.mark();
    for (size_t i = 0; i < model.tensors.size(); ++i) {
        const DemoTensor& tensor = model.tensors[i];
        if (tensor.inHeads == inHeads) {
            pickle.text(tensor.key);
            pickle.tensor(tensor.floating ? "FloatStorage" : "LongStorage", demoStorageKey(i, isLegacy), tensor.shape, isLegacy);
        }
    }
    pickle.setItems();
}

}  // namespace

std::string demoStorageKey(size_t tensor, bool isLegacy)
{
    constexpr size_t firstAddress = 94'000'000'000'000;
    return std::to_string(isLegacy ? firstAddress + tensor * 64 : tensor);
}

std::string demoPickle(const DemoModel& model, bool isLegacy)
{
    PickleWriter pickle;
    if (!model.isNested) {
        writeStateDict(pickle, model, false, isLegacy);
        return pickle.finish();
    }
    pickle.emptyDict();
    pickle.mark();
    pickle.text("type");
    pickle.text("consolidated");
    constexpr int depth = 3;
    for (const char* name : {"classy_state_dict", "base_model", "model"}) {
        pickle.text(name);
        pickle.emptyDict();
        pickle.mark();
    }
    pickle.text("trunk");
    writeStateDict(pickle, model, false, isLegacy);
    pickle.text("heads");
    writeStateDict(pickle, model, true, isLegacy);
    for (int i = 0; i <= depth; ++i) {
        pickle.setItems();
    }
    return pickle.finish();
}

}  // namespace wb::job
