#include "core/inspect/tensor_statistics.h"

#include "core/base/error.h"
#include "core/inspect/tensor_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace wb::inspect {

namespace {

constexpr size_t blockElements = 4096;    // stay in the first cache
constexpr size_t readBytes = 1ULL << 20;  // whole values of every type
constexpr size_t lanes = 4;               // sums that do not wait for each other

struct BlockSums {
    double min = 0;
    double max = 0;
    double sum = 0;
    uint64_t zeros = 0;
};

// Of at least one value.
BlockSums sumsOf(std::span<const double> values) noexcept
{
    std::array<double, lanes> low{};
    std::array<double, lanes> high{};
    std::array<double, lanes> sum{};
    std::array<uint64_t, lanes> zeros{};
    low.fill(values[0]);
    high.fill(values[0]);
    const size_t whole = values.size() / lanes * lanes;
    for (size_t i = 0; i < whole; i += lanes) {
        for (size_t lane = 0; lane < lanes; ++lane) {
            const double value = values[i + lane];
            low[lane] = value < low[lane] ? value : low[lane];
            high[lane] = value > high[lane] ? value : high[lane];
            sum[lane] += value;
            zeros[lane] += value == 0.0 ? 1U : 0U;
        }
    }
    for (size_t i = whole; i < values.size(); ++i) {
        low[0] = std::min(low[0], values[i]);
        high[0] = std::max(high[0], values[i]);
        sum[0] += values[i];
        zeros[0] += values[i] == 0.0 ? 1U : 0U;
    }
    return {*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end()), (sum[0] + sum[1]) + (sum[2] + sum[3]),
            (zeros[0] + zeros[1]) + (zeros[2] + zeros[3])};
}

double squaresOf(std::span<const double> values, double mean) noexcept
{
    std::array<double, lanes> sum{};
    const size_t whole = values.size() / lanes * lanes;
    for (size_t i = 0; i < whole; i += lanes) {
        for (size_t lane = 0; lane < lanes; ++lane) {
            const double distance = values[i + lane] - mean;
            sum[lane] += distance * distance;
        }
    }
    for (size_t i = whole; i < values.size(); ++i) {
        sum[0] += (values[i] - mean) * (values[i] - mean);
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

bool allFinite(std::span<const double> values) noexcept
{
    double sum = 0;
    for (const double value : values) {
        sum += value * 0.0;  // NaN for what is not finite
    }
    return sum == 0.0;
}

}  // namespace

void StatisticsBuilder::add(std::span<const double> values)
{
    const size_t wanted = std::min(values.size(), shownValues - m_statistics.values.size());
    m_statistics.values.insert(m_statistics.values.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(wanted));
    while (!values.empty()) {
        const auto block = values.first(std::min(values.size(), blockElements));
        addBlock(block);
        values = values.subspan(block.size());
    }
}

void StatisticsBuilder::addBlock(std::span<const double> values)
{
    m_statistics.elements += values.size();
    addFinite(allFinite(values) ? values : finiteOf(values));
}

// Counts those that are not, and gives the rest.
std::span<const double> StatisticsBuilder::finiteOf(std::span<const double> values)
{
    m_kept.clear();
    for (const double value : values) {
        if (std::isnan(value)) {
            ++m_statistics.nan;
        } else if (std::isinf(value)) {
            ++(value > 0 ? m_statistics.positiveInfinity : m_statistics.negativeInfinity);
        } else {
            m_kept.push_back(value);
        }
    }
    return m_kept;
}

// Mean and squares of two parts make those of both: Chan, Golub, LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances"
// (1979), equation 2.1.
void StatisticsBuilder::addFinite(std::span<const double> values)
{
    if (values.empty()) {
        return;
    }
    const BlockSums sums = sumsOf(values);
    TensorStatistics& all = m_statistics;
    const bool isFirst = all.finite == 0;
    all.min = isFirst ? sums.min : std::min(all.min, sums.min);
    all.max = isFirst ? sums.max : std::max(all.max, sums.max);
    all.zeros += sums.zeros;
    const auto before = static_cast<double>(all.finite);
    const auto here = static_cast<double>(values.size());
    const double mean = sums.sum / here;
    const double distance = mean - all.mean;
    m_squares += squaresOf(values, mean) + distance * distance * before * here / (before + here);
    all.mean = isFirst ? mean : all.mean + distance * here / (before + here);
    all.finite += values.size();
    m_histogram.extend(sums.min, sums.max);
    m_histogram.add(values);
}

TensorStatistics StatisticsBuilder::take()
{
    if (m_statistics.finite > 0) {
        m_statistics.deviation = std::sqrt(m_squares / static_cast<double>(m_statistics.finite));
    }
    m_statistics.histogram = m_histogram.histogram();
    return std::move(m_statistics);
}

TensorStatistics tensorStatistics(const checkpoint::SourceFiles& files, const tensor::TensorIndex& index, const tensor::TensorInfo& tensor,
                                  JobContext& job)
{
    if (!hasNumbers(tensor.dtype)) {
        throw Error(ErrorCode::TensorDType).with("key", tensor.key).with("found", tensor::dtypeName(tensor.dtype)).with("problem", "values");
    }
    checkpoint::TensorReader reader(files, index, tensor);
    StatisticsBuilder builder;
    std::vector<std::byte> bytes(static_cast<size_t>(std::min<uint64_t>(readBytes, reader.remaining())));
    std::vector<double> values;
    while (reader.remaining() > 0) {
        job.cancel.throwIfCancelled();
        const auto part = std::span(bytes).first(static_cast<size_t>(std::min<uint64_t>(bytes.size(), reader.remaining())));
        reader.read(part);
        // A piece at a time, so that its doubles are still at hand when they are counted.
        const size_t pieceBytes = blockElements * static_cast<size_t>(tensor::itemSize(tensor.dtype));
        for (size_t at = 0; at < part.size(); at += pieceBytes) {
            decodeValues(tensor.dtype, part.subspan(at, std::min(pieceBytes, part.size() - at)), values);
            builder.add(values);
        }
        job.progress.advance(part.size());
    }
    return builder.take();
}

}  // namespace wb::inspect
