#pragma once

#include "core/base/limits.h"
#include "core/mapping/family.h"
#include "core/verify/model_folder.h"
#include "core/verify/verify.h"

#include <vector>

namespace wb::verify {

// What headers and small files tell, without a value being read: config.json describes a model of the family; every tensor of that model is there
// once, and no other, with its shape and kind; the shard index adds up; the processor's file, which only
// a folder with a report must have, is a JSON object.
std::vector<Check> checkModel(const mapping::Family& family, const ModelFolder& model, const Limits& limits);

}  // namespace wb::verify
