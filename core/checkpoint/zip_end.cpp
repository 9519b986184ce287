#include "core/checkpoint/zip_end.h"

#include "core/base/byte_cursor.h"
#include "core/base/checked.h"
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

namespace {

constexpr std::string_view endSignature = "PK\5\6";
constexpr uint32_t locatorSignature = 0x07064b50;
constexpr uint32_t end64Signature = 0x06064b50;
constexpr size_t endBytes = 22;
constexpr size_t commentField = 20;  // offset of the comment's length in the end record
constexpr uint64_t maxCommentBytes = 0xFFFF;
constexpr size_t locatorBytes = 20;
constexpr size_t end64Bytes = 56;
constexpr uint64_t end64Uncounted = 12;  // signature and length are not counted by the length
constexpr uint64_t leastEntryBytes = 46;
constexpr uint16_t none16 = 0xFFFF;
constexpr uint32_t none32 = 0xFFFFFFFF;

// The numbers of either form of the end record.
struct EndFields {
    uint64_t position = 0;  // of the record, from the start of the file
    uint64_t disk = 0;
    uint64_t directoryDisk = 0;
    uint64_t entriesHere = 0;
    uint64_t entries = 0;
    uint64_t bytes = 0;
    uint64_t offset = 0;
};

// One place in the tail that looks like an end record.
struct Candidate {
    size_t at = 0;
    uint64_t end = 0;  // of its comment, from the start of the tail
};

std::vector<Candidate> candidatesIn(std::span<const std::byte> tail)
{
    const std::string_view text(reinterpret_cast<const char*>(tail.data()), tail.size());
    std::vector<Candidate> out;
    for (size_t at = text.find(endSignature); at != std::string_view::npos; at = text.find(endSignature, at + 1)) {
        ByteCursor cursor(tail.subspan(at));
        if (cursor.remaining() < endBytes) {
            break;
        }
        cursor.skip(commentField);
        out.push_back(Candidate{at, at + endBytes + cursor.u16().value_or(0)});
    }
    return out;
}

size_t chooseEndRecord(const io::ByteSource& source, std::span<const std::byte> tail)
{
    const std::vector<Candidate> candidates = candidatesIn(tail);
    const uint64_t tailBegin = source.size() - tail.size();
    if (candidates.empty()) {
        throw Error(ErrorCode::ZipTruncated).file(source.name()).offset(source.size()).with("problem", "no-end-record");
    }
    const auto reachesEnd = [&](const Candidate& candidate) { return candidate.end == tail.size(); };
    const auto fitting = std::count_if(candidates.begin(), candidates.end(), reachesEnd);
    const Candidate& last = candidates.back();
    if (fitting != 1) {
        const std::string_view problem = fitting > 1 ? "ambiguous" : last.end > tail.size() ? "comment-past-end" : "trailing";
        throw Error(ErrorCode::ZipEndRecord).file(source.name()).part("end record").offset(tailBegin + last.at).with("problem", problem);
    }
    return std::find_if(candidates.begin(), candidates.end(), reachesEnd)->at;
}

EndFields parseEnd(std::span<const std::byte> record, uint64_t position)
{
    ByteCursor cursor(record);
    cursor.skip(endSignature.size());
    EndFields out;
    out.position = position;
    out.disk = cursor.u16().value_or(none16);
    out.directoryDisk = cursor.u16().value_or(none16);
    out.entriesHere = cursor.u16().value_or(none16);
    out.entries = cursor.u16().value_or(none16);
    out.bytes = cursor.u32().value_or(none32);
    out.offset = cursor.u32().value_or(none32);
    return out;
}

Error zip64Error(const io::ByteSource& source, uint64_t offset, std::string_view problem)
{
    return Error(ErrorCode::Zip64).file(source.name()).part("zip64 end record").offset(offset).with("problem", problem);
}

// The zip64 end record at `position`, empty unless it ends exactly where the locator begins.
std::optional<EndFields> parseEnd64(const io::ByteSource& source, uint64_t position, uint64_t locator)
{
    if (!fitsInside(position, end64Bytes, locator)) {
        return std::nullopt;
    }
    std::array<std::byte, end64Bytes> bytes{};
    source.readAt(position, bytes);
    ByteCursor cursor(bytes);
    const uint32_t signature = cursor.u32().value_or(0);
    if (signature != end64Signature || cursor.u64() != locator - position - end64Uncounted) {
        return std::nullopt;
    }
    cursor.skip(4);  // versions
    EndFields out;
    out.position = position;
    out.disk = cursor.u32().value_or(none32);
    out.directoryDisk = cursor.u32().value_or(none32);
    out.entriesHere = cursor.u64().value_or(0);
    out.entries = cursor.u64().value_or(0);
    out.bytes = cursor.u64().value_or(0);
    out.offset = cursor.u64().value_or(0);
    return out;
}

// Empty when the archive has no locator.
std::optional<uint64_t> locatedEnd64(const io::ByteSource& source, uint64_t locator)
{
    std::array<std::byte, locatorBytes> bytes{};
    source.readAt(locator, bytes);
    ByteCursor cursor(bytes);
    if (cursor.u32() != locatorSignature) {
        return std::nullopt;
    }
    const uint32_t disk = cursor.u32().value_or(none32);
    const uint64_t offset = cursor.u64().value_or(0);
    const uint32_t disks = cursor.u32().value_or(none32);
    if (disk != 0 || disks > 1) {
        throw zip64Error(source, locator, "disks");
    }
    return offset;
}

bool agrees(uint64_t shortForm, uint64_t none, uint64_t longForm) noexcept
{
    return shortForm == none || shortForm == longForm;
}

// What counts when there are zip64 records: their numbers, which the short record must not contradict. `end` itself when there are none.
EndFields withZip64(const io::ByteSource& source, const EndFields& end)
{
    const bool wanted = end.bytes == none32 || end.offset == none32;
    const auto located = end.position < locatorBytes ? std::nullopt : locatedEnd64(source, end.position - locatorBytes);
    if (!located) {
        if (wanted) {
            throw zip64Error(source, end.position, "missing");
        }
        return end;
    }
    const uint64_t locator = end.position - locatorBytes;
    auto found = parseEnd64(source, *located, locator);
    if (!found && locator >= end64Bytes && locator - end64Bytes > *located) {
        found = parseEnd64(source, locator - end64Bytes, locator);  // bytes stand before the archive
    }
    if (!found) {
        throw zip64Error(source, locator, fitsInside(*located, end64Bytes, locator) ? "no-record" : "past-end").with("found", *located);
    }
    const bool same = agrees(end.disk, none16, found->disk) && agrees(end.directoryDisk, none16, found->directoryDisk) &&
                      agrees(end.entriesHere, none16, found->entriesHere) && agrees(end.entries, none16, found->entries) &&
                      agrees(end.bytes, none32, found->bytes) && agrees(end.offset, none32, found->offset);
    const bool follows = checkedAdd(found->offset, found->bytes) == *located;  // the record stands right behind the directory
    if (!same || !follows) {
        throw zip64Error(source, found->position, "disagree");
    }
    return *found;
}

}  // namespace

