#include "core/checkpoint/zip_local.h"

#include "core/base/byte_cursor.h"
#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/zip_central.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace wb::checkpoint {

namespace {

constexpr uint32_t localSignature = 0x04034b50;

struct LocalHeader {
    uint32_t signature = 0;
    uint16_t flags = 0;
    uint16_t method = 0;
    uint32_t crc32 = 0;
    uint32_t stored = 0;
    uint32_t bytes = 0;
    std::string name;
    uint16_t extraBytes = 0;

    bool hasDescriptor() const noexcept { return (flags & zipDescriptorFlag) != 0; }
};

class LocalReader {
public:
    LocalReader(const io::ByteSource& source, const ZipEntry& entry, uint64_t endOfRoom) : m_source(source), m_entry(entry), m_endOfRoom(endOfRoom) {}

    uint64_t dataOffset();

private:
    Error fault(ErrorCode code, std::string_view problem) const
    {
        return Error(code).file(m_source.name()).part(printable(m_entry.name)).offset(m_entry.localHeader).with("problem", problem);
    }
    void readHeader();
    void requireSame();
    void requireSize(uint32_t shortForm, bool second);
    std::string extra();

    const io::ByteSource& m_source;
    const ZipEntry& m_entry;
    uint64_t m_endOfRoom;
    std::vector<std::byte> m_raw;
    LocalHeader m_header;
};

// One small read takes header, name and, as a rule, all of the extra fields.
void LocalReader::readHeader()
{
    const uint64_t wanted = zipLocalHeaderBytes + m_entry.name.size() + zipUsualExtraBytes;
    m_raw.resize(static_cast<size_t>(std::min(wanted, m_endOfRoom - m_entry.localHeader)));
    m_source.readAt(m_entry.localHeader, m_raw);
    ByteCursor cursor(m_raw);
    m_header.signature = cursor.u32().value_or(0);
    cursor.skip(2);  // version
    m_header.flags = cursor.u16().value_or(0);
    m_header.method = cursor.u16().value_or(0);
    cursor.skip(4);  // time and date
    m_header.crc32 = cursor.u32().value_or(0);
    m_header.stored = cursor.u32().value_or(0);
    m_header.bytes = cursor.u32().value_or(0);
    const uint16_t nameBytes = cursor.u16().value_or(0);
    m_header.extraBytes = cursor.u16().value_or(0);
    m_header.name = std::string(cursor.text(std::min<uint64_t>(nameBytes, cursor.remaining())).value_or(std::string_view()));
}

// Those longer than usual are read to their end.
std::string LocalReader::extra()
{
    const size_t begin = zipLocalHeaderBytes + m_entry.name.size();
    const size_t end = begin + m_header.extraBytes;
    if (!fitsInside(m_entry.localHeader, end, m_endOfRoom)) {
        throw fault(ErrorCode::ZipOverlap, "overlap");
    }
    if (const size_t known = m_raw.size(); end > known) {
        m_raw.resize(end);
        m_source.readAt(m_entry.localHeader + known, std::span(m_raw).subspan(known));
    }
    return std::string(reinterpret_cast<const char*>(m_raw.data()) + begin, m_header.extraBytes);
}

// The zip64 field of a local header holds both sizes, the plain one first.
void LocalReader::requireSize(uint32_t shortForm, bool second)
{
    if (shortForm == 0 && m_header.hasDescriptor()) {
        return;
    }
    uint64_t size = shortForm;
    if (shortForm == zipNone32) {
        const std::string fields = extra();
        bool cut = false;
        const std::string_view field = zip64Field(fields, cut);
        ByteCursor cursor(std::as_bytes(std::span(field)));
        cursor.skip(second ? sizeof(uint64_t) : 0);
        const auto longForm = cursor.u64();
        if (!longForm && m_header.hasDescriptor()) {
            return;
        }
        size = longForm.value_or(size);
    }
    if (size != m_entry.bytes) {
        throw fault(ErrorCode::ZipHeadersDiffer, "size").with("expected", m_entry.bytes).with("found", size);
    }
}

void LocalReader::requireSame()
{
    const auto differ = [&](std::string_view problem) { return fault(ErrorCode::ZipHeadersDiffer, problem); };
    if (m_header.signature != localSignature) {
        throw differ("signature").with("found", fmt::format("{:08x}", m_header.signature)).with("expected", fmt::format("{:08x}", localSignature));
    }
    if (m_header.name != m_entry.name) {
        throw differ("name").with("expected", printable(m_entry.name)).with("found", printable(m_header.name));
    }
    const std::string_view flagProblem = zipFlagProblem(m_header.flags);
    if (!flagProblem.empty()) {
        throw fault(flagProblem == "encrypted" ? ErrorCode::ZipEncrypted : ErrorCode::ZipHeadersDiffer, flagProblem);
    }
    if (m_header.method != 0) {
        throw differ("method").with("expected", "0").with("found", uint64_t{m_header.method});
    }
    const uint32_t expectedCrc = m_entry.crc32.value_or(0);
    if (m_header.crc32 != expectedCrc && !(m_header.crc32 == 0 && m_header.hasDescriptor())) {
        throw differ("crc").with("expected", fmt::format("{:08x}", expectedCrc)).with("found", fmt::format("{:08x}", m_header.crc32));
    }
    requireSize(m_header.bytes, false);
    requireSize(m_header.stored, true);
}

uint64_t LocalReader::dataOffset()
{
    readHeader();
    requireSame();
    const uint64_t data = m_entry.localHeader + zipLocalHeaderBytes + m_entry.name.size() + m_header.extraBytes;
    if (!fitsInside(data, m_entry.bytes, m_endOfRoom)) {
        throw fault(ErrorCode::ZipOverlap, "past-end").with("expected", m_endOfRoom).with("found", data);
    }
    return data;
}

}  // namespace

uint64_t requireLocalHeader(const io::ByteSource& source, const ZipEntry& entry, uint64_t endOfRoom)
{
    return LocalReader(source, entry, endOfRoom).dataOffset();
}

}  // namespace wb::checkpoint
