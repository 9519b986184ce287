#include "core/checkpoint/zip_central.h"

#include "core/base/byte_cursor.h"
#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"

#include <array>
#include <span>
#include <string>

namespace wb::checkpoint {

namespace {

constexpr uint32_t entrySignature = 0x02014b50;
constexpr size_t entryBytes = 46;
constexpr uint16_t zip64Id = 1;
constexpr uint16_t noDisk = 0xFFFF;
constexpr uint32_t fileTypeMask = 0xF000;
constexpr uint32_t linkType = 0xA000;

// The fixed part of an entry, as written.
struct Fields {
    uint32_t signature = 0;
    uint16_t version = 0;
    uint16_t flags = 0;
    uint16_t method = 0;
    uint32_t modified = 0;
    uint32_t crc32 = 0;
    uint64_t stored = 0;
    uint64_t bytes = 0;
    uint16_t nameBytes = 0;
    uint16_t extraBytes = 0;
    uint16_t commentBytes = 0;
    uint16_t disk = 0;
    uint32_t attributes = 0;
    uint64_t localHeader = 0;
};

Fields parseFields(std::span<const std::byte> raw)
{
    ByteCursor cursor(raw);
    Fields out;
    out.signature = cursor.u32().value_or(0);
    cursor.skip(2);  // version made by
    out.version = cursor.u16().value_or(0);
    out.flags = cursor.u16().value_or(0);
    out.method = cursor.u16().value_or(0);
    out.modified = cursor.u32().value_or(0);
    out.crc32 = cursor.u32().value_or(0);
    out.stored = cursor.u32().value_or(0);
    out.bytes = cursor.u32().value_or(0);
    out.nameBytes = cursor.u16().value_or(0);
    out.extraBytes = cursor.u16().value_or(0);
    out.commentBytes = cursor.u16().value_or(0);
    out.disk = cursor.u16().value_or(0);
    cursor.skip(2);  // internal attributes
    out.attributes = cursor.u32().value_or(0);
    out.localHeader = cursor.u32().value_or(0);
    return out;
}

// One entry on its way from bytes to ZipEntry; every error says where.
class EntryReader {
public:
    EntryReader(io::BufferedReader& reader, const ZipEnd& end, const Limits& limits)
        : m_reader(reader), m_end(end), m_limits(limits), m_offset(reader.position()), m_part("central directory")
    {}

    ZipEntry read();

private:
    Error fault(ErrorCode code, std::string_view problem) const
    {
        return Error(code).file(m_reader.source().name()).part(m_part).offset(m_offset).with("problem", problem);
    }
    std::string text(uint64_t bytes);
    std::string name(uint16_t bytes);
    void takeZip64(Fields& fields, const std::string& extra) const;
    void requirePlain(const Fields& fields) const;
    uint64_t localHeaderOf(const Fields& fields) const;

