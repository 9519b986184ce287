#include "core/checkpoint/zip_directory.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const test::MemorySource source(fuzz::textOf(data, size));
        const auto directory = checkpoint::ZipDirectory::read(source, job);
        for (const checkpoint::ZipEntry& entry : directory.entries()) {
            fuzz::require(directory.find(entry.name) == &entry);
            fuzz::require(fitsInside(directory.dataOffset(source, entry), entry.bytes, source.size()));
        }
    });
}
