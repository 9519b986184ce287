#include "core/inspect/compare.h"

#include "core/inspect/tensor_values.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace wb::inspect {

namespace {

using KeyIndex = std::unordered_map<std::string_view, uint32_t>;

KeyIndex indexOf(const tensor::TensorIndex& index)
{
    KeyIndex keys;
    keys.reserve(index.tensors.size());
    for (uint32_t i = 0; i < index.tensors.size(); ++i) {
        keys.emplace(index.tensors[i].key, i);
    }
    return keys;
}

// `fellowOf`: key in the second of the first's tensor, empty for none.
template <typename FellowOf> std::vector<TensorPair> makePairs(const tensor::TensorIndex& first, const tensor::TensorIndex& second, FellowOf fellowOf)
{
    const KeyIndex keys = indexOf(second);
    std::vector<bool> taken(second.tensors.size());
    std::vector<TensorPair> pairs;
    pairs.reserve(first.tensors.size());
    for (uint32_t i = 0; i < first.tensors.size(); ++i) {
        const auto found = keys.find(fellowOf(first.tensors[i]));
        const bool isFree = found != keys.end() && !taken[found->second];
        pairs.push_back({i, isFree ? std::optional(found->second) : std::nullopt});
        if (isFree) {
            taken[found->second] = true;
        }
    }
    for (uint32_t i = 0; i < second.tensors.size(); ++i) {
        if (!taken[i]) {
            pairs.push_back({std::nullopt, i});
        }
    }
    return pairs;
}

class Comparer {
public:
    Comparer(const tensor::TensorIndex& first, checkpoint::SourceOpener firstOpener, const tensor::TensorIndex& second,
             checkpoint::SourceOpener secondOpener, JobContext& job)
        : m_first(first), m_second(second), m_firstFiles(first, std::move(firstOpener)), m_secondFiles(second, std::move(secondOpener)), m_job(job)
    {}

    // 0 where nothing has to be read.
    uint64_t bytesOf(const TensorPair& pair) const
    {
        if (!isReadable(pair)) {
            return 0;
        }
        return m_first.tensors[*pair.first].bytes() + m_second.tensors[*pair.second].bytes();
    }

    ComparedPair compare(const TensorPair& pair)
    {
        if (!pair.first || !pair.second) {
            return {pair, pair.first ? PairStatus::OnlyFirst : PairStatus::OnlySecond, {}};
        }
        const tensor::TensorInfo& a = m_first.tensors[*pair.first];
        const tensor::TensorInfo& b = m_second.tensors[*pair.second];
        if (a.shape != b.shape) {
            return {pair, PairStatus::ShapeDiffers, {}};
        }
        m_job.progress.item(a.key);
        ComparedPair compared{pair, a.dtype == b.dtype ? PairStatus::Equal : PairStatus::TypeDiffers, {}};
        if (isReadable(pair)) {
            compared.difference = tensorDifference({m_firstFiles, m_first, a}, {m_secondFiles, m_second, b}, m_job);
            if (a.dtype == b.dtype && !compared.difference->isEqual()) {
                compared.status = PairStatus::ValuesDiffer;
            }
        }
        return compared;
    }

    void requireUnchanged() const
    {
        m_firstFiles.requireUnchanged();
        m_secondFiles.requireUnchanged();
    }

private:
    bool isReadable(const TensorPair& pair) const
    {
        if (!pair.first || !pair.second) {
            return false;
        }
        const tensor::TensorInfo& a = m_first.tensors[*pair.first];
        const tensor::TensorInfo& b = m_second.tensors[*pair.second];
        return a.shape == b.shape && (a.dtype == b.dtype || (hasNumbers(a.dtype) && hasNumbers(b.dtype)));
    }

    const tensor::TensorIndex& m_first;
    const tensor::TensorIndex& m_second;
    checkpoint::SourceFiles m_firstFiles;
    checkpoint::SourceFiles m_secondFiles;
    JobContext& m_job;
};

}  // namespace

std::string_view pairStatusName(PairStatus status) noexcept
{
    constexpr std::array<std::string_view, pairStatuses.size()> names{"equal", "values", "shape", "type", "only-first", "only-second"};
    return names[static_cast<size_t>(status)];
}

uint64_t Comparison::count(PairStatus status) const noexcept
{
    return static_cast<uint64_t>(std::count_if(pairs.begin(), pairs.end(), [status](const ComparedPair& pair) { return pair.status == status; }));
}

std::vector<TensorPair> pairByKey(const tensor::TensorIndex& first, const tensor::TensorIndex& second)
{
    return makePairs(first, second, [](const tensor::TensorInfo& tensor) { return std::string_view(tensor.key); });
}

std::vector<TensorPair> pairByMap(const tensor::TensorIndex& first, const tensor::TensorIndex& second,
                                  const std::vector<std::pair<std::string, std::string>>& map)
{
    std::unordered_map<std::string_view, std::string_view> fellows;
    fellows.reserve(map.size());
    for (const auto& [from, to] : map) {
        fellows.emplace(from, to);
    }
    return makePairs(first, second, [&](const tensor::TensorInfo& tensor) {
        const auto found = fellows.find(tensor.key);
        return found != fellows.end() ? found->second : std::string_view();
    });
}

Comparison comparePairs(const tensor::TensorIndex& first, const tensor::TensorIndex& second, const std::vector<TensorPair>& pairs, JobContext& job,
                        checkpoint::SourceOpener firstOpener, checkpoint::SourceOpener secondOpener)
{
    Comparer comparer(first, std::move(firstOpener), second, std::move(secondOpener), job);
    uint64_t bytes = 0;
    for (const TensorPair& pair : pairs) {
        bytes += comparer.bytesOf(pair);
    }
    job.progress.begin(Stage::Compare, bytes);
    Comparison comparison;
    comparison.pairs.reserve(pairs.size());
    for (const TensorPair& pair : pairs) {
        job.cancel.throwIfCancelled();
        comparison.pairs.push_back(comparer.compare(pair));
    }
    comparer.requireUnchanged();
    return comparison;
}

}  // namespace wb::inspect
