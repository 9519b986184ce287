#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/state_dict_finder.h"
#include "core/checkpoint/tensor_builder.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const test::MemorySource source(fuzz::textOf(data, size));
        io::BufferedReader reader(source, 0, source.size());
        const checkpoint::PickleTree tree = checkpoint::readPickle(reader, "pickle", job);
        fuzz::require(tree.root < tree.values.size());
        const checkpoint::FoundStateDict found = checkpoint::findStateDict(tree, "", job.limits);
        for (const checkpoint::FoundTensor& tensor : found.tensors) {
            const checkpoint::RebuiltTensor rebuilt = checkpoint::rebuildTensor(tree, tensor, job.limits);
            fuzz::require(rebuilt.shape.size() == rebuilt.strides.size() && rebuilt.storage < tree.storages.size());
            checkpoint::storageBytes(tree.storages[rebuilt.storage]);
        }
    });
}
