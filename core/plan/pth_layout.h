#pragma once

#include "core/plan/plan.h"

namespace wb::plan {

// Layout of a torch zip file that holds the tensors in order: data.pkl (protocol 2, a flat dict) first, then data/0 … data/N-1 at 64-byte alignment,
// version, byteorder, .data/serialization_id; stored, with data descriptors, zip64 where needed. Prefix "archive" always, so that the bytes do not depend on
// the file's name. Gives PlannedFile with head = data.pkl, offsets and bytes; the writer (convert/pth_writer) writes the same.
PlannedFile layoutPth(const std::string& name, const std::vector<PlannedTensor>& tensors);

}  // namespace wb::plan
