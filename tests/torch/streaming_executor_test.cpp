#include "app/torch/parity/recorded.h"
#include "app/torch/parity/streaming_executor.h"

#include "core/io/byte_source.h"
#include "core/safetensors/reader.h"

#include <ATen/ops/allclose.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/mv.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <thread>

using namespace wb;
using network::ConvolutionShape;

// One layer computed from a file in chunks, beside LibTorch's own operator on whole tensors.
class StreamingExecutorTest : public QObject {
    Q_OBJECT

private:
    struct Computed {
        at::Tensor output;
        at::Tensor probe;
    };

    QTemporaryDir m_folder;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};

    // Runs a layer named "layer" whose tensors are the ones recorded.
    template <typename Layer> Computed run(const std::shared_ptr<Layer>& layer, const std::vector<parity::Recorded>& tensors, const at::Tensor& input)
    {
        const std::string path = m_folder.filePath("layer.safetensors").toStdString();
        std::vector<parity::Recorded> all = tensors;
        all.push_back({parity::inputName, input});
        parity::writeRecorded(path, all, m_job);
        const tensor::TensorIndex index = safetensors::readSafetensors(*io::openFile(path), m_job);
        parity::TensorNumbers numbers;
        for (uint32_t number = 0; number < index.tensors.size(); ++number) {
            numbers.emplace(index.tensors[number].key, number);
        }
        network::Network network;
        network.root->add("layer", layer);
        nameLeaves(*network.root);
        parity::Weights weights(index, numbers, m_job);
        Computed computed;
        parity::Lockstep lockstep([&](const parity::Visit& source, const parity::Visit& result) {
            QVERIFY(at::equal(source.output, result.output));
            computed.probe = source.probe;
        });
        const at::Tensor probe = parity::probeFor(network);
        std::thread other([&] {
            parity::Weights otherWeights(index, numbers, m_job);
            parity::StreamingExecutor executor(otherWeights, probe, lockstep, parity::Side::Result);
            layer->forward(input, executor);
            lockstep.leave();
        });
        parity::StreamingExecutor executor(weights, probe, lockstep, parity::Side::Source);
        computed.output = layer->forward(input, executor);
        lockstep.leave();
        other.join();
        m_probe = probe;
        return computed;
    }
    at::Tensor m_probe;

private slots:
    void convolutionEqualsTheOperator_data();
    void convolutionEqualsTheOperator();
    void batchNormEqualsTheOperator();
    void linearEqualsTheOperator();
    void probeIsTheProductOfEveryRow();
    void chunksCoverEveryRowOnceAndKeepToGroups();
    void chunksAreBounded();
    void cancelStopsTheReading();
};

void StreamingExecutorTest::convolutionEqualsTheOperator_data()
{
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("groups");
    QTest::addColumn<bool>("bias");
    QTest::addColumn<int>("size");
    QTest::newRow("1x1") << 24 << 40 << 1 << 1 << 1 << false << 4;
    QTest::newRow("1x1 with many positions") << 24 << 40 << 1 << 1 << 1 << false << 16;
    QTest::newRow("1x1 with stride") << 24 << 40 << 1 << 2 << 1 << false << 17;
    QTest::newRow("with bias") << 24 << 6 << 1 << 1 << 1 << true << 1;
    QTest::newRow("3x3") << 3 << 32 << 3 << 2 << 1 << false << 31;
    QTest::newRow("3x3 in groups") << 40 << 40 << 3 << 1 << 5 << false << 7;
    QTest::newRow("1x1 in several chunks") << 1500 << 3001 << 1 << 1 << 1 << false << 2;
    QTest::newRow("groups in several chunks") << 1200 << 1200 << 3 << 2 << 3 << false << 4;
    QTest::newRow("a group in several chunks") << 640 << 640 << 3 << 1 << 1 << false << 3;
    QTest::newRow("one position") << 40 << 40 << 3 << 2 << 5 << false << 1;
}

void StreamingExecutorTest::convolutionEqualsTheOperator()
{
    QFETCH(int, in);
    QFETCH(int, out);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    QFETCH(int, groups);
    QFETCH(bool, bias);
    QFETCH(int, size);
    const at::Tensor weight = at::randn({out, in / groups, kernel, kernel});
    const at::Tensor offset = at::randn({out});
    const at::Tensor input = at::randn({1, in, size, size});
    std::vector<parity::Recorded> tensors{{"layer.weight", weight}};
    if (bias) {
        tensors.push_back({"layer.bias", offset});
    }
    const ConvolutionShape shape{.in = in, .out = out, .kernel = kernel, .stride = stride, .groups = groups, .bias = bias};
    const Computed computed = run(std::make_shared<network::Convolution>(shape), tensors, input);
    const at::Tensor wanted = at::conv2d(input, weight, bias ? offset : at::Tensor(), stride, kernel / 2, 1, groups);
    QCOMPARE(computed.output.sizes(), wanted.sizes());
    QVERIFY(at::allclose(computed.output, wanted, 1e-4, 1e-3));
}

