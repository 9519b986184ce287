#pragma once

#include "app/torch/network/layer.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace wb::parity {

enum class Side : uint8_t { Source, Result };

// What one network has just computed: a leaf's output, or a step's.
struct Visit {
    const network::Leaf* leaf = nullptr;  // null at the end of a step
    size_t step = 0;                      // its number, at the end of a step
    at::Tensor output;
    at::Tensor probe;  // of a leaf with a weight matrix: its product with the probe; else undefined
};

// Lets two networks run at once, each on a thread of its own, and never more than one module apart: what both have computed at a place of the call
// order is compared before either goes on.
class Lockstep {
public:
    // Called with the source's visit first, by the thread that came last; may throw.
    using Compare = std::function<void(const Visit& source, const Visit& result)>;

    explicit Lockstep(Compare compare) : m_compare(std::move(compare)) {}

    // Waits for the other side. Throws Ended when that has ended, and what `compare` throws, on the thread that called it.
    void meet(Side side, const Visit& visit);
    // The side comes to no more meetings: the other is not to wait for it.
    void leave();

    struct Ended {};

private:
    Compare m_compare;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<const Visit*, 2> m_visits{};
    uint64_t m_meetings = 0;
    bool m_ended = false;
};

}  // namespace wb::parity
