#include "core/job/demo_values.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>

namespace wb::job {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr uint64_t goldenRatio = 0x9E3779B97F4A7C15ULL;
constexpr int64_t batchesTracked = 124500;

// SplitMix64 (Steele, Lea, Flood 2014): the state's n-th output needs no output before it.
constexpr uint64_t mixed(uint64_t value) noexcept
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

// FNV-1a.
constexpr uint64_t hashOf(std::string_view text) noexcept
{
    uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : text) {
        hash = (hash ^ static_cast<uint8_t>(letter)) * 0x100000001B3ULL;
    }
    return hash;
}

// Sum of four 16-bit lanes, centred, standard deviation 1: near enough to a normal distribution.
constexpr float normal(uint64_t bits) noexcept
{
    constexpr float deviation = 37837.2F;  // of the sum: sqrt(4/12) × 65536
    const auto sum = static_cast<int32_t>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
    return static_cast<float>(sum - 131070) * (1.0F / deviation);
}

// In [-1, 1).
constexpr float uniform(uint64_t bits) noexcept
{
    return static_cast<float>(static_cast<int32_t>(bits >> 40) - (1 << 23)) * (1.0F / static_cast<float>(1 << 23));
}

}  // namespace

DemoValues::DemoValues(const DemoTensor& tensor, uint64_t seed) noexcept
    : m_state(mixed(hashOf(tensor.key) + goldenRatio * (seed + 1))), m_floating(tensor.floating)
{
    const std::string_view key = tensor.key;
    if (tensor.shape.size() > 1) {
        const uint64_t fanIn = tensor.shape.front() > 0 ? tensor.elements / tensor.shape.front() : 1;
        m_spread = static_cast<float>(1.0 / std::sqrt(static_cast<double>(fanIn)));
    } else if (key.ends_with(".weight") || key.ends_with(".running_var")) {
        m_centre = 1.0F;
        m_spread = 0.5F;
        m_isUniform = true;
    }
}

void DemoValues::fill(uint64_t first, std::span<std::byte> into) const noexcept
{
    if (!m_floating) {
        for (size_t at = 0; at < into.size(); at += sizeof batchesTracked) {
            std::memcpy(into.data() + at, &batchesTracked, sizeof batchesTracked);
        }
        return;
    }
    uint64_t state = m_state + first * goldenRatio;
    for (size_t at = 0; at < into.size(); at += sizeof(float)) {
        const uint64_t bits = mixed(state += goldenRatio);
        const float value = m_centre + m_spread * (m_isUniform ? uniform(bits) : normal(bits));
        std::memcpy(into.data() + at, &value, sizeof value);
    }
}

}  // namespace wb::job
