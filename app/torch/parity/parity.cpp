#include "app/torch/parity/parity.h"

#include "app/torch/parity/comparison.h"
#include "app/torch/parity/distance.h"
#include "app/torch/parity/streaming_executor.h"
#include "app/torch/parity/tolerance.h"

#include "core/base/error.h"
#include "core/io/folder.h"

#include <ATen/Parallel.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/topk.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>

#include <algorithm>
#include <exception>
#include <thread>

namespace wb::parity {

namespace {

constexpr int64_t topClasses = 5;

// Names of the outputs that transformers gives, by the step that computes each.
std::vector<std::pair<size_t, std::string>> outputNames(const network::Network& network)
{
    std::vector<std::pair<size_t, std::string>> names;
    for (const size_t step : network.hiddenStates) {
        names.emplace_back(step, "hidden_state." + std::to_string(names.size()));
    }
    const size_t last = network.steps.size() - 1;
    names.emplace_back(last, network.steps[last].name == "classifier" ? "logits" : "pooler_output");
    return names;
}

std::vector<std::string> stepNames(const network::Network& network)
{
    std::vector<std::string> names;
    for (const network::Step& step : network.steps) {
        names.push_back(step.name);
    }
    return names;
}

// Debian's LibTorch computes matrix products in OpenBLAS, which has a thread count of its own. Other BLAS follow at::set_num_threads.
void setBlasThreads(int threads)
{
    using SetThreads = void (*)(int);
    if (auto* set = reinterpret_cast<SetThreads>(::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
        set(threads);
    }
}

int threadsOfASide()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency() / 2));
}

// Bytes that the activations of both sides take at most: a few tensors of the layer that has the most channels for its size. A stage begins with a
// 1×1 convolution to its own channels at the size of the stage before.
uint64_t activationBytes(const network::Network& network, const at::Tensor& pixels)
{
    constexpr uint64_t tensorsAtOnce = 5;
    auto positions = static_cast<uint64_t>(pixels.size(2) * pixels.size(3));
    uint64_t most = 0;
    for (const network::Leaf* leaf : network.leaves()) {
        const auto* convolution = dynamic_cast<const network::Convolution*>(leaf);
        if (convolution == nullptr || convolution->shape().kernel != 3 || convolution->shape().stride != 2) {
            continue;
        }
        const bool isStem = most == 0;
        most = std::max(most, (isStem ? positions / 4 : positions) * static_cast<uint64_t>(convolution->shape().out));
        positions = (positions + 3) / 4;
    }
    return most * sizeof(float) * tensorsAtOnce * 2;
}

void requireMemory(const ParityRun& run)
{
    constexpr uint64_t weightBuffers = 100 << 20;
    const uint64_t needed = activationBytes(run.result.network, run.pixels) + weightBuffers;
    const uint64_t available = io::availableMemory();
    if (needed > available) {
        throw Error(ErrorCode::NotEnoughMemory).with("needed", needed).with("free", available);
    }
}

class Runner {
public:
    Runner(const ParityRun& run, JobContext& job)
        : m_run(run), m_job(job), m_sourceWeights(*run.source.index, run.source.numbers, job),
          m_resultWeights(*run.result.index, run.result.numbers, job), m_probe(probeFor(run.result.network)),
          m_tolerance(toleranceFor(run.result.network, run.source.dtype, run.result.dtype, run.tolerance)),
          m_comparison(stepNames(run.result.network), outputNames(run.result.network), m_tolerance.value),
          m_lockstep([this](const Visit& source, const Visit& result) { compare(source, result); })
    {}

    ParityResult result()
    {
        m_job.progress.begin(Stage::Parity, m_sourceWeights.bytesOf(m_run.source.network) + m_resultWeights.bytesOf(m_run.result.network));
        m_job.progress.item(m_comparison.layerAtHand());
        runBoth();
        m_sourceWeights.requireUnchanged();
        m_resultWeights.requireUnchanged();
        return {report(), std::move(m_outputs)};
    }

private:
    void runBoth()
    {
        setBlasThreads(threadsOfASide());
        std::exception_ptr failure;
        std::thread other([&] { failure = runSide(Side::Source); });
        const std::exception_ptr mine = runSide(Side::Result);
        other.join();
        if (failure == nullptr) {
            failure = mine;
        }
        if (failure != nullptr) {
            std::rethrow_exception(failure);
        }
    }

    // What went wrong on this side; null where it came to its end, or stopped because of the other side or of the comparison.
    std::exception_ptr runSide(Side side) noexcept
    {
        std::exception_ptr failure;
        try {
            forward(side);
        } catch (const Lockstep::Ended&) {
        } catch (const Comparison::Stop&) {
        } catch (...) {
            failure = std::current_exception();
        }
        m_lockstep.leave();
        return failure;
    }

