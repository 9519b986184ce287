#include "core/regnet/config_reader.h"
#include "tests/fuzz/fuzz_input.h"

#include <string>

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const std::string text(fuzz::textOf(data, size));
    fuzz::answer([&](JobContext&) { regnet::factsFromConfig(text); });
    return fuzz::answer([&](JobContext&) {
        const mapping::Architecture architecture = regnet::architectureFromConfig(text);
        fuzz::require(!architecture.depths.empty() && architecture.depths.size() == architecture.hiddenSizes.size());
        fuzz::require(architecture.groupsWidth > 0);
    });
}
