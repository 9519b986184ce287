#include "core/safetensors/reader.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const test::MemorySource source(fuzz::textOf(data, size));
        const tensor::TensorIndex index = safetensors::readSafetensors(source, job);
        fuzz::requireSound(index, source.size(), job.limits);
        for (const tensor::TensorInfo& tensor : index.tensors) {
            fuzz::require(tensor.bytes() == index.records[tensor.record].bytes);
        }
    });
}
