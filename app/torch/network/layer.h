#pragma once

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

// Layers of a network as modules of LibTorch: registering them gives the names of the state dict, forward() the order of the calls. No layer holds
// weights: the tensors are on the meta device, for their names and shapes, and an Executor computes what needs them. So the one description of a
// network serves for tracing and for running a model of any size.
namespace wb::network {

class BatchNorm;
class Convolution;
class Linear;

// Computes the layers that have weights. Each call returns a new tensor; inputs are N × C × H × W, float32.
class Executor {
public:
    virtual ~Executor() = default;

    virtual at::Tensor convolution(const Convolution& layer, const at::Tensor& input) = 0;
    virtual at::Tensor batchNorm(const BatchNorm& layer, const at::Tensor& input) = 0;
    virtual at::Tensor linear(const Linear& layer, const at::Tensor& input) = 0;
};

class Layer : public ::torch::nn::Module {
public:
    virtual at::Tensor forward(const at::Tensor& input, Executor& executor) = 0;
};

using LayerPtr = std::shared_ptr<Layer>;
using NamedLayer = std::pair<std::string, LayerPtr>;

// What a leaf is made for; two leaves that stand for each other have the same.
enum class Kind { Convolution1x1, Convolution3x3, BiasedConvolution, BatchNorm, Linear };
std::string_view kindName(Kind kind) noexcept;  // "1×1 convolution"

// A layer with tensors of its own.
class Leaf : public Layer {
public:
    struct NamedShape {
        std::string name;  // "weight", "running_mean"
        std::vector<int64_t> shape;
    };

    virtual Kind kind() const noexcept = 0;
    // Its part of the state dict, in that order.
    std::vector<NamedShape> tensors() const;
    // Its place in the network that it was registered in, "encoder.stages.0.layers.1.shortcut.convolution"; empty before nameLeaves().
    const std::string& path() const noexcept { return m_path; }
    // "path.name"
    std::string keyOf(std::string_view tensor) const;

private:
    friend void nameLeaves(Layer& root);

    std::string m_path;
};

// Tells every leaf below `root` its path.
void nameLeaves(Layer& root);

struct ConvolutionShape {
    int64_t in = 0;
    int64_t out = 0;
    int64_t kernel = 1;  // 1 or 3; padded by kernel / 2
    int64_t stride = 1;
    int64_t groups = 1;
    bool bias = false;
};

class Convolution final : public Leaf {
public:
    explicit Convolution(const ConvolutionShape& shape);
    const ConvolutionShape& shape() const noexcept { return m_shape; }
    Kind kind() const noexcept override;
    at::Tensor forward(const at::Tensor& input, Executor& executor) override { return executor.convolution(*this, input); }

private:
    ConvolutionShape m_shape;
};

// Inference only: by the running statistics.
class BatchNorm final : public Leaf {
public:
    static constexpr double epsilon = 1e-5;  // ClassyVision, timm, torchvision and transformers agree on it

    explicit BatchNorm(int64_t channels);
    Kind kind() const noexcept override { return Kind::BatchNorm; }
    at::Tensor forward(const at::Tensor& input, Executor& executor) override { return executor.batchNorm(*this, input); }
};

// Flattens what comes in to N × in.
class Linear final : public Leaf {
public:
    Linear(int64_t in, int64_t out);
    Kind kind() const noexcept override { return Kind::Linear; }
    at::Tensor forward(const at::Tensor& input, Executor& executor) override { return executor.linear(*this, input); }
};

// In place: comes after a layer whose output nobody else has.
class Relu final : public Layer {
public:
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;
};

class Sigmoid final : public Layer {
public:
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;
};

// Mean of each channel: N × C × 1 × 1.
class AveragePool final : public Layer {
public:
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;
};

// Runs its children in the order in which they were given. Without names they are numbered.
class Sequence : public Layer {
public:
    explicit Sequence(std::vector<NamedLayer> children = {});
    explicit Sequence(std::vector<LayerPtr> children);
    void add(const std::string& name, const LayerPtr& child);
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;

private:
    std::vector<LayerPtr> m_children;
};

// Squeeze and excite (arXiv 1709.01507): the children turn each channel's mean into its factor.
class Gate final : public Sequence {
public:
    using Sequence::Sequence;
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;
};

// relu(transform(x) + shortcut(x)), x itself without a shortcut.
class Residual final : public Layer {
public:
    // Which of the two is called first. The result is the same, the order of a trace is not.
    enum class First { Transform, Shortcut };

    explicit Residual(First first = First::Transform) : m_first(first) {}
    void addToTransform(const std::string& name, const LayerPtr& child);
    void addToShortcut(const std::string& name, const LayerPtr& child);
    at::Tensor forward(const at::Tensor& input, Executor& executor) override;

private:
    First m_first;
    std::vector<LayerPtr> m_transform;
    std::vector<LayerPtr> m_shortcut;
};

}  // namespace wb::network
