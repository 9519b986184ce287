#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::test {

// One member of a zip archive, and whatever is to be wrong about it: where an optional is set, it is written in place of the truth.
struct ZipMember {
    std::string name;
    std::string bytes;
    bool descriptor = true;  // as torch: zeros before the data, CRC-32 and sizes behind it
    bool descriptorSignature = true;
    bool longDescriptor = false;  // sizes of 8 bytes, as torch beyond 4 GiB
    uint32_t attributes = 0;
    uint16_t flags = 0x0800;  // without the descriptor's bit
    uint16_t method = 0;
    std::string centralExtra;
    std::optional<std::string> localExtra;  // else padding to 64 bytes

    std::optional<uint32_t> centralCrc;
    std::optional<uint32_t> centralStored;
    std::optional<uint32_t> centralBytes;
    std::optional<uint32_t> centralOffset;
    std::optional<std::string> localName;
    std::optional<uint16_t> localFlags;
    std::optional<uint16_t> localMethod;
    std::optional<uint32_t> localCrc;
    std::optional<uint32_t> localBytes;  // both sizes
};

// What the end records say, where it is not the truth.
struct ZipEnding {
    bool zip64 = true;
    std::optional<uint16_t> entries;
    std::optional<uint32_t> directoryBytes;
    std::optional<uint32_t> directoryOffset;
    std::optional<uint64_t> entries64;
    std::optional<uint64_t> directoryBytes64;
    std::optional<uint64_t> directoryOffset64;
    std::optional<uint64_t> locator;  // offset of the zip64 end record
    std::string comment;
    std::optional<uint16_t> commentBytes;
};

// Writes a zip archive of stored members.
class ZipBytes {
public:
    ZipBytes& add(ZipMember member);
    ZipBytes& add(std::string name, std::string bytes);
    std::string finish(const ZipEnding& ending = {}) const;

    std::vector<ZipMember> members;  // may be changed until finish()
};

// An archive as torch.save lays it out: archive/data.pkl, archive/byteorder, archive/data/0 …, archive/version.
ZipBytes torchZip(std::string pickle, const std::vector<std::string>& storages);

// One tensor "a" of four floats.
ZipBytes smallTorchZip();

// Values 0, 1, 2 … as 32-bit floats.
std::string countingFloats(size_t count);

}  // namespace wb::test
