#include "core/checkpoint/pickle_input.h"

#include "core/base/checked.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace wb::checkpoint {

Error PickleSite::fault(ErrorCode code, std::string_view problem) const
{
    return Error(code).with("file", file).with("part", part).with("offset", offset).with("problem", problem);
}

Error PickleSite::overLimit(std::string_view problem, uint64_t limit) const
{
    return fault(ErrorCode::LimitExceeded, problem).with("limit", limit);
}

PickleInput::PickleInput(io::BufferedReader& reader, PickleSite& site, const Limits& limits)
    : m_reader(reader), m_site(site), m_limits(limits), m_begin(reader.position())
{
    m_site.offset = m_begin;
}

uint8_t PickleInput::opcode()
{
    m_site.offset = m_reader.position();
    if (m_site.offset - m_begin >= m_limits.pickleBytes) {
        throw m_site.overLimit("pickle-bytes", m_limits.pickleBytes);
    }
    const auto byte = m_reader.u8();
    if (!byte) {
        throw m_site.fault(ErrorCode::PickleTruncated, "no-stop");
    }
    return *byte;
}

uint64_t PickleInput::number(unsigned bytes)
{
    std::array<std::byte, 8> raw{};
    if (!m_reader.read(std::span(raw).first(bytes))) {
        throw m_site.fault(ErrorCode::PickleTruncated, "past-end");
    }
    uint64_t value = 0;
    for (unsigned i = bytes; i-- > 0;) {
        value = (value << 8U) | std::to_integer<uint64_t>(raw[i]);
    }
    return value;
}

double PickleInput::bigEndianDouble()
{
    return std::bit_cast<double>(__builtin_bswap64(number(8)));
}

std::string PickleInput::bytes(uint64_t length)
{
    if (length > m_reader.remaining()) {
        throw m_site.fault(ErrorCode::PickleTruncated, "past-end").with("expected", length).with("found", m_reader.remaining());
    }
    if (length > m_limits.pickleStringBytes) {
        throw m_site.overLimit("string-bytes", m_limits.pickleStringBytes);
    }
    return m_reader.text(length).value_or(std::string());
}

std::string PickleInput::line(uint64_t maxBytes)
{
    const auto text = m_reader.line(static_cast<size_t>(maxBytes));
    if (!text) {
        if (m_reader.remaining() <= maxBytes) {
            throw m_site.fault(ErrorCode::PickleTruncated, "no-line-end");
        }
        throw m_site.fault(ErrorCode::PickleValue, "line-too-long").with("limit", maxBytes);
    }
    return *text;
}

void PickleInput::beginFrame(uint64_t length)
{
    if (length > m_reader.remaining()) {
        throw m_site.fault(ErrorCode::PickleTruncated, "frame-past-end").with("expected", length).with("found", m_reader.remaining());
    }
    if (m_reader.position() < m_frameEnd) {
        throw m_site.fault(ErrorCode::PickleValue, "nested-frame");
    }
    m_frameEnd = m_reader.position() + length;
}

void PickleInput::end()
{
    if (m_reader.position() < m_frameEnd) {
        throw m_site.fault(ErrorCode::PickleValue, "frame-length").with("expected", m_frameEnd).with("found", m_reader.position());
    }
}

}  // namespace wb::checkpoint
