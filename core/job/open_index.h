#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"
#include "core/job/remote_source.h"
#include "core/net/range_source.h"
#include "core/tensor/tensor_index.h"

#include <memory>
#include <string>

namespace wb::job {

// Index of one file, of whatever container its bytes are. Throws NotACheckpoint (kind), StateDictPath and what the readers throw.
tensor::TensorIndex openIndex(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job);
// A published file, to be read by Range; the job must outlive it. Throws NoRange and the network errors.
std::unique_ptr<net::RangeSource> openRange(const Source& source, const net::Settings& settings, JobContext& job);

}  // namespace wb::job
