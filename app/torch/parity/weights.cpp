#include "app/torch/parity/weights.h"

#include "core/base/error.h"
#include "core/tensor/cast.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/isfinite.h>

#include <algorithm>
#include <span>

namespace wb::parity {

namespace {

constexpr int64_t scanValues = 2 << 20;

std::span<std::byte> bytesOfValues(const at::Tensor& values)
{
    return {static_cast<std::byte*>(values.data_ptr()), values.nbytes()};
}

}  // namespace

bool isUsed(const network::Leaf::NamedShape& tensor) noexcept
{
    return tensor.name != "num_batches_tracked";
}

Weights::Weights(const tensor::TensorIndex& index, TensorNumbers numbers, JobContext& job)
    : m_index(index), m_numbers(std::move(numbers)), m_job(job), m_files(index), m_values(at::empty({0}))
{}

Weights::Rows::Rows(Weights& weights, const tensor::TensorInfo& info)
    : m_weights(weights), m_dtype(info.dtype),
      m_columns(static_cast<int64_t>(info.elements() / (info.shape.empty() ? 1 : std::max<uint64_t>(1, info.shape.front())))),
      m_reader(weights.m_files, weights.m_index, info)
{}

at::Tensor Weights::Rows::next(int64_t rows)
{
    return m_weights.read(m_reader, m_dtype, rows * m_columns).view({rows, m_columns});
}

Weights::Rows Weights::rows(const network::Leaf& leaf, std::string_view tensor)
{
    return {*this, infoOf(leaf.keyOf(tensor))};
}

at::Tensor Weights::whole(const network::Leaf& leaf, std::string_view tensor)
{
    const tensor::TensorInfo& info = infoOf(leaf.keyOf(tensor));
    checkpoint::TensorReader reader(m_files, m_index, info);
    return read(reader, info.dtype, static_cast<int64_t>(info.elements())).clone();
}

const tensor::TensorInfo& Weights::infoOf(const std::string& key) const
{
    const auto found = m_numbers.find(key);
    if (found == m_numbers.end()) {
        throw Error(ErrorCode::Internal).part(key).with("problem", "missing");
    }
    return m_index.tensors.at(found->second);
}

uint64_t Weights::bytesOf(const network::Network& network) const
{
    uint64_t bytes = 0;
    for (const network::Leaf* leaf : network.leaves()) {
        for (const network::Leaf::NamedShape& tensor : leaf->tensors()) {
            bytes += isUsed(tensor) ? infoOf(leaf->keyOf(tensor.name)).bytes() : 0;
        }
    }
    return bytes;
}

std::optional<std::string> Weights::firstNotFinite(const network::Leaf& leaf)
{
    for (const network::Leaf::NamedShape& tensor : leaf.tensors()) {
        if (!isUsed(tensor)) {
            continue;
        }
        const tensor::TensorInfo& info = infoOf(leaf.keyOf(tensor.name));
        checkpoint::TensorReader reader(m_files, m_index, info);
        for (auto left = static_cast<int64_t>(info.elements()); left > 0; left -= scanValues) {
            if (!at::isfinite(read(reader, info.dtype, std::min(left, scanValues))).all().item<bool>()) {
                return info.key;
            }
        }
    }
    return std::nullopt;
}

at::Tensor Weights::read(checkpoint::TensorReader& reader, tensor::DType dtype, int64_t values)
{
    m_job.cancel.throwIfCancelled();
    if (m_values.numel() < values) {
        m_values = at::empty({values});
    }
    const at::Tensor into = m_values.narrow(0, 0, values);
    if (dtype == tensor::DType::F32) {
        reader.read(bytesOfValues(into));
    } else {
        m_raw.resize(static_cast<size_t>(values) * tensor::itemSize(dtype));
        reader.read(m_raw);
        tensor::castFloating(dtype, m_raw, tensor::DType::F32, bytesOfValues(into));
    }
    m_job.progress.advance(static_cast<uint64_t>(values) * tensor::itemSize(dtype));
    return into;
}

}  // namespace wb::parity
