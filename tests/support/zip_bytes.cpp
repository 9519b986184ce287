#include "tests/support/zip_bytes.h"

#include "core/base/hash.h"
#include "tests/support/pickle_bytes.h"

#include <cstring>
#include <span>

namespace wb::test {

namespace {

constexpr uint64_t alignment = 64;
constexpr uint64_t localHeaderBytes = 30;

uint32_t crcOf(const std::string& bytes)
{
    return crc32(0, std::as_bytes(std::span(bytes)));
}

uint16_t flagsOf(const ZipMember& member)
{
    return static_cast<uint16_t>(member.flags | (member.descriptor ? 0x0008U : 0U));
}

std::string padding(uint64_t begin)
{
    const uint64_t bytes = (alignment - (begin + 4) % alignment) % alignment;
    return "FB" + littleEndian(bytes, 2) + std::string(static_cast<size_t>(bytes), 'Z');
}

std::string localHeader(const ZipMember& member, uint64_t offset)
{
    const std::string name = member.localName.value_or(member.name);
    const std::string extra = member.localExtra.value_or(padding(offset + localHeaderBytes + name.size()));
    const auto bytes = member.localBytes.value_or(member.descriptor ? 0U : static_cast<uint32_t>(member.bytes.size()));
    return "PK\3\4" + littleEndian(20, 2) + littleEndian(member.localFlags.value_or(flagsOf(member)), 2) +
           littleEndian(member.localMethod.value_or(member.method), 2) + littleEndian(0, 4) +
           littleEndian(member.localCrc.value_or(member.descriptor ? 0 : crcOf(member.bytes)), 4) + littleEndian(bytes, 4) + littleEndian(bytes, 4) +
           littleEndian(name.size(), 2) + littleEndian(extra.size(), 2) + name + extra;
}

std::string descriptor(const ZipMember& member)
{
    if (!member.descriptor) {
        return {};
    }
    const unsigned sizeBytes = member.longDescriptor ? 8 : 4;
    return (member.descriptorSignature ? "PK\7\10" : "") + littleEndian(crcOf(member.bytes), 4) + littleEndian(member.bytes.size(), sizeBytes) +
           littleEndian(member.bytes.size(), sizeBytes);
}

std::string centralEntry(const ZipMember& member, uint64_t offset)
{
    return "PK\1\2" + littleEndian(45, 2) + littleEndian(20, 2) + littleEndian(flagsOf(member), 2) + littleEndian(member.method, 2) +
           littleEndian(0, 4) + littleEndian(member.centralCrc.value_or(crcOf(member.bytes)), 4) +
           littleEndian(member.centralStored.value_or(static_cast<uint32_t>(member.bytes.size())), 4) +
           littleEndian(member.centralBytes.value_or(static_cast<uint32_t>(member.bytes.size())), 4) + littleEndian(member.name.size(), 2) +
           littleEndian(member.centralExtra.size(), 2) + littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 2) +
           littleEndian(member.attributes, 4) + littleEndian(member.centralOffset.value_or(static_cast<uint32_t>(offset)), 4) + member.name +
           member.centralExtra;
}

std::string endRecords(const ZipEnding& ending, uint64_t entries, uint64_t offset, uint64_t bytes)
{
    std::string out;
    if (ending.zip64) {
        const uint64_t entries64 = ending.entries64.value_or(entries);
        out += "PK\6\6" + littleEndian(44, 8) + littleEndian(45, 2) + littleEndian(45, 2) + littleEndian(0, 4) + littleEndian(0, 4) +
               littleEndian(entries64, 8) + littleEndian(entries64, 8) + littleEndian(ending.directoryBytes64.value_or(bytes), 8) +
               littleEndian(ending.directoryOffset64.value_or(offset), 8);
        out += "PK\6\7" + littleEndian(0, 4) + littleEndian(ending.locator.value_or(offset + bytes), 8) + littleEndian(1, 4);
    }
    const uint64_t entries16 = ending.entries.value_or(static_cast<uint16_t>(entries));
    return out + "PK\5\6" + littleEndian(0, 4) + littleEndian(entries16, 2) + littleEndian(entries16, 2) +
           littleEndian(ending.directoryBytes.value_or(static_cast<uint32_t>(bytes)), 4) +
           littleEndian(ending.directoryOffset.value_or(static_cast<uint32_t>(offset)), 4) +
           littleEndian(ending.commentBytes.value_or(static_cast<uint16_t>(ending.comment.size())), 2) + ending.comment;
}

}  // namespace

ZipBytes& ZipBytes::add(ZipMember member)
{
    members.push_back(std::move(member));
    return *this;
}

ZipBytes& ZipBytes::add(std::string name, std::string bytes)
{
    ZipMember member;
    member.name = std::move(name);
    member.bytes = std::move(bytes);
    return add(std::move(member));
}

std::string ZipBytes::finish(const ZipEnding& ending) const
{
    std::string out;
    std::string directory;
    for (const ZipMember& member : members) {
        directory += centralEntry(member, out.size());
        out += localHeader(member, out.size());
        out += member.bytes + descriptor(member);
    }
    const uint64_t offset = out.size();
    return out + directory + endRecords(ending, members.size(), offset, directory.size());
}

ZipBytes torchZip(std::string pickle, const std::vector<std::string>& storages)
{
    ZipBytes zip;
    zip.add("archive/data.pkl", std::move(pickle));
    zip.add("archive/byteorder", "little");
    for (size_t i = 0; i < storages.size(); ++i) {
        zip.add("archive/data/" + std::to_string(i), storages[i]);
    }
    return zip.add("archive/version", "3\n");
}

ZipBytes smallTorchZip()
{
    return torchZip(pickledTensors({PickledTensor{}}), {countingFloats(4)});
}

std::string countingFloats(size_t count)
{
    std::string out;
    for (size_t i = 0; i < count; ++i) {
        const auto value = static_cast<float>(i);
        uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        out += littleEndian(bits, 4);
    }
    return out;
}

}  // namespace wb::test
