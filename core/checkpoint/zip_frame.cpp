#include "core/checkpoint/zip_frame.h"

#include "core/base/byte_cursor.h"
#include "core/base/error.h"
#include "core/checkpoint/zip_central.h"
#include "core/checkpoint/zip_directory.h"
#include "core/checkpoint/zip_local.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr uint32_t descriptorSignature = 0x08074b50;
constexpr uint64_t shortDescriptorBytes = 16;
constexpr uint64_t longDescriptorBytes = 24;  // with sizes of 8 bytes
constexpr uint16_t zip64Id = 1;
constexpr uint16_t paddingId = 0x4246;  // "FB"
constexpr uint64_t maxExtraBytes = 0xFFFF;
constexpr uint64_t joinBytes = 4096;

// How a local header gives CRC-32 and sizes.
enum class SizesForm { InFull, InZip64, LeftToDescriptor };

// The bodies of a local header's extra fields.
struct ExtraFields {
    std::optional<std::span<const std::byte>> zip64;
    std::optional<std::span<const std::byte>> padding;
};

// One member as it stands in the file.
struct Member {
    const ZipEntry* entry = nullptr;
    uint64_t endOfRoom = 0;
    std::optional<uint64_t> data;   // where its data begins; empty: the header is in doubt
    std::optional<uint8_t> filler;  // of its padding, when it has some
};

std::optional<SizesForm> sizesForm(ByteCursor& cursor, const ZipEntry& entry)
{
    const uint32_t crc32 = cursor.u32().value_or(0);
    const uint32_t stored = cursor.u32().value_or(0);
    const uint32_t bytes = cursor.u32().value_or(0);
    const bool sameCrc = crc32 == entry.crc32.value_or(0);
    if (sameCrc && stored == zipNone32 && bytes == zipNone32) {
        return SizesForm::InZip64;
    }
    if (sameCrc && stored == entry.bytes && bytes == entry.bytes) {
        return SizesForm::InFull;
    }
    if ((entry.flags & zipDescriptorFlag) != 0 && crc32 == 0 && stored == 0 && bytes == 0) {
        return SizesForm::LeftToDescriptor;
    }
    return std::nullopt;
}

// Empty when there are others, or one of these twice, or they do not fill what the header says.
std::optional<ExtraFields> extraFields(ByteCursor& cursor)
{
    ExtraFields out;
    while (cursor.remaining() != 0) {
        const auto id = cursor.u16();
        const auto bytes = cursor.u16();
        const auto field = cursor.bytes(bytes.value_or(0));
        if (!bytes || !field || (id != zip64Id && id != paddingId)) {
            return std::nullopt;
        }
        auto& taken = id == zip64Id ? out.zip64 : out.padding;
        if (taken) {
            return std::nullopt;
        }
        taken = *field;
    }
    return out;
}

// Both sizes, the header's own offset, or all three. torch writes them before it knows the stored size when it leaves sizes to the descriptor.
bool impliesZip64(std::span<const std::byte> field, const ZipEntry& entry, SizesForm form)
{
    constexpr size_t offsetBytes = sizeof(uint64_t);
    constexpr size_t sizesBytes = 2 * sizeof(uint64_t);
    ByteCursor cursor(field);
    const bool hasSizes = field.size() == sizesBytes || field.size() == sizesBytes + offsetBytes;
    const bool hasOffset = field.size() == offsetBytes || field.size() == sizesBytes + offsetBytes;
    const bool sameSizes = !hasSizes || (cursor.u64() == entry.bytes && cursor.u64() == (form == SizesForm::LeftToDescriptor ? 0 : entry.bytes));
    return (hasSizes || (hasOffset && form != SizesForm::InZip64)) && sameSizes && (!hasOffset || cursor.u64() == entry.localHeader);
}

// Header, name and extra fields; empty when the reader of headers refuses them.
std::optional<std::vector<std::byte>> acceptedHeader(const io::ByteSource& source, const ZipEntry& entry, uint64_t endOfRoom)
{
    uint64_t data = 0;
    try {
        data = requireLocalHeader(source, entry, endOfRoom);
    } catch (const Error& error) {
        const ErrorCode code = error.code();
        if (code != ErrorCode::ZipHeadersDiffer && code != ErrorCode::ZipEncrypted && code != ErrorCode::ZipOverlap) {
            throw;
        }
        return std::nullopt;
    }
    std::vector<std::byte> out(static_cast<size_t>(data - entry.localHeader));
    source.readAt(entry.localHeader, out);
    return out;
}

// Length of the data descriptor that stands in [begin, end), ends there and is what the directory's entry implies; 0 when there is none.
uint64_t descriptorBefore(const io::ByteSource& source, const ZipEntry& entry, uint64_t begin, uint64_t end)
{
    std::array<std::byte, longDescriptorBytes> bytes{};
    const auto tail = std::span(bytes).first(static_cast<size_t>(std::min(end - begin, longDescriptorBytes)));
    source.readAt(end - tail.size(), tail);
    for (const uint64_t length : {shortDescriptorBytes, longDescriptorBytes}) {
        if (tail.size() < length) {
            break;
        }
        ByteCursor cursor(tail.last(static_cast<size_t>(length)));
        const auto size = [&] { return length == longDescriptorBytes ? cursor.u64() : std::optional<uint64_t>(cursor.u32()); };
        const bool same = cursor.u32() == descriptorSignature && cursor.u32() == entry.crc32.value_or(0);
        if (same && size() == entry.bytes && size() == entry.bytes) {
            return length;
        }
    }
    return 0;
}

