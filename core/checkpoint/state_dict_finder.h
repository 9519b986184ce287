#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_value.h"

#include <string>
#include <vector>

namespace wb::checkpoint {

// One tensor-valued key of the chosen state dict, before its bytes are located.
struct FoundTensor {
    std::string key;  // dotted, without the state dict's path: VISSL's trunk and head keys as they are written
    ValueId tensor = noValue;
};

// One entry of a VISSL slice_list: the parameter lies in a file of its own, `{"type": "slice", "weight": tensor}`.
struct FoundSlice {
    std::string key;   // as FoundTensor::key
    std::string path;  // as written by whoever saved it, often absolute on another machine: only its last name means anything here
};

struct FoundStateDict {
    std::string path;                   // "classy_state_dict.base_model.model"
    std::vector<FoundTensor> tensors;   // in the file's order
    std::vector<FoundSlice> slices;     // of a slice_list, in the file's order; then `tensors` is empty
    std::vector<std::string> ignored;   // paths of tensors elsewhere, at most 1000
    std::vector<std::string> warnings;  // stable tokens with facts, as TensorIndex::warnings
};

// Finds the weights in a pickled object: a VISSL `{trunk, heads}` pair (keys of trunk as they are, of heads as written: "0.clf.0.weight";
// a head key equal to a trunk key is refused), `state_dict`, `model`, `model_state`, `module`, `ema` … or the root itself, at any nesting;
// the dict with most tensor keys wins, optimizer state never does. Of equals: a pair, the root, the usual names in that order, any other
// name, averaged weights (ema …); two of any other name are StateDictAmbiguous. Dicts inside the chosen one are flattened with dots.
// With `wanted` the user's dotted path is followed literally. Integer keys count as their decimal text in paths; a tensor under a key that
// is no text is ignored. Throws NoStateDict, StateDictPath, StateDictAmbiguous, ShardList, TensorKey (empty, duplicate, too long).
// An object `{"type": "slice_list", …}` gives slices in place of tensors.
// Source: vissl/utils/checkpoint.py (CheckpointFormatConverter, SlicedCheckpointLoader).
FoundStateDict findStateDict(const PickleTree& tree, const std::string& wanted, const Limits& limits);

}  // namespace wb::checkpoint
