// What planner.h requires of a plan and of the machine before the first byte.
#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/plan/forecast.h"
#include "core/plan/planned_weights.h"
#include "core/plan/planner.h"

namespace wb::plan {

namespace {

bool isProblem(mapping::Status status) noexcept
{
    return status == mapping::Status::Unmapped || status == mapping::Status::Missing || status == mapping::Status::Mismatched;
}

void requireNoCalls(const Plan& plan)
{
    if (!plan.source.calls.empty()) {
        throw Error(ErrorCode::PickleForbiddenCall)
            .with("name", printable(plan.source.calls.front()))
            .with("count", uint64_t{plan.source.calls.size()});
    }
}

void requireCompleteMap(const Plan& plan)
{
    constexpr int keysShown = 10;
    if (plan.map.isComplete()) {
        return;
    }
    const mapping::Counts counts = plan.map.counts();
    Error error(ErrorCode::MapIncomplete);
    error.with("unmapped", counts.unmapped).with("missing", counts.missing).with("mismatched", counts.mismatched);
    int shown = 0;
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        if (isProblem(row.status) && shown < keysShown) {
            error.with("key", printable(row.source ? *row.source : row.destination.value_or("")));
            ++shown;
        }
    }
    throw error;
}

void requireMemory(const Plan& plan)
{
    const uint64_t free = io::availableMemory();
    if (plan.forecast.memoryNeeded > free) {
        throw Error(ErrorCode::NotEnoughMemory).with("needed", plan.forecast.memoryNeeded).with("free", free);
    }
}

void requireSpace(const RoomNeeded& room, uint64_t bytesAlreadyOnDisk)
{
    const uint64_t needed = checkedSub(room.needed, bytesAlreadyOnDisk).value_or(0);
    if (needed > room.free) {
        throw Error(ErrorCode::NotEnoughSpace).with("needed", needed).with("free", room.free).with("path", room.path);
    }
}

}  // namespace

void requireConvertible(const Plan& plan)
{
    requireNoCalls(plan);
    requireCompleteMap(plan);
    requireNotExpanded(plan);
}

void requireRoom(const Plan& plan, Keeping keeping, uint64_t bytesAlreadyOnDisk)
{
    requireMemory(plan);
    for (const RoomNeeded& room : roomNeeded(plan, keeping)) {
        requireSpace(room, bytesAlreadyOnDisk);  // with two file systems it counts for both: a disk that fills after all can be resumed
    }
}

void requireReady(const Plan& plan)
{
    requireConvertible(plan);
    requireRoom(plan, Keeping::All, 0);
}

}  // namespace wb::plan
