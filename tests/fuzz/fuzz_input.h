#pragma once

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/tensor/tensor_index.h"
#include "tests/support/memory_source.h"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace wb::fuzz {

// Stops the program, which the fuzzer and the replay both take as a finding.
inline void require(bool condition)
{
    if (!condition) {
        __builtin_trap();
    }
}

// What a reader has proved of the index it returns.
inline void requireSound(const tensor::TensorIndex& index, uint64_t fileBytes, const Limits& limits)
{
    for (const tensor::Record& record : index.records) {
        require(record.file < index.files.size());
        require(fitsInside(record.offset, record.bytes, fileBytes));
    }
    for (const tensor::TensorInfo& tensor : index.tensors) {
        require(!tensor.key.empty() && tensor.record < index.records.size());
        tensor::requireInsideRecord(tensor, index.records[tensor.record].bytes, limits.tensorDimensions);
    }
}

inline std::string_view textOf(const uint8_t* data, size_t size)
{
    return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

// Calls read(job). An Error is an answer; any other exception leaves and is a finding.
template <typename Read> int answer(Read read)
{
    const CancelToken cancel;
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};
    try {
        read(job);
    } catch (const Error&) {
        return 0;
    } catch (const Cancelled&) {
        require(false);
    }
    return 0;
}

}  // namespace wb::fuzz
