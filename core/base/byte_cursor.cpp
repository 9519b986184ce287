#include "core/base/byte_cursor.h"

#include <bit>
#include <cstring>

namespace wb {

static_assert(std::endian::native == std::endian::little, "foreign numbers are read as the machine has them");

bool ByteCursor::skip(uint64_t bytes) noexcept
{
    if (bytes > remaining()) {
        return false;
    }
    m_position += static_cast<size_t>(bytes);
    return true;
}

template <typename T> std::optional<T> ByteCursor::number() noexcept
{
    if (remaining() < sizeof(T)) {
        return std::nullopt;
    }
    T value{};
    std::memcpy(&value, m_bytes.data() + m_position, sizeof(T));
    m_position += sizeof(T);
    return value;
}

std::optional<uint8_t> ByteCursor::u8() noexcept
{
    return number<uint8_t>();
}

std::optional<uint16_t> ByteCursor::u16() noexcept
{
    return number<uint16_t>();
}

std::optional<uint32_t> ByteCursor::u32() noexcept
{
    return number<uint32_t>();
}

std::optional<uint64_t> ByteCursor::u64() noexcept
{
    return number<uint64_t>();
}

std::optional<std::span<const std::byte>> ByteCursor::bytes(uint64_t count) noexcept
{
    if (count > remaining()) {
        return std::nullopt;
    }
    const auto out = m_bytes.subspan(m_position, static_cast<size_t>(count));
    m_position += out.size();
    return out;
}

std::optional<std::string_view> ByteCursor::text(uint64_t count) noexcept
{
    const auto out = bytes(count);
    if (!out) {
        return std::nullopt;
    }
    return std::string_view(reinterpret_cast<const char*>(out->data()), out->size());
}

}  // namespace wb
