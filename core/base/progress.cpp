#include "core/base/progress.h"

namespace wb {

std::string_view stageName(Stage stage) noexcept
{
    switch (stage) {
    case Stage::Idle:
        return "idle";
    case Stage::Inspect:
        return "inspect";
    case Stage::Map:
        return "map";
    case Stage::Plan:
        return "plan";
    case Stage::Resume:
        return "resume";
    case Stage::Convert:
        return "convert";
    case Stage::Verify:
        return "verify";
    case Stage::Compare:
        return "compare";
    }
    return "idle";
}

void Progress::begin(Stage stage, uint64_t bytesTotal)
{
    const std::lock_guard lock(m_mutex);
    m_state = Snapshot{};
    m_state.stage = stage;
    m_state.bytesTotal = bytesTotal;
}

void Progress::advance(uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_state.bytesDone += bytes;
}

void Progress::resumed(uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_state.bytesDone += bytes;
    m_state.bytesResumed += bytes;
}

void Progress::item(std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    m_state.item = name;
}

void Progress::file(std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    m_state.file = name;
}

Progress::Snapshot Progress::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

}  // namespace wb