    io::BufferedReader& m_reader;
    const ZipEnd& m_end;
    const Limits& m_limits;
    uint64_t m_offset;
    std::string m_part;
};

std::string EntryReader::text(uint64_t bytes)
{
    auto out = m_reader.text(bytes);
    if (!out) {
        throw fault(ErrorCode::ZipEntry, "cut");
    }
    return std::move(*out);
}

std::string EntryReader::name(uint16_t bytes)
{
    if (bytes > m_limits.zipNameBytes) {
        throw fault(ErrorCode::ZipName, "too-long").with("found", uint64_t{bytes}).with("limit", m_limits.zipNameBytes);
    }
    std::string out = text(bytes);
    m_part = printable(out);
    const std::string_view problem = zipNameProblem(out);
    if (!problem.empty()) {
        throw fault(ErrorCode::ZipName, problem);
    }
    return out;
}

// Replaces the numbers that do not fit 32 bits. The field holds just those, in this order; a longer one would contradict the short form.
void EntryReader::takeZip64(Fields& fields, const std::string& extra) const
{
    bool cut = false;
    const std::string_view field = zip64Field(extra, cut);
    if (cut) {
        throw fault(ErrorCode::Zip64, "cut");
    }
    ByteCursor cursor(std::as_bytes(std::span(field)));
    for (uint64_t* number : {&fields.bytes, &fields.stored, &fields.localHeader}) {
        if (*number == zipNone32) {
            const auto longForm = cursor.u64();
            if (!longForm) {
                throw fault(ErrorCode::Zip64, field.empty() ? "missing" : "cut");
            }
            *number = *longForm;
        }
    }
    if (cursor.remaining() != 0 && cursor.remaining() != sizeof(uint32_t)) {
        throw fault(ErrorCode::Zip64, "disagree");
    }
}

void EntryReader::requirePlain(const Fields& fields) const
{
    const std::string_view flagProblem = zipFlagProblem(fields.flags);
    if (!flagProblem.empty()) {
        throw fault(flagProblem == "encrypted" ? ErrorCode::ZipEncrypted : ErrorCode::ZipEntry, flagProblem);
    }
    if (fields.method != 0) {
        throw fault(ErrorCode::ZipCompressed, "method").with("found", uint64_t{fields.method});
    }
    if (fields.stored != fields.bytes) {
        throw fault(ErrorCode::ZipEntry, "size").with("expected", fields.stored).with("found", fields.bytes);
    }
    if (fields.disk != 0 && fields.disk != noDisk) {
        throw fault(ErrorCode::ZipEntry, "disk").with("found", uint64_t{fields.disk});
    }
    if (((fields.attributes >> 16U) & fileTypeMask) == linkType) {
        throw fault(ErrorCode::ZipEntry, "symlink");
    }
}

uint64_t EntryReader::localHeaderOf(const Fields& fields) const
{
    const auto begin = checkedAdd(fields.localHeader, m_end.prefixBytes);
    const auto bytes = checkedAdd(fields.bytes, zipLocalHeaderBytes + fields.nameBytes);
    if (!begin || !bytes || !fitsInside(*begin, *bytes, m_reader.source().size())) {
        throw fault(ErrorCode::ZipEntry, "past-end").with("found", fields.localHeader).with("needed", fields.bytes);
    }
    if (!fitsInside(*begin, *bytes, m_end.directoryOffset)) {
        throw fault(ErrorCode::ZipOverlap, "directory").with("found", *begin);
    }
    return *begin;
}

ZipEntry EntryReader::read()
{
    std::array<std::byte, entryBytes> raw{};
    if (!m_reader.read(raw)) {
        throw fault(ErrorCode::ZipEntry, "cut");
    }
    Fields fields = parseFields(raw);
    if (fields.signature != entrySignature) {
        throw fault(ErrorCode::ZipEntry, "signature");
    }
    ZipEntry out;
    out.name = name(fields.nameBytes);
    takeZip64(fields, text(fields.extraBytes));
    if (!m_reader.skip(fields.commentBytes)) {
        throw fault(ErrorCode::ZipEntry, "cut");
    }
    requirePlain(fields);
    if (out.name.back() == '/' && fields.bytes != 0) {
        throw fault(ErrorCode::ZipEntry, "folder-with-bytes");
    }
    out.localHeader = localHeaderOf(fields);
    out.bytes = fields.bytes;
    if (fields.crc32 != 0 || fields.bytes == 0) {
        out.crc32 = fields.crc32;
    }
    out.version = fields.version;
    out.flags = fields.flags;
    out.modified = fields.modified;
    return out;
}

bool hasParentSegment(std::string_view name) noexcept
{
    while (!name.empty()) {
        const size_t slash = name.find('/');
        if (name.substr(0, slash) == "..") {
            return true;
        }
        name = slash == std::string_view::npos ? std::string_view() : name.substr(slash + 1);
    }
    return false;
}

bool hasDriveLetter(std::string_view name) noexcept
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return name.size() > 1 && name[1] == ':' && isLetter(name[0]);
}

}  // namespace

ZipEntry readCentralEntry(io::BufferedReader& reader, const ZipEnd& end, const Limits& limits)
{
    return EntryReader(reader, end, limits).read();
}

std::string_view zipNameProblem(std::string_view name) noexcept
{
    if (name.empty()) {
        return "empty";
    }
    if (name.find('\0') != std::string_view::npos) {
        return "nul";
    }
    if (name.find('\\') != std::string_view::npos) {
        return "backslash";
    }
    if (name.front() == '/' || hasDriveLetter(name)) {
        return "absolute";
    }
    if (hasParentSegment(name)) {
        return "leaves-folder";
    }
    return isUtf8(name) ? "" : "not-utf8";
}

std::string_view zipFlagProblem(uint16_t flags) noexcept
{
    constexpr unsigned encryptedBits = 0x0001 | 0x0040 | 0x2000;  // traditional, strong, headers masked
    constexpr unsigned patchedBit = 0x0020;
    if ((flags & encryptedBits) != 0) {
        return "encrypted";
    }
    return (flags & patchedBit) != 0 ? "patched" : "";
}

std::string_view zip64Field(std::string_view extra, bool& cut) noexcept
{
    constexpr size_t fieldHeaderBytes = 4;
    ByteCursor cursor(std::as_bytes(std::span(extra)));
    while (cursor.remaining() >= fieldHeaderBytes) {
        const uint16_t id = cursor.u16().value_or(0);
        const uint16_t bytes = cursor.u16().value_or(0);
        const auto field = cursor.text(bytes);
        if (!field) {
            cut = true;
            break;
        }
        if (id == zip64Id) {
            return *field;
        }
    }
    return {};
}

}  // namespace wb::checkpoint
