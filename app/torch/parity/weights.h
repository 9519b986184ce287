#pragma once

#include "app/torch/network/network.h"

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/tensor/tensor_index.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace wb::parity {

// Number in a TensorIndex of each key of a network.
using TensorNumbers = std::unordered_map<std::string, uint32_t>;

// Values of the tensors of one network as float32, read by core in the order asked for, a few MiB at a time. LibTorch sees only the buffer. Index and
// job outlive it. Used by one thread; advances the progress by what it reads of the files.
class Weights {
public:
    Weights(const tensor::TensorIndex& index, TensorNumbers numbers, JobContext& job);

    // One tensor from the front, in rows of its first dimension.
    class Rows {
    public:
        // The next rows, each flattened: rows × columns. Valid until the next call of next() or whole().
        at::Tensor next(int64_t rows);

    private:
        friend class Weights;
        Rows(Weights& weights, const tensor::TensorInfo& info);

        Weights& m_weights;
        tensor::DType m_dtype;
        int64_t m_columns;
        checkpoint::TensorReader m_reader;
    };
    Rows rows(const network::Leaf& leaf, std::string_view tensor);
    // A small tensor; owns its values.
    at::Tensor whole(const network::Leaf& leaf, std::string_view tensor);

    const tensor::TensorInfo& infoOf(const std::string& key) const;
    // Bytes of the files that one pass over the network reads.
    uint64_t bytesOf(const network::Network& network) const;
    // The first tensor of a leaf with a value that is not finite, by its key in the checkpoint; empty: none has one.
    std::optional<std::string> firstNotFinite(const network::Leaf& leaf);
    void requireUnchanged() const { m_files.requireUnchanged(); }

private:
    at::Tensor read(checkpoint::TensorReader& reader, tensor::DType dtype, int64_t values);

    const tensor::TensorIndex& m_index;
    TensorNumbers m_numbers;
    JobContext& m_job;
    checkpoint::SourceFiles m_files;
    at::Tensor m_values;           // float32, as many as were ever asked for at once
    std::vector<std::byte> m_raw;  // of another type, before it is converted
};

// True for the tensors that a forward pass reads: all but the count of batches.
bool isUsed(const network::Leaf::NamedShape& tensor) noexcept;

}  // namespace wb::parity