    void forward(Side side)
    {
        const c10::InferenceMode inference;
        at::set_num_threads(threadsOfASide());
        const bool isSource = side == Side::Source;
        StreamingExecutor executor(isSource ? m_sourceWeights : m_resultWeights, m_probe, m_lockstep, side);
        const SideOfParity& own = isSource ? m_run.source : m_run.result;
        network::run(own.network, m_run.pixels, executor, [&](size_t step, const at::Tensor& output) {
            m_lockstep.meet(side, {nullptr, step, output, {}});
        });
    }

    // On either thread, while the other stands still.
    void compare(const Visit& source, const Visit& result)
    {
        m_comparison.visit(source, result);
        if (result.leaf != nullptr) {
            return;
        }
        const size_t last = m_run.result.network.steps.size() - 1;
        if (m_run.keepsOutputs && m_comparison.outputs().size() > m_outputs.size()) {
            m_outputs.push_back({m_comparison.outputs().back().name, result.output.clone()});
        }
        if (result.step == last) {
            m_sourceLast = source.output.clone();
            m_resultLast = result.output.clone();
        } else {
            m_job.progress.item(m_comparison.layerAtHand());
        }
    }

    verify::ParityReport report()
    {
        const c10::InferenceMode inference;
        verify::ParityReport report;
        report.size = static_cast<uint64_t>(m_run.pixels.size(2));
        report.dtype = tensor::dtypeName(m_tolerance.dtype);
        report.narrowed = m_tolerance.narrowed;
        report.tolerance = m_tolerance.value;
        report.sums = m_tolerance.longestSum;
        report.depth = m_tolerance.depth;
        report.toleranceGiven = m_tolerance.isGiven;
        report.layers = m_comparison.layers();
        report.outputs = m_comparison.outputs();
        findWorst(report);
        if (const auto& found = m_comparison.notFinite()) {
            report.notFinite = notFinite(*found);
        } else if (m_run.result.network.steps.back().name == "classifier") {
            report.top5 = bestClasses();
        }
        report.ok = !report.firstOver;
        return report;
    }

    static void findWorst(verify::ParityReport& report)
    {
        double worst = -1;
        for (const verify::LayerParity& layer : report.layers) {
            if (!report.firstOver && verify::isOver(layer, report.tolerance)) {
                report.firstOver = layer.name;
            }
            if (!layer.distance.maxRel || *layer.distance.maxRel > worst) {
                worst = layer.distance.maxRel.value_or(worst);
                report.worst = layer.name;
            }
        }
    }

    verify::NotFinite notFinite(const Comparison::NotFinite& found)
    {
        verify::NotFinite result;
        result.layer = m_comparison.layers().back().name;
        result.module = withoutModelName(found.result->path());
        result.inSource = found.inSource;
        result.inResult = found.inResult;
        result.key = (found.inResult ? m_resultWeights.firstNotFinite(*found.result) : m_sourceWeights.firstNotFinite(*found.source)).value_or("");
        return result;
    }

    std::vector<verify::TopClass> bestClasses() const
    {
        const auto top = [](const at::Tensor& logits) {
            const at::Tensor probabilities = logits.reshape({-1}).softmax(0);
            return at::topk(probabilities, std::min(topClasses, probabilities.numel()));
        };
        const auto [sourceValues, sourceNumbers] = top(m_sourceLast);
        const auto [values, numbers] = top(m_resultLast);
        std::vector<verify::TopClass> best;
        for (int64_t rank = 0; rank < numbers.numel(); ++rank) {
            verify::TopClass one;
            one.index = static_cast<uint64_t>(numbers[rank].item<int64_t>());
            const auto label = m_run.labels.find(one.index);
            one.label = label == m_run.labels.end() ? "LABEL_" + std::to_string(one.index) : label->second;
            one.probability = values[rank].item<double>();
            one.sourceIndex = static_cast<uint64_t>(sourceNumbers[rank].item<int64_t>());
            one.sourceProbability = sourceValues[rank].item<double>();
            best.push_back(std::move(one));
        }
        return best;
    }

    const ParityRun& m_run;
    JobContext& m_job;
    Weights m_sourceWeights;
    Weights m_resultWeights;
    at::Tensor m_probe;
    Tolerance m_tolerance;
    Comparison m_comparison;
    Lockstep m_lockstep;
    std::vector<Recorded> m_outputs;
    at::Tensor m_sourceLast;
    at::Tensor m_resultLast;
};

}  // namespace

ParityResult runParity(const ParityRun& run, JobContext& job)
{
    requireMemory(run);
    return Runner(run, job).result();
}

}  // namespace wb::parity
