#include "core/base/sum_list.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    for (const ListedSum& sum : sumsIn(fuzz::textOf(data, size))) {
        fuzz::require(isHex(sum.sha256, 64) && sum.name.find('\n') == std::string::npos);
    }
    return 0;
}
