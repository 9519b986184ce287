#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_value.h"
#include "core/checkpoint/state_dict_finder.h"

#include <set>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

// Names under which a training checkpoint keeps tensors that are no weights: optimizer, loss, meters …
bool isTrainingState(std::string_view name);
// Names of averaged copies of the weights: ema, model_ema, state_dict_ema …
bool isAveragedName(std::string_view name);
// VISSL and ClassyVision: {"trunk": {…}, "heads": {…} or […]}.
bool isTrunkPair(const PickleTree& tree, ValueId dict);
// A tensor, or in a slice_list the path of one.
bool isWeight(const PickleTree& tree, ValueId value, bool sliceList);

struct FlattenedDict {
    std::vector<FoundTensor> tensors;
    std::vector<FoundSlice> slices;
    std::set<ValueId> containers;  // the dicts and lists that the keys came from
};

// All tensors of a state dict under dotted keys, in the file's order; of a trunk pair those of trunk and heads, without these two names.
// Throws TensorKey (empty, duplicate, too-long), LimitExceeded.
FlattenedDict flattenStateDict(const PickleTree& tree, ValueId dict, bool sliceList, const Limits& limits);

}  // namespace wb::checkpoint