class FrameSurvey {
public:
    FrameSurvey(const io::ByteSource& source, JobContext& job) : m_source(source), m_job(job), m_directory(ZipDirectory::read(source, job)) {}

    std::vector<io::ByteRange> run();

private:
    void list(const std::vector<ZipEntry>& entries);
    void readHeader(Member& member);
    bool countFiller(std::span<const std::byte> padding, std::optional<uint8_t>& filler);
    std::optional<uint8_t> usualFiller() const;
    bool endsAsImplied(const Member& member) const;
    void doubt(const Member& member);
    void doubt(uint64_t begin, uint64_t end);

    const io::ByteSource& m_source;
    JobContext& m_job;
    ZipDirectory m_directory;
    std::vector<Member> m_members;
    std::array<uint64_t, 256> m_fillers{};  // how often each byte fills padding
    std::vector<io::ByteRange> m_doubts;
};

void FrameSurvey::list(const std::vector<ZipEntry>& entries)
{
    for (const ZipEntry& entry : entries) {
        m_members.push_back(Member{&entry, m_directory.endOfRoom(entry), {}, {}});
    }
}

// False when not all of it is one byte.
bool FrameSurvey::countFiller(std::span<const std::byte> padding, std::optional<uint8_t>& filler)
{
    for (const std::byte byte : padding) {
        ++m_fillers[std::to_integer<uint8_t>(byte)];
    }
    if (!padding.empty()) {
        filler = std::to_integer<uint8_t>(padding.front());
    }
    return std::all_of(padding.begin(), padding.end(), [&](std::byte byte) { return byte == padding.front(); });
}

void FrameSurvey::readHeader(Member& member)
{
    const ZipEntry& entry = *member.entry;
    const auto header = acceptedHeader(m_source, entry, member.endOfRoom);
    if (!header) {
        return;
    }
    ByteCursor cursor(*header);
    cursor.skip(sizeof(uint32_t));  // the signature; acceptedHeader() looked at it and at the name
    const bool sameStart = cursor.u16() == entry.version && cursor.u16() == entry.flags && cursor.u16() == 0 && cursor.u32() == entry.modified;
    const auto form = sizesForm(cursor, entry);
    const bool sameName = cursor.u16() == entry.name.size();
    cursor.skip(sizeof(uint16_t) + entry.name.size());
    const auto extra = extraFields(cursor);
    if (!sameStart || !form || !sameName || !extra || !countFiller(extra->padding.value_or(std::span<const std::byte>()), member.filler)) {
        return;
    }
    if (extra->zip64 ? impliesZip64(*extra->zip64, entry, *form) : *form != SizesForm::InZip64) {
        member.data = entry.localHeader + header->size();
    }
}

// Empty when no byte prevails, or it stands alone: then it may be the changed one.
std::optional<uint8_t> FrameSurvey::usualFiller() const
{
    const auto most = std::max_element(m_fillers.begin(), m_fillers.end());
    if (*most < 2 || std::count(m_fillers.begin(), m_fillers.end(), *most) != 1) {
        return std::nullopt;
    }
    return static_cast<uint8_t>(most - m_fillers.begin());
}

// Bears out the length of the extra fields too: one that leaves fields out, whole, shows nowhere else.
bool FrameSurvey::endsAsImplied(const Member& member) const
{
    const uint64_t dataEnd = *member.data + member.entry->bytes;
    return descriptorBefore(m_source, *member.entry, dataEnd, member.endOfRoom) == member.endOfRoom - dataEnd;
}

// Of such a member only this is known: how many bytes its extra fields and what stands behind its data take together.
void FrameSurvey::doubt(const Member& member)
{
    const ZipEntry& entry = *member.entry;
    const uint64_t extraBegin = entry.localHeader + zipLocalHeaderBytes + entry.name.size();
    const uint64_t unknownBytes = member.endOfRoom - extraBegin - entry.bytes;
    const uint64_t descriptorBytes = descriptorBefore(m_source, entry, member.endOfRoom - unknownBytes, member.endOfRoom);
    const uint64_t extraBytes = unknownBytes - descriptorBytes;
    doubt(entry.localHeader, extraBegin + std::min(extraBytes, maxExtraBytes));
    if (descriptorBytes == 0 || extraBytes > maxExtraBytes) {
        doubt(member.endOfRoom - unknownBytes, member.endOfRoom);
    }
}

void FrameSurvey::doubt(uint64_t begin, uint64_t end)
{
    if (begin < end) {
        m_doubts.push_back({begin, end});
    }
}

std::vector<io::ByteRange> FrameSurvey::run()
{
    list(m_directory.entries());
    list(m_directory.folders());
    std::sort(m_members.begin(), m_members.end(), [](const Member& a, const Member& b) { return a.entry->localHeader < b.entry->localHeader; });
    for (Member& member : m_members) {
        m_job.cancel.throwIfCancelled();
        readHeader(member);
    }
    const auto usual = usualFiller();
    doubt(0, m_members.empty() ? m_directory.offset() : m_members.front().entry->localHeader);
    for (const Member& member : m_members) {
        m_job.cancel.throwIfCancelled();
        const bool headerImplied = member.data && (!member.filler || member.filler == usual);
        if (!headerImplied || !endsAsImplied(member)) {
            doubt(member);
        }
    }
    doubt(m_directory.offset(), m_source.size());
    return io::joined(std::move(m_doubts), joinBytes);
}

}  // namespace

std::vector<io::ByteRange> bytesInDoubt(const io::ByteSource& source, JobContext& job)
{
    return FrameSurvey(source, job).run();
}

}  // namespace wb::checkpoint
