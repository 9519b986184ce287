#include "core/safetensors/shard_index.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const auto index = safetensors::parseShardIndex(fuzz::textOf(data, size), "model.safetensors.index.json", job);
        for (size_t i = 0; i < index.weightMap.size(); ++i) {
            fuzz::require(index.weightMap[i].second < index.shards.size());
            fuzz::require(i == 0 || index.weightMap[i - 1].first < index.weightMap[i].first);
        }
    });
}
