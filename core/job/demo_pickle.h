#pragma once

#include "core/job/demo_model.h"

#include <string>

namespace wb::job {

// Keys of the storages, one a tensor: zip counts from 0; legacy keys were addresses, whose text sorts as their numbers do.
std::string demoStorageKey(size_t tensor, bool isLegacy);

// The pickled object: a flat OrderedDict, or {"type": "consolidated", "classy_state_dict": {"base_model": {"model": {"trunk": …, "heads": …}}}}.
std::string demoPickle(const DemoModel& model, bool isLegacy);

}  // namespace wb::job