ZipEnd readZipEnd(const io::ByteSource& source)
{
    const uint64_t tailBytes = std::min<uint64_t>(source.size(), endBytes + maxCommentBytes);
    std::vector<std::byte> tail(static_cast<size_t>(tailBytes));
    source.readAt(source.size() - tailBytes, tail);
    const size_t at = chooseEndRecord(source, tail);
    const EndFields fields = withZip64(source, parseEnd(std::span(tail).subspan(at), source.size() - tailBytes + at));

    const auto fault = [&](ErrorCode code, std::string_view problem) {
        return Error(code).file(source.name()).part("end record").offset(fields.position).with("problem", problem);
    };
    if (fields.disk != 0 || fields.directoryDisk != 0 || fields.entriesHere != fields.entries) {
        throw fault(ErrorCode::ZipEndRecord, "disks");
    }
    const auto directoryEnd = checkedAdd(fields.offset, fields.bytes);
    if (!directoryEnd || *directoryEnd > fields.position) {
        throw fault(ErrorCode::ZipEndRecord, "past-end").with("expected", fields.position).with("found", fields.offset);
    }
    if (fields.entries > fields.bytes / leastEntryBytes) {
        throw fault(ErrorCode::ZipEntryCount, "more-than-fit").with("expected", fields.entries).with("found", fields.bytes / leastEntryBytes);
    }
    ZipEnd out;
    out.entries = fields.entries;
    out.directoryBytes = fields.bytes;
    out.prefixBytes = fields.position - *directoryEnd;
    out.directoryOffset = fields.offset + out.prefixBytes;
    return out;
}

bool endsAsZip(std::span<const std::byte> tail)
{
    const std::vector<Candidate> candidates = candidatesIn(tail);
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) { return candidate.end == tail.size(); });
}

}  // namespace wb::checkpoint
