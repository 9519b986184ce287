#include "core/verify/parity_report.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext&) {
        const verify::ParityReport report = verify::parityFromJson(fuzz::textOf(data, size));
        const std::string text = verify::parityToJson(report);
        fuzz::require(verify::parityToJson(verify::parityFromJson(text)) == text);
        fuzz::require(report.ok != verify::parityError(report, "folder").has_value());
    });
}
