#include "app/torch/network/layer.h"

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/sigmoid.h>

#include <array>

namespace wb::network {

namespace {

at::Tensor metaTensor(at::IntArrayRef shape, at::ScalarType type = at::kFloat)
{
    return at::empty(shape, at::TensorOptions().device(at::kMeta).dtype(type));
}

// As LibTorch names the parameters of nn modules without gradient.
void registerWeight(::torch::nn::Module& module, const char* name, at::IntArrayRef shape)
{
    module.register_parameter(name, metaTensor(shape), false);
}

at::Tensor runAll(const std::vector<LayerPtr>& layers, at::Tensor value, Executor& executor)
{
    for (const LayerPtr& layer : layers) {
        value = layer->forward(value, executor);
    }
    return value;
}

}  // namespace

std::string_view kindName(Kind kind) noexcept
{
    constexpr std::array<std::string_view, 5> names{"1×1 convolution", "3×3 convolution", "convolution with bias", "batch norm", "linear layer"};
    return names[static_cast<size_t>(kind)];
}

std::vector<Leaf::NamedShape> Leaf::tensors() const
{
    std::vector<NamedShape> list;
    for (const auto& parameter : named_parameters(false)) {
        list.push_back({parameter.key(), parameter.value().sizes().vec()});
    }
    for (const auto& buffer : named_buffers(false)) {
        list.push_back({buffer.key(), buffer.value().sizes().vec()});
    }
    return list;
}

std::string Leaf::keyOf(std::string_view tensor) const
{
    return (m_path + ".").append(tensor);
}

void nameLeaves(Layer& root)
{
    for (const auto& module : root.named_modules(std::string(), false)) {
        if (auto* leaf = module.value()->as<Leaf>()) {
            leaf->m_path = module.key();
        }
    }
}

Convolution::Convolution(const ConvolutionShape& shape) : m_shape(shape)
{
    registerWeight(*this, "weight", {shape.out, shape.in / shape.groups, shape.kernel, shape.kernel});
    if (shape.bias) {
        registerWeight(*this, "bias", {shape.out});
    }
}

Kind Convolution::kind() const noexcept
{
    if (m_shape.bias) {
        return Kind::BiasedConvolution;
    }
    return m_shape.kernel == 1 ? Kind::Convolution1x1 : Kind::Convolution3x3;
}

BatchNorm::BatchNorm(int64_t channels)
{
    registerWeight(*this, "weight", {channels});
    registerWeight(*this, "bias", {channels});
    register_buffer("running_mean", metaTensor({channels}));
    register_buffer("running_var", metaTensor({channels}));
    register_buffer("num_batches_tracked", metaTensor({}, at::kLong));
}

Linear::Linear(int64_t in, int64_t out)
{
    registerWeight(*this, "weight", {out, in});
    registerWeight(*this, "bias", {out});
}

at::Tensor Relu::forward(const at::Tensor& input, Executor&)
{
    return input.relu_();
}

at::Tensor Sigmoid::forward(const at::Tensor& input, Executor&)
{
    return input.sigmoid_();
}

at::Tensor AveragePool::forward(const at::Tensor& input, Executor&)
{
    return at::adaptive_avg_pool2d(input, {1, 1});
}

Sequence::Sequence(std::vector<NamedLayer> children)
{
    for (const NamedLayer& child : children) {
        add(child.first, child.second);
    }
}

Sequence::Sequence(std::vector<LayerPtr> children)
{
    for (const LayerPtr& child : children) {
        add(std::to_string(m_children.size()), child);
    }
}

void Sequence::add(const std::string& name, const LayerPtr& child)
{
    m_children.push_back(register_module(name, child));
}

at::Tensor Sequence::forward(const at::Tensor& input, Executor& executor)
{
    return runAll(m_children, input, executor);
}

at::Tensor Gate::forward(const at::Tensor& input, Executor& executor)
{
    const at::Tensor means = at::adaptive_avg_pool2d(input, {1, 1});
    return input.mul_(Sequence::forward(means, executor));
}

void Residual::addToTransform(const std::string& name, const LayerPtr& child)
{
    m_transform.push_back(register_module(name, child));
}

void Residual::addToShortcut(const std::string& name, const LayerPtr& child)
{
    m_shortcut.push_back(register_module(name, child));
}

at::Tensor Residual::forward(const at::Tensor& input, Executor& executor)
{
    at::Tensor beside = input;
    if (m_first == First::Shortcut) {
        beside = runAll(m_shortcut, input, executor);
    }
    const at::Tensor transformed = runAll(m_transform, input, executor);
    if (m_first == First::Transform) {
        beside = runAll(m_shortcut, input, executor);
    }
    return transformed.add_(beside).relu_();
}

}  // namespace wb::network
