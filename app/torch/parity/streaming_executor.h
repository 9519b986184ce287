#pragma once

#include "app/torch/parity/lockstep.h"
#include "app/torch/parity/weights.h"

#include <cstdint>

namespace wb::parity {

// Runs a network whose weights are read as they are needed: a convolution's in chunks of rows (of whole groups, where several fit), so that no weight
// is ever whole in memory. Two runs with equal shapes take the same chunks and give the same bits. After each leaf it meets the other network.
//
// Beside the picture a probe goes through every weight matrix: one column of fixed signs, so that a weight counts even where the picture's
// activations are zero (Freivalds' check of a matrix product).
class StreamingExecutor final : public network::Executor {
public:
    // `probe`: at least as many signs as the widest weight matrix has columns, of all groups together. All outlive it.
    StreamingExecutor(Weights& weights, const at::Tensor& probe, Lockstep& lockstep, Side side)
        : m_weights(weights), m_probe(probe), m_lockstep(lockstep), m_side(side)
    {}

    at::Tensor convolution(const network::Convolution& layer, const at::Tensor& input) override;
    at::Tensor batchNorm(const network::BatchNorm& layer, const at::Tensor& input) override;
    at::Tensor linear(const network::Linear& layer, const at::Tensor& input) override;

private:
    at::Tensor met(const network::Leaf& leaf, at::Tensor output, at::Tensor probe = {});

    Weights& m_weights;
    const at::Tensor& m_probe;
    Lockstep& m_lockstep;
    Side m_side;
};

// The fixed signs for a network.
at::Tensor probeFor(const network::Network& network);

// Rows of a convolution's weight that are read and multiplied at once, from row `first` on.
int64_t chunkRows(const network::ConvolutionShape& shape, int64_t positions, int64_t first);

}  // namespace wb::parity
