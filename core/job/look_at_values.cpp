#include "core/job/look_at_values.h"

#include "core/base/error.h"
#include "core/inspect/tensor_values.h"
#include "core/verify/model_folder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wb::job {

namespace {

using inspect::FoundValues;
using inspect::TensorAt;

// Index of the result's weights; empty where the folder is gone or is no longer what it was.
std::optional<tensor::TensorIndex> resultIndex(const std::string& folder, JobContext& job)
{
    if (folder.empty()) {
        return std::nullopt;
    }
    try {
        verify::ModelFolder model = verify::openModelFolder(folder, job);
        return model.weights.empty() ? std::nullopt : std::optional(std::move(model.weights.front().index));
    } catch (const Error&) {
        return std::nullopt;
    }
}

const tensor::TensorInfo* fellowIn(const tensor::TensorIndex& index, const std::string& key, const tensor::TensorInfo& source)
{
    const auto found = std::find_if(index.tensors.begin(), index.tensors.end(), [&](const tensor::TensorInfo& tensor) { return tensor.key == key; });
    return found != index.tensors.end() && found->elements() == source.elements() ? &*found : nullptr;
}

FoundValues read(const TensorAt& source, const TensorAt* result, JobContext& job)
{
    if (result == nullptr) {
        return {inspect::tensorStatistics(source.files, source.index, source.tensor, job), {}, {}};
    }
    inspect::PairStatistics pair = inspect::pairStatistics(source, *result, job);
    return {std::move(pair.first), std::move(pair.second), pair.difference};
}

std::optional<FoundValues> findOrRead(const TensorAt& source, const TensorAt* result, uint64_t mostBytes, inspect::StatisticsCache& cache,
                                      JobContext& job)
{
    const std::string key = inspect::cacheKey(source) + (result != nullptr ? '&' + inspect::cacheKey(*result) : std::string());
    if (auto found = cache.find(key)) {
        return found;
    }
    const uint64_t bytes = source.tensor.bytes() + (result != nullptr ? result->tensor.bytes() : 0);
    if (bytes > mostBytes) {
        return std::nullopt;
    }
    job.progress.begin(Stage::Inspect, bytes);
    FoundValues found = read(source, result, job);
    source.files.requireUnchanged();
    cache.keep(key, found);
    return found;
}

}  // namespace

std::optional<FoundValues> lookAtValues(const tensor::TensorIndex& source, const ValuesQuestion& question, uint64_t mostBytes,
                                        inspect::StatisticsCache& cache, JobContext& job)
{
    const checkpoint::SourceFiles files(source);
    const TensorAt at{files, source, source.tensors.at(question.tensor)};
    const std::optional<tensor::TensorIndex> result = resultIndex(question.folder, job);
    const tensor::TensorInfo* const fellow = result ? fellowIn(*result, question.destination, at.tensor) : nullptr;
    if (fellow == nullptr) {
        return findOrRead(at, nullptr, mostBytes, cache, job);
    }
    const checkpoint::SourceFiles resultFiles(*result);
    const TensorAt resultAt{resultFiles, *result, *fellow};
    return findOrRead(at, &resultAt, mostBytes, cache, job);
}

void lookAtAll(const tensor::TensorIndex& source, const std::vector<uint32_t>& tensors, bool cachedOnly, inspect::StatisticsCache& cache,
               JobContext& job, const TakeStatistics& found)
{
    const checkpoint::SourceFiles files(source);
    uint64_t bytes = 0;
    for (const uint32_t number : tensors) {
        bytes += source.tensors.at(number).bytes();
    }
    job.progress.begin(Stage::Inspect, bytes);
    for (const uint32_t number : tensors) {
        job.cancel.throwIfCancelled();
        const TensorAt at{files, source, source.tensors[number]};
        const std::string key = inspect::cacheKey(at);
        if (const auto known = cache.find(key)) {
            found(number, known->first);
            job.progress.advance(at.tensor.bytes());
        } else if (cachedOnly || !inspect::hasNumbers(at.tensor.dtype)) {
            job.progress.advance(at.tensor.bytes());
        } else {
            const FoundValues values = read(at, nullptr, job);
            files.requireUnchanged();
            cache.keep(key, values);
            found(number, values.first);
        }
    }
}

bool isSameSource(const tensor::TensorIndex& a, const tensor::TensorIndex& b)
{
    const tensor::SourceFile& one = a.files.front();
    const tensor::SourceFile& other = b.files.front();
    return one.path == other.path && one.bytes == other.bytes && one.modifiedNs == other.modifiedNs && a.tensors.size() == b.tensors.size();
}

std::vector<uint32_t> tensorsInFileOrder(const tensor::TensorIndex& index)
{
    std::vector<uint32_t> tensors(index.tensors.size());
    std::iota(tensors.begin(), tensors.end(), 0U);
    const auto placeOf = [&index](uint32_t number) {
        const tensor::TensorInfo& tensor = index.tensors[number];
        const tensor::Record& record = index.records.at(tensor.record);
        return std::tuple(record.file, record.offset, tensor.storageOffset);
    };
    std::stable_sort(tensors.begin(), tensors.end(), [&placeOf](uint32_t a, uint32_t b) { return placeOf(a) < placeOf(b); });
    return tensors;
}

}  // namespace wb::job
