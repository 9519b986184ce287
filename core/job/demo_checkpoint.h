#pragma once

#include "core/base/job_context.h"
#include "core/job/demo_model.h"
#include "core/mapping/family.h"

#include <cstdint>
#include <string>

namespace wb::job {

enum class DemoContainer { Zip, Legacy, Safetensors };

struct DemoOptions {
    std::string path;
    std::string variant;
    double scale = 1.0 / 64;  // of the widths: bytes go with its square
    uint64_t seed = 0;
    DemoContainer container = DemoContainer::Zip;
    bool sparse = false;  // all values zero and no room taken on disk
    bool overwrite = false;
};

struct DemoResult {
    std::string path;
    uint64_t bytes = 0;  // of the file
    uint64_t tensors = 0;
    mapping::Architecture architecture;
};

// Writes a checkpoint of the variant's true structure with made-up values, in constant memory; equal options give equal bytes. Written beside as
// PATH.part and renamed. Throws VariantUnknown, WouldOverwrite, NotEnoughSpace, Cancelled and what io::OutputFile throws.
DemoResult makeDemo(const DemoOptions& options, JobContext& job);
// The same with this model; variant and scale are not looked at.
DemoResult writeDemo(const DemoModel& model, const DemoOptions& options, JobContext& job);

}  // namespace wb::job
