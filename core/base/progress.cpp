#include "core/base/progress.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wb {

namespace {

constexpr std::array<std::string_view, 14> stageNames{"idle",    "inspect", "map",    "plan",     "resume", "convert", "verify",
                                                      "compare", "trace",   "parity", "download", "check",  "send",    "commit"};

}  // namespace

std::string_view stageName(Stage stage) noexcept
{
    return stageNames[static_cast<size_t>(stage)];
}

Stage stageFromName(std::string_view name) noexcept
{
    const auto found = std::find(stageNames.begin(), stageNames.end(), name);
    return found == stageNames.end() ? Stage::Idle : static_cast<Stage>(found - stageNames.begin());
}

void Progress::begin(Stage stage, uint64_t bytesTotal)
{
    const std::lock_guard lock(m_mutex);
    m_state = Snapshot{};
    m_state.stage = stage;
    m_state.bytesTotal = bytesTotal;
}

void Progress::show(const Snapshot& snapshot)
{
    const std::lock_guard lock(m_mutex);
    m_state = snapshot;
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

void Progress::transfer(Transfer transfer)
{
    const std::lock_guard lock(m_mutex);
    m_state.transfer = std::move(transfer);
}

void Progress::beside(const Progress* sending)
{
    const std::lock_guard lock(m_mutex);
    m_beside = sending;
}

Progress::Snapshot Progress::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    Snapshot snapshot = m_state;
    if (m_beside != nullptr) {
        const Snapshot beside = m_beside->snapshot();
        snapshot.sending = {beside.bytesDone, beside.bytesTotal, beside.transfer.connections, beside.transfer.waiting,
                            beside.transfer.retryInSeconds};
    }
    return snapshot;
}

}  // namespace wb
