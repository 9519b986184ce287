#pragma once

#include "core/base/job_context.h"
#include "core/mapping/family.h"
#include "core/plan/plan.h"

namespace wb::plan {

// Decides everything from the index: map, dtypes, order, shards, offsets, small files, room needed. Writes nothing and reads no value.
// An incomplete map is not an error here: the plan then has no files (see requireReady). Throws NotThisFamily, VariantUnknown,
// ConfigImpossible, KeyMapFile, LabelsCount, TensorDType.
Plan makePlan(const mapping::Family& family, tensor::TensorIndex source, const Options& options, JobContext& job);

// What stands between the plan and the first byte: PickleForbiddenCall (a call into Python in the file), MapIncomplete (all problems counted),
// NotEnoughSpace (needed, free, path), NotEnoughMemory, TensorExpanded. Done once before conversion.
void requireReady(const Plan& plan);

// {schema, rows, counts, shards: [{name, bytes, tensors}], disk_needed, disk_free, memory_needed, download_bytes, warnings, detected, folder, files}
std::string planToJson(const Plan& plan);

}  // namespace wb::plan
