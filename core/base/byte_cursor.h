#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wb {

// Bounds-checked little-endian reader over bytes in memory: the one way foreign bytes are taken apart.
// Every read is empty (and moves nothing) when it would pass the end. Does not own the bytes.
class ByteCursor {
public:
    explicit ByteCursor(std::span<const std::byte> bytes) noexcept : m_bytes(bytes) {}

    size_t position() const noexcept { return m_position; }
    size_t remaining() const noexcept { return m_bytes.size() - m_position; }
    bool skip(uint64_t bytes) noexcept;
    std::optional<uint8_t> u8() noexcept;
    std::optional<uint16_t> u16() noexcept;
    std::optional<uint32_t> u32() noexcept;
    std::optional<uint64_t> u64() noexcept;
    std::optional<std::span<const std::byte>> bytes(uint64_t count) noexcept;
    std::optional<std::string_view> text(uint64_t count) noexcept;

private:
    template <typename T> std::optional<T> number() noexcept;

    std::span<const std::byte> m_bytes;
    size_t m_position = 0;
};

}  // namespace wb
