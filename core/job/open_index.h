#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <string>

namespace wb::job {

// Index of one file, of whatever container its bytes are. Throws NotACheckpoint (kind), StateDictPath and what the readers throw.
tensor::TensorIndex openIndex(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job);

}  // namespace wb::job
