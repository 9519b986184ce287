#pragma once

#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace wb::job {

// How fast a conversion went, its proof included, on the file system that it wrote to.
struct Pace {
    uint64_t fileSystem = 0;  // as io::DiskSpace has it; 0: nothing was measured
    uint64_t bytes = 0;       // read and written
    double seconds = 0;

    bool operator==(const Pace&) const = default;
};

// Of a plan that was carried out in one go. Nothing where that is too little to tell a speed from.
Pace paceOf(const plan::Plan& plan, double seconds);
// What the plan reads and writes.
uint64_t bytesMoved(const plan::Plan& plan);
// Seconds that so many bytes, read and written, take; empty where the pace is that of another file system, or nothing was measured.
std::optional<double> secondsFor(uint64_t bytes, uint64_t fileSystem, const Pace& pace);

}  // namespace wb::job
