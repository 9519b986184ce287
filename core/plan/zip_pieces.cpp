#include "core/plan/zip_pieces.h"

#include "core/plan/little_endian.h"

#include <algorithm>
#include <limits>

namespace wb::plan {

namespace {

constexpr uint32_t localSignature = 0x04034b50;
constexpr uint32_t descriptorSignature = 0x08074b50;
constexpr uint32_t entrySignature = 0x02014b50;
constexpr uint32_t endSignature = 0x06054b50;
constexpr uint32_t end64Signature = 0x06064b50;
constexpr uint32_t locatorSignature = 0x07064b50;

constexpr uint64_t alignment = 64;
constexpr uint64_t localHeaderBytes = 30;
constexpr uint64_t fieldHeaderBytes = 4;  // id and length of an extra field
constexpr uint64_t end64Bytes = 56;
constexpr uint32_t none32 = std::numeric_limits<uint32_t>::max();
constexpr uint16_t none16 = std::numeric_limits<uint16_t>::max();

constexpr uint16_t utf8Flag = 0x0800;
constexpr uint16_t descriptorFlag = 0x0008;
constexpr uint16_t stored = 0;
constexpr uint16_t noTime = 0;
constexpr uint16_t firstDay = 0x0021;  // 1980-01-01
constexpr uint16_t version = 20;
constexpr uint16_t version64 = 45;

bool isLong(uint64_t number) noexcept
{
    return number >= none32;
}

bool needsZip64(const StoredMember& member) noexcept
{
    return isLong(member.bytes) || isLong(member.headerOffset);
}

uint32_t orNone(uint64_t number) noexcept
{
    return isLong(number) ? none32 : static_cast<uint32_t>(number);
}

uint16_t flagsOf(const StoredMember& member) noexcept
{
    return static_cast<uint16_t>(utf8Flag | (member.bytes == 0 ? 0 : descriptorFlag));
}

std::string zip64Field(const StoredMember& member)
{
    if (!needsZip64(member)) {
        return {};
    }
    std::string numbers;
    if (isLong(member.bytes)) {
        appendLittle(numbers, member.bytes);
        appendLittle(numbers, member.bytes);
    }
    if (isLong(member.headerOffset)) {
        appendLittle(numbers, member.headerOffset);
    }
    std::string field;
    appendLittle(field, uint16_t{1});
    appendLittle(field, static_cast<uint16_t>(numbers.size()));
    return field + numbers;
}

std::string paddingField(uint64_t dataOffsetWithoutPadding)
{
    const uint64_t padding = (alignment - dataOffsetWithoutPadding % alignment) % alignment;
    std::string field = "FB";
    appendLittle(field, static_cast<uint16_t>(padding));
    return field.append(static_cast<size_t>(padding), 'Z');
}

std::string localExtra(const StoredMember& member)
{
    const std::string field = zip64Field(member);
    return field + paddingField(member.headerOffset + localHeaderBytes + member.name.size() + field.size() + fieldHeaderBytes);
}

}  // namespace

std::string zipLocalHeader(const StoredMember& member)
{
    const std::string extra = localExtra(member);
    std::string out;
    appendLittle(out, localSignature);
    appendLittle(out, needsZip64(member) ? version64 : version);
    appendLittle(out, flagsOf(member));
    appendLittle(out, stored);
    appendLittle(out, noTime);
    appendLittle(out, firstDay);
    appendLittle(out, uint32_t{0});  // CRC-32 and both sizes: in the descriptor
    appendLittle(out, uint32_t{0});
    appendLittle(out, uint32_t{0});
    appendLittle(out, static_cast<uint16_t>(member.name.size()));
    appendLittle(out, static_cast<uint16_t>(extra.size()));
    return out + member.name + extra;
}

std::string zipDescriptor(const StoredMember& member)
{
    std::string out;
    if (member.bytes == 0) {
        return out;
    }
    appendLittle(out, descriptorSignature);
    appendLittle(out, member.crc32);
    for (int size = 0; size < 2; ++size) {
        if (needsZip64(member)) {
            appendLittle(out, member.bytes);
        } else {
            appendLittle(out, static_cast<uint32_t>(member.bytes));
        }
    }
    return out;
}

uint64_t zipDescriptorBytes(const StoredMember& member) noexcept
{
    if (member.bytes == 0) {
        return 0;
    }
    return needsZip64(member) ? 24 : 16;
}

uint64_t zipDataOffset(const StoredMember& member)
{
    return member.headerOffset + localHeaderBytes + member.name.size() + localExtra(member).size();
}

std::string zipDirectoryEntry(const StoredMember& member)
{
    const std::string extra = zip64Field(member);
    std::string out;
    appendLittle(out, entrySignature);
    appendLittle(out, version64);
    appendLittle(out, needsZip64(member) ? version64 : version);
    appendLittle(out, flagsOf(member));
    appendLittle(out, stored);
    appendLittle(out, noTime);
    appendLittle(out, firstDay);
    appendLittle(out, member.crc32);
    appendLittle(out, orNone(member.bytes));
    appendLittle(out, orNone(member.bytes));
    appendLittle(out, static_cast<uint16_t>(member.name.size()));
    appendLittle(out, static_cast<uint16_t>(extra.size()));
    appendLittle(out, uint16_t{0});  // comment
    appendLittle(out, uint16_t{0});  // disk
    appendLittle(out, uint16_t{0});  // attributes
    appendLittle(out, uint32_t{0});
    appendLittle(out, orNone(member.headerOffset));
    return out + member.name + extra;
}

std::string zipEnd(uint64_t members, uint64_t directoryOffset, uint64_t directoryBytes)
{
    std::string out;
    appendLittle(out, end64Signature);
    appendLittle(out, uint64_t{end64Bytes - 12});
    appendLittle(out, version64);
    appendLittle(out, version64);
    appendLittle(out, uint32_t{0});  // disks
    appendLittle(out, uint32_t{0});
    appendLittle(out, members);
    appendLittle(out, members);
    appendLittle(out, directoryBytes);
    appendLittle(out, directoryOffset);

    appendLittle(out, locatorSignature);
    appendLittle(out, uint32_t{0});
    appendLittle(out, directoryOffset + directoryBytes);
    appendLittle(out, uint32_t{1});

    const auto members16 = static_cast<uint16_t>(std::min<uint64_t>(members, none16));
    appendLittle(out, endSignature);
    appendLittle(out, uint16_t{0});  // disks
    appendLittle(out, uint16_t{0});
    appendLittle(out, members16);
    appendLittle(out, members16);
    appendLittle(out, orNone(directoryBytes));
    appendLittle(out, orNone(directoryOffset));
    appendLittle(out, uint16_t{0});  // comment
    return out;
}

}  // namespace wb::plan
