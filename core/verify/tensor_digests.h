#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/tensor/tensor_index.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::verify {

// What to read of a checkpoint: one tensor, and the type its values are to have before they are hashed.
struct DigestWanted {
    uint32_t tensor = 0;  // index into TensorIndex::tensors
    tensor::DType dtype = tensor::DType::F32;
};

struct Digest {
    std::string sha256;   // of the canonical bytes
    std::string problem;  // instead: why there is none ("E_CRC …")
};

// SHA-256 of each tensor's values, in the order asked for. Where a tensor is its whole record, the record's CRC-32 is looked at on the way.
// A tensor that cannot be read gets a problem, the others are read all the same. Advances the progress by the bytes read. Throws SourceChanged,
// Cancelled.
std::vector<Digest> digestTensors(const tensor::TensorIndex& index, const std::vector<DigestWanted>& wanted, JobContext& job,
                                  const checkpoint::SourceOpener& openSource = {});

}  // namespace wb::verify
