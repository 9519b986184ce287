#include "app/torch/trace/call_trace.h"

#include "core/base/error.h"
#include "core/tensor/tensor_index.h"

#include <ATen/ops/batch_norm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace wb::trace {

namespace {

constexpr int64_t pictureSize = 32;

// Every weight is one divided by how many are summed, so that the numbers stay small.
class TracingExecutor final : public network::Executor {
public:
    at::Tensor convolution(const network::Convolution& layer, const at::Tensor& input) override
    {
        note(layer);
        const network::ConvolutionShape& shape = layer.shape();
        const int64_t columns = shape.in / shape.groups * shape.kernel * shape.kernel;
        const at::Tensor weight = at::ones({shape.out, shape.in / shape.groups, shape.kernel, shape.kernel}).div_(columns);
        return at::conv2d(input, weight, {}, shape.stride, shape.kernel / 2, 1, shape.groups);
    }
    at::Tensor batchNorm(const network::BatchNorm& layer, const at::Tensor& input) override
    {
        note(layer);
        const at::Tensor ones = at::ones({layer.tensors().front().shape.front()});
        const at::Tensor zeros = at::zeros_like(ones);
        return at::batch_norm(input, ones, zeros, zeros, ones, false, 0.0, network::BatchNorm::epsilon, false);
    }
    at::Tensor linear(const network::Linear& layer, const at::Tensor& input) override
    {
        note(layer);
        return at::linear(input.flatten(1), at::ones(layer.tensors().front().shape));
    }

    std::vector<Call> take() { return std::move(m_calls); }

private:
    void note(const network::Leaf& leaf) { m_calls.push_back({leaf.kind(), leaf.path(), leaf.tensors()}); }

    std::vector<Call> m_calls;
};

Error pairError(const std::string& source, const std::string& destination, std::string_view problem)
{
    return Error(ErrorCode::TracePair).with("source", source).with("destination", destination).with("problem", problem);
}

std::string tensorsText(const Call& call)
{
    std::string text;
    for (const network::Leaf::NamedShape& tensor : call.tensors) {
        text += (text.empty() ? "" : ", ") + tensor.name + " " + tensor::shapeText({tensor.shape.begin(), tensor.shape.end()});
    }
    return text;
}

bool haveSameTensors(const Call& a, const Call& b)
{
    return std::equal(a.tensors.begin(), a.tensors.end(), b.tensors.begin(), b.tensors.end(),
                      [](const auto& one, const auto& other) { return one.name == other.name && one.shape == other.shape; });
}

void requirePair(const Call& source, const Call& destination)
{
    if (source.kind != destination.kind) {
        throw pairError(source.path, destination.path, "kind")
            .with("expected", network::kindName(destination.kind))
            .with("found", network::kindName(source.kind));
    }
    if (!haveSameTensors(source, destination)) {
        throw pairError(source.path, destination.path, "shape").with("expected", tensorsText(destination)).with("found", tensorsText(source));
    }
}

// Every tensor of a trace, without its partner.
std::vector<KeyPair> tensorsOf(const std::vector<Call>& calls)
{
    std::vector<KeyPair> list;
    for (uint64_t number = 0; number < calls.size(); ++number) {
        for (const network::Leaf::NamedShape& tensor : calls[number].tensors) {
            list.push_back({calls[number].path + "." + tensor.name, {}, calls[number].kind, number + 1});
        }
    }
    return list;
}

}  // namespace

std::vector<Call> traceCalls(const network::Network& network, const mapping::Architecture& architecture)
{
    const c10::InferenceMode inference;
    TracingExecutor executor;
    const at::Tensor picture = at::ones({1, static_cast<int64_t>(architecture.channels), pictureSize, pictureSize});
    network::run(network, picture, executor, [](size_t, const at::Tensor&) {});
    return executor.take();
}

mapping::Architecture tracingArchitecture(const mapping::Architecture& architecture)
{
    // The squeezed widths are 6, 10, 14 … and the channels of a group 8: none is also a width.
    constexpr uint64_t stem = 24;
    constexpr uint64_t firstStage = 40;
    constexpr uint64_t step = 16;
    mapping::Architecture small = architecture;
    small.embeddingSize = stem;
    small.groupsWidth = 8;
    for (size_t stage = 0; stage < small.hiddenSizes.size(); ++stage) {
        small.hiddenSizes[stage] = firstStage + step * stage;
    }
    return small;
}

std::vector<KeyPair> pairCalls(const std::vector<Call>& source, const std::vector<Call>& destination)
{
    const size_t shorter = std::min(source.size(), destination.size());
    for (size_t number = 0; number < shorter; ++number) {
        requirePair(source[number], destination[number]);
    }
    if (source.size() != destination.size()) {
        const auto next = [&](const std::vector<Call>& calls) { return shorter < calls.size() ? calls[shorter].path : std::string("(none)"); };
        throw pairError(next(source), next(destination), "count").with("expected", destination.size()).with("found", source.size());
    }
    return zipTensors(source, destination);
}

std::vector<KeyPair> zipTensors(const std::vector<Call>& source, const std::vector<Call>& destination)
{
    std::vector<KeyPair> pairs = tensorsOf(source);
    const std::vector<KeyPair> partners = tensorsOf(destination);
    pairs.resize(std::min(pairs.size(), partners.size()));
    for (size_t number = 0; number < pairs.size(); ++number) {
        pairs[number].destination = partners[number].source;
    }
    return pairs;
}

}  // namespace wb::trace
