#pragma once

#include "core/io/byte_source.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::io {

// Forward reader over a window [begin, end) of a source with a small buffer: for streams whose length is not known beforehand
// (pickles in a row). Never reads past `end`. Not thread-safe. The source must outlive it.
class BufferedReader {
public:
    BufferedReader(const ByteSource& source, uint64_t begin, uint64_t end, size_t bufferBytes = 64 << 10);

    uint64_t position() const noexcept { return m_position; }  // absolute, in the source
    uint64_t remaining() const noexcept { return m_end - m_position; }
    const ByteSource& source() const noexcept { return m_source; }
    // Each is empty (and moves nothing) when fewer bytes remain.
    std::optional<uint8_t> u8();
    bool read(std::span<std::byte> into);
    // `count` bytes as text. The caller checks count against its limits first.
    std::optional<std::string> text(uint64_t count);
    // Up to and without '\n', which is consumed; empty when none comes within maxBytes.
    std::optional<std::string> line(size_t maxBytes);
    bool skip(uint64_t count) noexcept;

private:
    bool fill();

    const ByteSource& m_source;
    uint64_t m_position;
    uint64_t m_end;
    std::vector<std::byte> m_buffer;
    uint64_t m_bufferBegin = 0;
    size_t m_bufferUsed = 0;
};

}  // namespace wb::io
