#include "core/io/buffered_reader.h"

#include <algorithm>
#include <cstring>

namespace wb::io {

BufferedReader::BufferedReader(const ByteSource& source, uint64_t begin, uint64_t end, size_t bufferBytes)
    : m_source(source), m_position(begin), m_end(std::max(begin, end)), m_buffer(std::max<size_t>(bufferBytes, 1)), m_bufferBegin(begin)
{}

// Makes the byte at m_position available; false at the end.
bool BufferedReader::fill()
{
    if (m_position >= m_bufferBegin && m_position < m_bufferBegin + m_bufferUsed) {
        return true;
    }
    if (m_position >= m_end) {
        return false;
    }
    m_bufferBegin = m_position;
    m_bufferUsed = static_cast<size_t>(std::min<uint64_t>(m_buffer.size(), m_end - m_position));
    m_source.readAt(m_position, std::span(m_buffer).first(m_bufferUsed));
    return true;
}

std::optional<uint8_t> BufferedReader::u8()
{
    if (!fill()) {
        return std::nullopt;
    }
    const auto value = static_cast<uint8_t>(m_buffer[static_cast<size_t>(m_position - m_bufferBegin)]);
    ++m_position;
    return value;
}

bool BufferedReader::read(std::span<std::byte> into)
{
    if (into.size() > remaining()) {
        return false;
    }
    while (!into.empty() && fill()) {
        const auto from = static_cast<size_t>(m_position - m_bufferBegin);
        const size_t count = std::min(into.size(), m_bufferUsed - from);
        std::memcpy(into.data(), m_buffer.data() + from, count);
        m_position += count;
        into = into.subspan(count);
    }
    return true;
}

std::optional<std::string> BufferedReader::text(uint64_t count)
{
    if (count > remaining()) {
        return std::nullopt;
    }
    std::string out(static_cast<size_t>(count), '\0');
    read(std::as_writable_bytes(std::span(out)));
    return out;
}

std::optional<std::string> BufferedReader::line(size_t maxBytes)
{
    const uint64_t start = m_position;
    std::string out;
    while (const auto byte = u8()) {
        if (*byte == '\n') {
            return out;
        }
        if (out.size() == maxBytes) {
            break;
        }
        out.push_back(static_cast<char>(*byte));
    }
    m_position = start;
    return std::nullopt;
}

bool BufferedReader::skip(uint64_t count) noexcept
{
    if (count > remaining()) {
        return false;
    }
    m_position += count;
    return true;
}

}  // namespace wb::io
