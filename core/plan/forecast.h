#pragma once

#include "core/plan/plan.h"

namespace wb::plan {

// Disk and memory that the plan's files need, held against what this machine has now. Of the plan it wants the files.
Forecast makeForecast(const Plan& plan);

// Room on one file system that the plan writes to.
struct RoomNeeded {
    std::string path;
    uint64_t needed = 0;
    uint64_t free = 0;
    uint64_t fileSystem = 0;  // as io::DiskSpace has it
};
// One entry, or two when DIR is another file system than the one beside it that takes the .pth.
std::vector<RoomNeeded> roomNeeded(const Plan& plan, Keeping keeping);

}  // namespace wb::plan
