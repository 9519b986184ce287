#include "core/checkpoint/unread_header.h"

#include "core/base/byte_cursor.h"
#include "core/base/error.h"
#include "core/checkpoint/legacy_container.h"
#include "core/checkpoint/zip_central.h"
#include "core/checkpoint/zip_local.h"

#include <algorithm>
#include <array>

namespace wb::checkpoint {

namespace {

uint64_t firstByteOfMember(const io::ByteSource& source, const tensor::Record& record)
{
    ZipEntry entry;
    entry.name = record.unread->member;
    entry.localHeader = record.offset;
    entry.bytes = record.bytes;
    entry.crc32 = record.crc32;
    return requireLocalHeader(source, entry, record.unread->endOfRoom);
}

uint64_t firstByteOfStorage(const io::ByteSource& source, const tensor::Record& record)
{
    std::array<std::byte, legacyCountBytes> raw{};
    source.readAt(record.offset, raw);
    const uint64_t elements = ByteCursor(raw).u64().value_or(0);
    const uint64_t data = record.offset + legacyCountBytes;
    if (elements != record.unread->elements) {
        throw Error(ErrorCode::LegacyStorage)
            .file(source.name())
            .part(record.name)
            .offset(data)
            .with("problem", "size")
            .with("expected", record.unread->elements)
            .with("found", elements);
    }
    return data;
}

}  // namespace

uint64_t firstByteOf(const io::ByteSource& source, const tensor::Record& record)
{
    if (!record.unread) {
        return record.offset;
    }
    return record.unread->member.empty() ? firstByteOfStorage(source, record) : firstByteOfMember(source, record);
}

HeaderBytes headerBytesOf(const tensor::Record& record) noexcept
{
    if (!record.unread) {
        return {};
    }
    if (record.unread->member.empty()) {
        return {legacyCountBytes, legacyCountBytes};
    }
    const uint64_t least = zipLocalHeaderBytes + record.unread->member.size();
    return {least, std::min(least + zipUsualExtraBytes, record.unread->endOfRoom - record.offset)};
}

}  // namespace wb::checkpoint
