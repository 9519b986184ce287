#include "core/checkpoint/torch_checkpoint.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const test::MemorySource source(fuzz::textOf(data, size));
        checkpoint::sniff(source);
        fuzz::requireSound(checkpoint::readTorchCheckpoint(source, "", job), source.size(), job.limits);
    });
}
