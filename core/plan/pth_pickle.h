#pragma once

#include "core/plan/plan.h"

#include <string>
#include <vector>

namespace wb::plan {

// data.pkl of a .pth: what torch.save writes for a dict of destination key to tensor (pickle protocol 2, torch._utils._rebuild_tensor_v2 on
// storages "0", "1" … of the tensors' own). Throws TensorDType (key, found) for a type without a storage class of its own.
std::string pickleStateDict(const std::vector<PlannedTensor>& tensors);

}  // namespace wb::plan
