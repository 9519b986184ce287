#pragma once

#include "core/job/demo_file.h"
#include "core/job/demo_model.h"

namespace wb::job {

// Each writes the model whole in one container, as the usual tools do.

// torch.save since 1.6: stored zip, records in order of their names' text at 64-byte alignment, data descriptors, zip64 where needed, real CRC-32.
void writeTorchZip(DemoFile& file, const DemoModel& model);
// torch.save before 1.6: pickles in a row, then each storage behind its element count.
void writeTorchLegacy(DemoFile& file, const DemoModel& model);
// A flat file of one shard.
void writeSafetensors(DemoFile& file, const DemoModel& model);

}  // namespace wb::job
