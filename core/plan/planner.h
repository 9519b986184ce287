#pragma once

#include "core/base/job_context.h"
#include "core/mapping/family.h"
#include "core/plan/plan.h"

namespace wb::plan {

// Decides everything from the index: map, dtypes, order, shards, offsets, small files, room needed. Writes nothing and reads no value.
// An incomplete map is not an error here: the plan then has no files (see requireReady). Throws NotThisFamily, VariantUnknown,
// ConfigImpossible, KeyMapFile, LabelsCount, TensorDType, TensorExpanded, LimitExceeded (classes).
Plan makePlan(const mapping::Family& family, tensor::TensorIndex source, const Options& options, JobContext& job);

// What in the source or the map forbids a conversion: PickleForbiddenCall (name: the first, count), MapIncomplete (unmapped, missing, mismatched:
// how many; key: the first ten), TensorExpanded (key, expected, found). Looks at the plan alone.
void requireConvertible(const Plan& plan);
// What the machine lacks now: NotEnoughMemory, NotEnoughSpace (needed, free, path). `bytesAlreadyOnDisk`: what an interrupted run of this plan has
// written, or reserved, of its files.
void requireRoom(const Plan& plan, Keeping keeping, uint64_t bytesAlreadyOnDisk);
// All that stands between the plan and the first byte: both of the above, with nothing on disk.
void requireReady(const Plan& plan);

// {schema, rows, counts, shards: [{name, bytes, tensors}], disk_needed, disk_free, memory_needed, download_bytes, warnings, detected, folder, files}
std::string planToJson(const Plan& plan);

}  // namespace wb::plan
