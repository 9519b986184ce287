#pragma once

#include "core/job/demo_checkpoint.h"

#include <string>

namespace wb::job {

// What the window's first run is tried with: a VISSL checkpoint of a Y network of depths 1, 1, 2, 1 in which one key has a name that no rule knows,
// so that exactly one row of its map is unmapped and one missing. Some 300 kB; equal bytes each time.
struct BrokenDemo {
    DemoResult file;
    std::string badKey;       // as it stands in the file
    std::string destination;  // where it belongs
};

// Replaces what is at the path. Throws as makeDemo() does.
BrokenDemo makeBrokenDemo(const std::string& path, JobContext& job);

}  // namespace wb::job
