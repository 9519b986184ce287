#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/job/compare_models.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wb::cli {

namespace {

using inspect::ComparedPair;
using inspect::PairStatus;

// One of the two tensors of a pair; null where it has none.
const tensor::TensorInfo* tensorOf(const tensor::TensorIndex& index, const std::optional<uint32_t>& number)
{
    return number ? &index.tensors[*number] : nullptr;
}

Json sideObject(const tensor::TensorInfo* tensor)
{
    if (tensor == nullptr) {
        return {};
    }
    return {{"key", tensor->key}, {"dtype", tensor::dtypeName(tensor->dtype)}, {"shape", tensor->shape}, {"bytes", tensor->bytes()}};
}

Json differenceObject(const std::optional<inspect::TensorDifference>& difference)
{
    if (!difference) {
        return {};
    }
    return {{"changed", difference->changed},
            {"elements", difference->elements},
            {"first_changed", difference->firstChanged ? Json(*difference->firstChanged) : Json()},
            {"max_abs", difference->largest},
            {"overflowed", difference->overflowed},
            {"vanished", difference->vanished}};
}

std::string comparisonJson(const job::ComparedModels& models)
{
    Json counts = Json::object();
    for (const PairStatus status : inspect::pairStatuses) {
        std::string name(inspect::pairStatusName(status));
        std::replace(name.begin(), name.end(), '-', '_');
        counts[name] = models.comparison.count(status);
    }
    Json tensors = Json::array();
    for (const ComparedPair& pair : models.comparison.pairs) {
        tensors.push_back({{"status", inspect::pairStatusName(pair.status)},
                           {"first", sideObject(tensorOf(models.first, pair.pair.first))},
                           {"second", sideObject(tensorOf(models.second, pair.pair.second))},
                           {"difference", differenceObject(pair.difference)}});
    }
    Json json = document();
    if (models.comparison.isEqual()) {
        json["ok"] = true;
    }
    json["matching"] = models.comparison.byMap ? "map" : "key";
    json["counts"] = std::move(counts);
    json["tensors"] = std::move(tensors);
    return text(json);
}

std::string valuesText(const inspect::TensorDifference& difference)
{
    return fmt::format("{} of {} values differ, first number {}, by at most {:.3g}", difference.changed, difference.elements,
                       *difference.firstChanged, difference.largest);
}

std::string detailText(const ComparedPair& pair, const tensor::TensorInfo* first, const tensor::TensorInfo* second)
{
    const bool hasBoth = first != nullptr && second != nullptr;
    if (hasBoth && pair.status == PairStatus::ShapeDiffers) {
        return fmt::format("{} and {}", tensor::shapeText(first->shape), tensor::shapeText(second->shape));
    }
    const std::string values = pair.difference && pair.difference->firstChanged ? valuesText(*pair.difference) : std::string();
    if (hasBoth && pair.status == PairStatus::TypeDiffers) {
        const std::string types = fmt::format("{} and {}", tensor::dtypeName(first->dtype), tensor::dtypeName(second->dtype));
        return types + (values.empty() ? ", the same numbers" : ", " + values);
    }
    return values;
}

std::string comparisonText(const job::ComparedModels& models)
{
    std::string out;
    std::vector<std::vector<std::string>> rows{{"status", "first", "second", "detail"}};
    for (const ComparedPair& pair : models.comparison.pairs) {
        if (pair.status != PairStatus::Equal) {
            const tensor::TensorInfo* const first = tensorOf(models.first, pair.pair.first);
            const tensor::TensorInfo* const second = tensorOf(models.second, pair.pair.second);
            rows.push_back({std::string(inspect::pairStatusName(pair.status)), first != nullptr ? printable(first->key) : "-",
                            second != nullptr ? printable(second->key) : "-", detailText(pair, first, second)});
        }
    }
    if (rows.size() > 1) {
        out = textTable({Align::Left, Align::Left, Align::Left, Align::Left}, rows) + "\n";
    }
    std::vector<std::string> counts;
    for (const PairStatus status : inspect::pairStatuses) {
        if (const uint64_t count = models.comparison.count(status); count > 0 || status == PairStatus::Equal) {
            counts.push_back(fmt::format("{} {}", inspect::pairStatusName(status), count));
        }
    }
    return out + fmt::format("{}: matched by {}; {}\n", models.comparison.isEqual() ? "equal" : "different",
                             models.comparison.byMap ? "the key map" : "key", fmt::join(counts, ", "));
}

job::Source sourceOf(Session& session, const std::string& text)
{
    return job::nameSource(text, io::exists(text) ? net::Settings{} : session.network());
}

}  // namespace

CommandResult compareCommand(Session& session)
{
    const CommandLine& line = session.line();
    job::ComparedModels models;
    const job::Source first = sourceOf(session, line.source);
    const job::Source second = sourceOf(session, line.second);
    const net::Settings settings = first.isRemote() || second.isRemote() ? session.network() : net::Settings{};
    session.withProgress([&] { models = job::compareModels(first, second, settings, session.job()); });
    CommandResult result;
    result.output = session.wantsJson() ? comparisonJson(models) : comparisonText(models);
    if (!models.comparison.isEqual()) {
        const uint64_t different = models.comparison.pairs.size() - models.comparison.count(PairStatus::Equal);
        result.error = Error(ErrorCode::ModelsDiffer).file(second.shown).with("found", different).with("expected", models.comparison.pairs.size());
    }
    return result;
}

}  // namespace wb::cli
