#include "core/checkpoint/pickle_stack.h"

namespace wb::checkpoint {

PickleStack::PickleStack(const PickleSite& site, const Limits& limits) : m_site(site), m_limits(limits) {}

void PickleStack::push(ValueId value)
{
    if (m_values.size() >= m_limits.pickleNodes) {
        throw m_site.overLimit("stack", m_limits.pickleNodes);
    }
    m_values.push_back(value);
}

ValueId PickleStack::top() const
{
    if (m_values.size() <= floor()) {
        throw m_site.fault(ErrorCode::PickleStack, "underflow");
    }
    return m_values.back();
}

ValueId PickleStack::pop()
{
    const ValueId value = top();
    m_values.pop_back();
    return value;
}

std::vector<ValueId> PickleStack::pop(size_t count)
{
    if (m_values.size() - floor() < count) {
        throw m_site.fault(ErrorCode::PickleStack, "underflow");
    }
    const auto from = m_values.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<ValueId> values(from, m_values.end());
    m_values.erase(from, m_values.end());
    return values;
}

void PickleStack::mark()
{
    if (m_marks.size() >= m_limits.pickleDepth) {
        throw m_site.overLimit("nesting", m_limits.pickleDepth);
    }
    m_marks.push_back(m_values.size());
}

std::vector<ValueId> PickleStack::popToMark()
{
    if (m_marks.empty()) {
        throw m_site.fault(ErrorCode::PickleStack, "no-mark");
    }
    std::vector<ValueId> values = pop(m_values.size() - m_marks.back());
    m_marks.pop_back();
    return values;
}

void PickleStack::drop()
{
    if (!m_marks.empty() && m_values.size() == m_marks.back()) {
        m_marks.pop_back();
    } else {
        pop();
    }
}

void PickleStack::put(uint64_t index)
{
    const ValueId value = top();
    if (index >= m_limits.pickleMemo) {
        throw m_site.fault(ErrorCode::PickleMemo, "index-too-large").with("found", index).with("limit", m_limits.pickleMemo);
    }
    const auto place = static_cast<size_t>(index);
    if (place >= m_memo.size()) {
        m_memo.resize(place + 1, noValue);
    }
    if (m_memo[place] == noValue) {
        ++m_memoized;
    }
    m_memo[place] = value;
}

void PickleStack::memoize()
{
    put(m_memoized);
}

ValueId PickleStack::get(uint64_t index) const
{
    if (index >= m_memo.size() || m_memo[static_cast<size_t>(index)] == noValue) {
        throw m_site.fault(ErrorCode::PickleMemo, "not-set").with("found", index);
    }
    return m_memo[static_cast<size_t>(index)];
}

}  // namespace wb::checkpoint
