#pragma once

#include <concepts>
#include <cstdint>
#include <optional>

namespace wb {

// Arithmetic on foreign sizes: empty on overflow.
template <std::integral T> constexpr std::optional<T> checkedAdd(T a, T b) noexcept
{
    T out{};
    return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional<T>(out);
}

template <std::integral T> constexpr std::optional<T> checkedMul(T a, T b) noexcept
{
    T out{};
    return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional<T>(out);
}

template <std::integral T> constexpr std::optional<T> checkedSub(T a, T b) noexcept
{
    T out{};
    return __builtin_sub_overflow(a, b, &out) ? std::nullopt : std::optional<T>(out);
}

// True when [offset, offset + bytes) lies inside [0, size).
constexpr bool fitsInside(uint64_t offset, uint64_t bytes, uint64_t size) noexcept
{
    return offset <= size && bytes <= size - offset;
}

}  // namespace wb
