#pragma once

#include "core/job/demo_model.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace wb::job {

// Made-up values of one tensor, a pure function of seed, key and place: any piece can be made alone, and equal everywhere. Convolutions spread like
// 1/sqrt(fan-in), batch norms near one, variances positive.
class DemoValues {
public:
    DemoValues(const DemoTensor& tensor, uint64_t seed) noexcept;

    // Little-endian bytes from element `first` on; the size of `into` is a multiple of the item size.
    void fill(uint64_t first, std::span<std::byte> into) const noexcept;

private:
    uint64_t m_state;
    float m_centre = 0.0F;
    float m_spread = 0.1F;
    bool m_isUniform = false;
    bool m_floating = true;
};

}  // namespace wb::job
