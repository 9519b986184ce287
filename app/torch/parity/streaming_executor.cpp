#include "app/torch/parity/streaming_executor.h"

#include <ATen/Context.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mkldnn_convolution.h>
#include <ATen/ops/mv.h>

#include <algorithm>
#include <array>
#include <random>

namespace wb::parity {

namespace {

using network::ConvolutionShape;

constexpr int64_t chunkValues = 2 << 20;          // 8 MiB: stays in the processor's cache between reading and multiplying
constexpr int64_t chunkProducts = 2'000'000'000;  // multiply-adds: a few tens of milliseconds, so that a cancel is seen soon
constexpr int64_t positionsForOneDnn = 64;

int64_t columnsOf(const ConvolutionShape& shape) noexcept
{
    return shape.in / shape.groups * shape.kernel * shape.kernel;
}

int64_t outputSize(const ConvolutionShape& shape, int64_t inputSize) noexcept
{
    return (inputSize + 2 * (shape.kernel / 2) - shape.kernel) / shape.stride + 1;
}

// at::conv2d gives a 1×1 kernel to oneDNN only where it has several threads (ATen/native/Convolution.cpp, use_mkldnn), and to BLAS elsewhere, which
// takes twice the time when there are many positions.
at::Tensor convolve(const at::Tensor& input, const at::Tensor& weight, const ConvolutionShape& shape, int64_t groups, int64_t positions)
{
    if (shape.kernel == 1 && positions >= positionsForOneDnn && at::globalContext().hasMKLDNN()) {
        const std::array<int64_t, 2> padding{0, 0};
        const std::array<int64_t, 2> stride{shape.stride, shape.stride};
        const std::array<int64_t, 2> dilation{1, 1};
        return at::mkldnn_convolution(input, weight, {}, padding, stride, dilation, groups);
    }
    return at::conv2d(input, weight, {}, shape.stride, shape.kernel / 2, 1, groups);
}

// Some rows of a convolution's weight at work.
struct Chunk {
    const ConvolutionShape& shape;
    int64_t first;  // row
    int64_t count;
    at::Tensor rows;  // count × columns

    int64_t rowsPerGroup() const { return shape.out / shape.groups; }
    int64_t firstGroup() const { return first / rowsPerGroup(); }
    int64_t groups() const { return std::max<int64_t>(1, count / rowsPerGroup()); }

    at::Tensor timesInput(const at::Tensor& input, int64_t positions) const
    {
        const int64_t channels = shape.in / shape.groups;
        const at::Tensor part = input.narrow(1, firstGroup() * channels, groups() * channels);
        return convolve(part, rows.view({count, channels, shape.kernel, shape.kernel}), shape, groups(), positions);
    }

    at::Tensor timesProbe(const at::Tensor& probe) const
    {
        const int64_t columns = columnsOf(shape);
        const at::Tensor signs = probe.narrow(0, firstGroup() * columns, groups() * columns);
        if (groups() == 1) {
            return at::mv(rows, signs);
        }
        return at::bmm(rows.view({groups(), count / groups(), columns}), signs.view({groups(), columns, 1})).view({count});
    }
};

}  // namespace

int64_t chunkRows(const ConvolutionShape& shape, int64_t positions, int64_t first)
{
    const int64_t columns = columnsOf(shape);
    const int64_t rowsPerGroup = shape.out / shape.groups;
    const int64_t most = std::max<int64_t>(1, std::min(chunkValues / columns, chunkProducts / (columns * positions)));
    if (most >= rowsPerGroup) {
        return std::min(most / rowsPerGroup * rowsPerGroup, shape.out - first);
    }
    return std::min(most, rowsPerGroup - first % rowsPerGroup);
}

at::Tensor StreamingExecutor::convolution(const network::Convolution& layer, const at::Tensor& input)
{
    const ConvolutionShape& shape = layer.shape();
    const int64_t height = outputSize(shape, input.size(2));
    const int64_t width = outputSize(shape, input.size(3));
    at::Tensor output = at::empty({1, shape.out, height, width});
    at::Tensor probe = at::empty({shape.out});
    Weights::Rows weight = m_weights.rows(layer, "weight");
    for (int64_t first = 0; first < shape.out;) {
        const int64_t count = chunkRows(shape, height * width, first);
        const Chunk chunk{shape, first, count, weight.next(count)};
        output.narrow(1, first, count).copy_(chunk.timesInput(input, height * width));
        probe.narrow(0, first, count).copy_(chunk.timesProbe(m_probe));
        first += count;
    }
    if (shape.bias) {
        output.add_(m_weights.whole(layer, "bias").view({1, shape.out, 1, 1}));
    }
    return met(layer, std::move(output), std::move(probe));
}

at::Tensor StreamingExecutor::batchNorm(const network::BatchNorm& layer, const at::Tensor& input)
{
    const at::Tensor weight = m_weights.whole(layer, "weight");
    const at::Tensor bias = m_weights.whole(layer, "bias");
    const at::Tensor mean = m_weights.whole(layer, "running_mean");
    const at::Tensor variance = m_weights.whole(layer, "running_var");
    return met(layer, at::batch_norm(input, weight, bias, mean, variance, false, 0.0, network::BatchNorm::epsilon, false));
}

at::Tensor StreamingExecutor::linear(const network::Linear& layer, const at::Tensor& input)
{
    const at::Tensor vector = input.reshape({-1});
    const int64_t out = layer.tensors().front().shape.front();
    const ConvolutionShape shape{.in = vector.numel(), .out = out};
    at::Tensor output = at::empty({out});
    at::Tensor probe = at::empty({out});
    Weights::Rows weight = m_weights.rows(layer, "weight");
    for (int64_t first = 0; first < out;) {
        const int64_t count = chunkRows(shape, 1, first);
        const at::Tensor rows = weight.next(count);
        output.narrow(0, first, count).copy_(at::mv(rows, vector));
        probe.narrow(0, first, count).copy_(at::mv(rows, m_probe.narrow(0, 0, shape.in)));
        first += count;
    }
    output.add_(m_weights.whole(layer, "bias"));
    return met(layer, output.view({1, out}), std::move(probe));
}

at::Tensor StreamingExecutor::met(const network::Leaf& leaf, at::Tensor output, at::Tensor probe)
{
    m_lockstep.meet(m_side, {&leaf, 0, output, std::move(probe)});
    return output;
}

at::Tensor probeFor(const network::Network& network)
{
    int64_t columns = 0;
    for (const network::Leaf* leaf : network.leaves()) {
        const std::vector<int64_t> shape = leaf->tensors().front().shape;
        if (const auto* convolution = dynamic_cast<const network::Convolution*>(leaf)) {
            columns = std::max(columns, columnsOf(convolution->shape()) * convolution->shape().groups);
        } else if (leaf->kind() == network::Kind::Linear) {
            columns = std::max(columns, shape.back());
        }
    }
    at::Tensor signs = at::empty({columns});
    std::mt19937_64 bits;  // of its default seed, the same everywhere
    for (int64_t column = 0; column < columns; ++column) {
        signs.data_ptr<float>()[column] = (bits() & 1) == 0 ? 1.0F : -1.0F;
    }
    return signs;
}

}  // namespace wb::parity
