#include "core/plan/planner.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/mapping/build_key_map.h"
#include "core/plan/fingerprint.h"
#include "core/plan/forecast.h"
#include "core/plan/planned_weights.h"
#include "core/safetensors/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace wb::plan {

namespace {

// The type of most floating bytes, float32 when there are none.
tensor::DType mainDType(const std::vector<PlannedTensor>& tensors)
{
    std::map<tensor::DType, uint64_t> bytes{{tensor::DType::F32, 0}};
    for (const PlannedTensor& planned : tensors) {
        if (tensor::isFloating(planned.dtype)) {
            bytes[planned.dtype] += planned.bytes;
        }
    }
    const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most->first;
}

std::string dtypeNote(const Plan& plan)
{
    const bool converted = std::any_of(plan.tensors.begin(), plan.tensors.end(),
                                       [&](const PlannedTensor& planned) { return planned.dtype != plan.source.tensors[planned.source].dtype; });
    if (!converted) {
        return {};
    }
    std::string name(tensor::dtypeName(*plan.options.dtype));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name + ", rounded to nearest even";
}

void requireFittingLabels(const mapping::Architecture& architecture, const std::vector<std::string>& given)
{
    constexpr uint64_t mostClasses = 250'000;
    if (architecture.classes.value_or(0) > mostClasses) {
        throw Error(ErrorCode::LimitExceeded).with("problem", "classes").with("limit", mostClasses).with("found", *architecture.classes);
    }
    if (given.empty()) {
        return;
    }
    if (!architecture.classes) {
        throw Error(ErrorCode::LabelsCount).with("problem", "no-head").with("found", uint64_t{given.size()});
    }
    if (given.size() != *architecture.classes) {
        throw Error(ErrorCode::LabelsCount).with("expected", *architecture.classes).with("found", uint64_t{given.size()});
    }
}

std::vector<std::string> labelsFor(const mapping::Family& family, const mapping::Architecture& architecture, const std::vector<std::string>& given)
{
    return given.empty() && architecture.classes ? family.defaultLabels(*architecture.classes) : given;
}

uint64_t countParameters(const mapping::Family& family, const Plan& plan)
{
    std::unordered_set<std::string> buffers;
    for (const mapping::Parameter& parameter : family.destinationParameters(plan.detection.architecture)) {
        if (parameter.buffer) {
            buffers.insert(parameter.key);
        }
    }
    uint64_t parameters = 0;
    for (const PlannedTensor& planned : plan.tensors) {
        parameters += buffers.contains(planned.destination) ? 0 : planned.bytes / tensor::itemSize(planned.dtype);
    }
    return parameters;
}

mapping::FolderFacts folderFacts(const mapping::Family& family, const Plan& plan)
{
    mapping::FolderFacts facts;
    facts.labels = labelsFor(family, plan.detection.architecture, plan.options.labels);
    facts.dtype = tensor::torchName(mainDType(plan.tensors));
    facts.dtypeNote = dtypeNote(plan);
    if (!plan.source.files.empty()) {
        facts.sourceName = io::fileName(plan.source.files.front().path);
    }
    for (const tensor::SourceFile& file : plan.source.files) {
        facts.sourceBytes += file.bytes;
    }
    facts.tensors = plan.tensors.size();
    facts.parameters = plan.totalParameters;
    facts.weightBytes = plan.totalBytes;
    return facts;
}

// The index of the shards; one shard has none.
void addShardIndex(Plan& plan)
{
    std::map<std::string, std::string> weightMap;
    size_t shards = 0;
    for (const PlannedFile& file : plan.weightFiles) {
        if (file.format != Format::Safetensors) {
            continue;
        }
        ++shards;
        for (uint32_t i = 0; i < file.tensorCount; ++i) {
            weightMap.emplace(plan.tensors[file.firstTensor + i].destination, file.name);
        }
    }
    if (shards > 1) {
        plan.textFiles.push_back({"model.safetensors.index.json", safetensors::indexJson(weightMap, plan.totalParameters, plan.totalBytes)});
    }
}

void addWarnings(Plan& plan)
{
    plan.warnings = plan.source.warnings;
    for (const mapping::Disagreement& disagreement : plan.detection.disagreements) {
        plan.warnings.push_back(fmt::format("variant-differs:{}:{}:{}", disagreement.setting, disagreement.variant, disagreement.file));
    }
}

}  // namespace

Plan makePlan(const mapping::Family& family, tensor::TensorIndex source, const Options& options, JobContext& job)
{
    job.progress.begin(Stage::Plan, 0);
    std::optional<mapping::Detection> detection = family.detect(source, options.variant);
    if (!detection) {
        throw Error(ErrorCode::NotThisFamily).with("name", family.name());
    }
    Plan plan;
    plan.options = options;
    plan.source = std::move(source);
    plan.detection = std::move(*detection);
    job.cancel.throwIfCancelled();
    plan.map = mapping::buildKeyMap(family, plan.detection.architecture, plan.source, options.edits);
    addWarnings(plan);
    requireFittingLabels(plan.detection.architecture, options.labels);
    job.cancel.throwIfCancelled();
    if (plan.map.isComplete()) {
        planWeights(plan);
        plan.totalParameters = countParameters(family, plan);
        plan.textFiles = family.folderFiles(plan.detection.architecture, folderFacts(family, plan));
        addShardIndex(plan);
    }
    plan.fingerprint = fingerprintOf(plan);
    plan.forecast = makeForecast(plan);
    return plan;
}

}  // namespace wb::plan