void StreamingExecutorTest::batchNormEqualsTheOperator()
{
    const at::Tensor weight = at::randn({20});
    const at::Tensor bias = at::randn({20});
    const at::Tensor mean = at::randn({20});
    const at::Tensor variance = at::rand({20});
    const at::Tensor input = at::randn({1, 20, 5, 5});
    const Computed computed =
        run(std::make_shared<network::BatchNorm>(20),
            {{"layer.weight", weight}, {"layer.bias", bias}, {"layer.running_mean", mean}, {"layer.running_var", variance}}, input);
    const auto column = [](const at::Tensor& values) { return values.view({1, 20, 1, 1}); };
    const at::Tensor wanted = input.sub(column(mean)).div(column(variance).add(1e-5).sqrt()).mul(column(weight)).add(column(bias));
    QVERIFY(at::allclose(computed.output, wanted, 1e-4, 1e-5));
}

void StreamingExecutorTest::linearEqualsTheOperator()
{
    const at::Tensor weight = at::randn({1000, 2500});
    const at::Tensor bias = at::randn({1000});
    const at::Tensor input = at::randn({1, 2500, 1, 1});
    const Computed computed = run(std::make_shared<network::Linear>(2500, 1000), {{"layer.weight", weight}, {"layer.bias", bias}}, input);
    QVERIFY(at::allclose(computed.output, at::linear(input.flatten(1), weight, bias), 1e-4, 1e-3));
    QVERIFY(at::allclose(computed.probe, at::mv(weight, m_probe), 1e-4, 1e-3));
}

void StreamingExecutorTest::probeIsTheProductOfEveryRow()
{
    const at::Tensor weight = at::randn({1200, 400, 3, 3});
    const ConvolutionShape shape{.in = 1200, .out = 1200, .kernel = 3, .stride = 1, .groups = 3};
    // The picture is black: only the probe tells.
    const at::Tensor input = at::randn({1, 1200, 2, 2}).mul_(0);
    const Computed computed = run(std::make_shared<network::Convolution>(shape), {{"layer.weight", weight}}, input);
    QCOMPARE(m_probe.numel(), int64_t{1200 * 9});
    QVERIFY(at::equal(m_probe.abs(), at::ones({1200 * 9})));
    for (int64_t group = 0; group < 3; ++group) {
        const at::Tensor rows = weight.narrow(0, group * 400, 400).reshape({400, 3600});
        const at::Tensor wanted = at::mv(rows, m_probe.narrow(0, group * 3600, 3600));
        QVERIFY(at::allclose(computed.probe.narrow(0, group * 400, 400), wanted, 1e-4, 1e-3));
    }
}

void StreamingExecutorTest::chunksCoverEveryRowOnceAndKeepToGroups()
{
    const bool holds = rc::check([] {
        const auto groups = *rc::gen::inRange<int64_t>(1, 60);
        const auto perGroup = *rc::gen::inRange<int64_t>(1, 3000);
        const auto channels = *rc::gen::inRange<int64_t>(1, 12000);
        const int64_t kernel = *rc::gen::element(1, 3);
        const auto positions = *rc::gen::inRange<int64_t>(1, 150'000);
        const ConvolutionShape shape{.in = channels * groups, .out = perGroup * groups, .kernel = kernel, .stride = 1, .groups = groups};
        int64_t first = 0;
        while (first < shape.out) {
            const int64_t count = parity::chunkRows(shape, positions, first);
            RC_ASSERT(count >= 1);
            const bool isWholeGroups = count % perGroup == 0 && first % perGroup == 0;
            const bool isInOneGroup = first / perGroup == (first + count - 1) / perGroup;
            RC_ASSERT(isWholeGroups || isInOneGroup);
            first += count;
        }
        RC_ASSERT(first == shape.out);
    });
    QVERIFY(holds);
}

// The 10B model's largest: 28280 x 28280, and 1010 x 9090 in each of 28 groups.
void StreamingExecutorTest::chunksAreBounded()
{
    const ConvolutionShape widest{.in = 28280, .out = 28280};
    QVERIFY(parity::chunkRows(widest, 4, 0) * 28280 * 4 <= 8 << 20);
    const ConvolutionShape grouped{.in = 28280, .out = 28280, .kernel = 3, .stride = 1, .groups = 28};
    QVERIFY(parity::chunkRows(grouped, 4, 0) * 9090 * 4 <= 8 << 20);
    QVERIFY(parity::chunkRows(grouped, 96 * 96, 0) * 9090 * 96 * 96 <= 2'000'000'000);
}

void StreamingExecutorTest::cancelStopsTheReading()
{
    const std::string path = m_folder.filePath("cancel.safetensors").toStdString();
    parity::writeRecorded(path, {{parity::inputName, at::ones({1})}, {"layer.weight", at::ones({4, 4, 1, 1})}}, m_job);
    const tensor::TensorIndex index = safetensors::readSafetensors(*io::openFile(path), m_job);
    network::Network network;
    auto layer = std::make_shared<network::Convolution>(ConvolutionShape{.in = 4, .out = 4});
    network.root->add("layer", layer);
    nameLeaves(*network.root);
    parity::Weights weights(index, {{"layer.weight", index.tensors[0].key == "layer.weight" ? 0U : 1U}}, m_job);
    parity::Lockstep lockstep([](const parity::Visit&, const parity::Visit&) {});
    const at::Tensor probe = parity::probeFor(network);
    parity::StreamingExecutor executor(weights, probe, lockstep, parity::Side::Source);
    m_cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(layer->forward(at::ones({1, 4, 2, 2}), executor), Cancelled);
    m_cancel.reset();
}

QTEST_GUILESS_MAIN(StreamingExecutorTest)
#include "streaming_executor_test.moc"
