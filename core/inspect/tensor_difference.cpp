#include "core/inspect/tensor_difference.h"

#include "core/base/error.h"
#include "core/inspect/tensor_values.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace wb::inspect {

namespace {

constexpr uint64_t stepElements = 64 << 10;
constexpr size_t countedElements = 4096;

// Two tensors being read in step.
class TensorPairReader {
public:
    TensorPairReader(const TensorAt& first, const TensorAt& second, JobContext& job)
        : m_job(job), m_elements(first.tensor.elements()), m_sides{Side(first), Side(second)}
    {
        if (second.tensor.elements() != m_elements) {
            throw Error(ErrorCode::Internal).with("problem", "pair-elements").with("key", first.tensor.key);
        }
    }

    bool hasOneType() const noexcept { return m_sides[0].dtype == m_sides[1].dtype; }
    tensor::DType dtype() const noexcept { return m_sides[0].dtype; }
    uint64_t position() const noexcept { return m_position; }  // of the step's first element

    // Reads the next step; false at the end.
    bool next()
    {
        m_position += m_count;
        m_count = std::min<uint64_t>(stepElements, m_elements - m_position);
        if (m_count == 0) {
            return false;
        }
        m_job.cancel.throwIfCancelled();
        for (Side& side : m_sides) {
            side.bytes.resize(static_cast<size_t>(m_count * tensor::itemSize(side.dtype)));
            side.reader.read(side.bytes);
            m_job.progress.advance(side.bytes.size());
        }
        return true;
    }

    size_t count() const noexcept { return static_cast<size_t>(m_count); }
    std::span<const std::byte> bytes(size_t side) const noexcept { return m_sides[side].bytes; }
    // Of elements [begin, begin + count) of the step.
    const std::vector<double>& values(size_t side, size_t begin, size_t count)
    {
        Side& one = m_sides[side];
        const auto item = static_cast<size_t>(tensor::itemSize(one.dtype));
        decodeValues(one.dtype, std::span<const std::byte>(one.bytes).subspan(begin * item, count * item), one.values);
        return one.values;
    }

private:
    struct Side {
        explicit Side(const TensorAt& at) : dtype(at.tensor.dtype), reader(at.files, at.index, at.tensor) {}

        tensor::DType dtype;
        checkpoint::TensorReader reader;
        std::vector<std::byte> bytes;
        std::vector<double> values;
    };

    JobContext& m_job;
    uint64_t m_elements;
    uint64_t m_position = 0;
    uint64_t m_count = 0;
    Side m_sides[2];
};

void noteChange(TensorDifference& difference, uint64_t element) noexcept
{
    ++difference.changed;
    if (!difference.firstChanged) {
        difference.firstChanged = element;
    }
}

void countNumbers(TensorDifference& difference, double a, double b) noexcept
{
    if (std::isfinite(a) && std::isfinite(b)) {
        difference.largest = std::max(difference.largest, std::fabs(a - b));
        difference.vanished += b == 0.0 && a != 0.0 ? 1U : 0U;
    } else {
        difference.overflowed += std::isfinite(a) && std::isinf(b) ? 1U : 0U;
    }
}

void addChangedBytes(TensorDifference& difference, const TensorPairReader& pair)
{
    const auto item = static_cast<size_t>(tensor::itemSize(pair.dtype()));
    const std::byte* const a = pair.bytes(0).data();
    const std::byte* const b = pair.bytes(1).data();
    for (size_t i = 0; i < pair.count(); ++i) {
        if (std::memcmp(a + i * item, b + i * item, item) != 0) {
            noteChange(difference, pair.position() + i);
        }
    }
}

void addNumbers(TensorDifference& difference, TensorPairReader& pair)
{
    for (size_t begin = 0; begin < pair.count(); begin += countedElements) {
        const size_t count = std::min(countedElements, pair.count() - begin);
        const std::vector<double>& first = pair.values(0, begin, count);
        const std::vector<double>& second = pair.values(1, begin, count);
        for (size_t i = 0; i < count; ++i) {
            const double a = first[i];
            const double b = second[i];
            if (a == b) {
                continue;
            }
            countNumbers(difference, a, b);
            if (!pair.hasOneType() && !(std::isnan(a) && std::isnan(b))) {
                noteChange(difference, pair.position() + begin + i);
            }
        }
    }
}

// Equal bytes, the usual case, are found as fast as memory is read.
void addStep(TensorDifference& difference, TensorPairReader& pair)
{
    difference.elements += pair.count();
    if (pair.hasOneType()) {
        if (std::memcmp(pair.bytes(0).data(), pair.bytes(1).data(), pair.bytes(0).size()) == 0) {
            return;
        }
        addChangedBytes(difference, pair);
        if (!hasNumbers(pair.dtype())) {
            return;
        }
    }
    addNumbers(difference, pair);
}

void addStatistics(StatisticsBuilder& builder, TensorPairReader& pair, size_t side)
{
    for (size_t begin = 0; begin < pair.count(); begin += countedElements) {
        builder.add(pair.values(side, begin, std::min(countedElements, pair.count() - begin)));
    }
}

}  // namespace

TensorDifference tensorDifference(const TensorAt& first, const TensorAt& second, JobContext& job)
{
    TensorPairReader pair(first, second, job);
    TensorDifference difference;
    while (pair.next()) {
        addStep(difference, pair);
    }
    return difference;
}

PairStatistics pairStatistics(const TensorAt& first, const TensorAt& second, JobContext& job)
{
    TensorPairReader pair(first, second, job);
    PairStatistics found;
    StatisticsBuilder builders[2];
    while (pair.next()) {
        addStep(found.difference, pair);
        addStatistics(builders[0], pair, 0);
        addStatistics(builders[1], pair, 1);
    }
    found.first = builders[0].take();
    found.second = builders[1].take();
    return found;
}

}  // namespace wb::inspect
