#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/state_dict_finder.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

namespace wb::checkpoint {

// Adds the slices of a VISSL slice_list to the index of the list's file: each is a torch file of its own, {"type": "slice", "weight": tensor},
// in the folder NAME_layers beside NAME.torch. Of a path in the list only the last name counts, so nothing outside that folder is opened.
// Throws NotAvailable when the list is remote, SliceFile (file of the list, part: slice, key, problem) and what a damaged slice throws.
// Source: vissl/utils/checkpoint.py (SlicedCheckpointLoader.save_slice).
void addSlices(const io::ByteSource& list, const FoundStateDict& found, tensor::TensorIndex& index, JobContext& job);

}  // namespace wb::checkpoint
