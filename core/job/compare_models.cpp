#include "core/job/compare_models.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/open_index.h"
#include "core/job/pipeline.h"
#include "core/mapping/build_key_map.h"
#include "core/plan/conversion_report.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

namespace wb::job {

namespace {

using KeyPairs = std::vector<std::pair<std::string, std::string>>;

std::unordered_set<std::string_view> keysOf(const tensor::TensorIndex& index)
{
    std::unordered_set<std::string_view> keys;
    for (const tensor::TensorInfo& tensor : index.tensors) {
        keys.insert(tensor.key);
    }
    return keys;
}

// From the other's keys to those of the model folder, which is named itself or by a file in it; empty without a report, or one that tells of another
// source, and for a published model, which has no path.
KeyPairs reportedMap(const std::string& model, const tensor::TensorIndex& other, const Limits& limits)
{
    if (model.empty()) {
        return {};
    }
    const std::string path = io::join(io::isFolder(model) ? model : io::parentFolder(io::absolutePath(model)), plan::reportName);
    if (!io::exists(path)) {
        return {};
    }
    KeyPairs map;
    try {
        const auto keys = keysOf(other);
        for (const plan::ReportedTensor& tensor : plan::reportFromJson(io::readSmallFile(path, limits.jsonBytes), limits).tensors) {
            if (keys.contains(tensor.source)) {
                map.emplace_back(tensor.source, tensor.destination);
            }
        }
    } catch (const Error&) {
        return {};  // the folder can be compared without it
    }
    return map;
}

bool shareKeys(const tensor::TensorIndex& first, const tensor::TensorIndex& second)
{
    const auto keys = keysOf(second);
    return std::any_of(first.tensors.begin(), first.tensors.end(), [&](const tensor::TensorInfo& tensor) { return keys.contains(tensor.key); });
}

std::optional<Identified> identified(const tensor::TensorIndex& index)
{
    try {
        return identify(index, {});
    } catch (const Error&) {
        return std::nullopt;
    }
}

bool hasHuggingFaceNames(const tensor::TensorIndex& index)
{
    const auto found = identified(index);
    return found && found->detection.architecture.naming == "huggingface";
}

// By the rules for `from`; empty where no family has it.
KeyPairs ruledMap(const tensor::TensorIndex& from)
{
    KeyPairs map;
    if (const auto found = identified(from)) {
        for (const mapping::KeyMapRow& row : mapping::buildKeyMap(*found->family, found->detection.architecture, from, {}).rows) {
            if (row.source && row.destination) {
                map.emplace_back(*row.source, *row.destination);
            }
        }
    }
    return map;
}

KeyPairs turned(KeyPairs map)
{
    for (auto& [from, to] : map) {
        std::swap(from, to);
    }
    return map;
}

tensor::TensorIndex indexOf(const Source& source, const net::Settings& settings, JobContext& job)
{
    return source.isRemote() ? lookInside(source, {}, settings, job).index : inspect(source.path, {}, job);
}

// By Range for a published file; empty for one on this machine.
checkpoint::SourceOpener openerOf(const Source& source, const net::Settings& settings, JobContext& job)
{
    if (!source.isRemote()) {
        return {};
    }
    return [source, settings, &job](const tensor::SourceFile&) { return openRange(source, settings, job); };
}

KeyPairs mapBetween(const std::string& firstPath, const tensor::TensorIndex& first, const std::string& secondPath, const tensor::TensorIndex& second,
                    const Limits& limits)
{
    if (KeyPairs map = reportedMap(secondPath, first, limits); !map.empty()) {
        return map;
    }
    if (KeyPairs map = reportedMap(firstPath, second, limits); !map.empty()) {
        return turned(std::move(map));
    }
    if (shareKeys(first, second)) {
        return {};
    }
    return hasHuggingFaceNames(second) ? ruledMap(first) : (hasHuggingFaceNames(first) ? turned(ruledMap(second)) : KeyPairs());
}

}  // namespace

std::vector<inspect::TensorPair> pairTensors(const std::string& firstPath, const tensor::TensorIndex& first, const std::string& secondPath,
                                             const tensor::TensorIndex& second, const JobContext& job, bool& byMap)
{
    const KeyPairs map = mapBetween(firstPath, first, secondPath, second, job.limits);
    byMap = !map.empty();
    return byMap ? inspect::pairByMap(first, second, map) : inspect::pairByKey(first, second);
}

ComparedModels compareModels(const Source& first, const Source& second, const net::Settings& settings, JobContext& job)
{
    ComparedModels models;
    models.first = indexOf(first, settings, job);
    models.second = indexOf(second, settings, job);
    bool byMap = false;
    const auto pairs = pairTensors(first.path, models.first, second.path, models.second, job, byMap);
    models.comparison =
        inspect::comparePairs(models.first, models.second, pairs, job, openerOf(first, settings, job), openerOf(second, settings, job));
    models.comparison.byMap = byMap;
    return models;
}

}  // namespace wb::job
