#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_input.h"
#include "core/checkpoint/pickle_value.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wb::checkpoint {

// The machine's stack with its marks, and the memo. Nothing is ever popped from below the newest mark. Throws PickleStack, PickleMemo,
// LimitExceeded.
class PickleStack {
public:
    PickleStack(const PickleSite& site, const Limits& limits);

    void push(ValueId value);
    ValueId pop();
    ValueId top() const;
    // Takes the newest `count` values, oldest first.
    std::vector<ValueId> pop(size_t count);
    void mark();
    // Takes the newest mark and all above it, oldest first.
    std::vector<ValueId> popToMark();
    // POP: the top value, or a mark with nothing above it.
    void drop();

    void put(uint64_t index);  // the top value
    void memoize();            // at the number of entries so far
    ValueId get(uint64_t index) const;

private:
    size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    const PickleSite& m_site;
    const Limits& m_limits;
    std::vector<ValueId> m_values;
    std::vector<size_t> m_marks;
    std::vector<ValueId> m_memo;  // noValue: not set
    uint64_t m_memoized = 0;
};

}  // namespace wb::checkpoint
