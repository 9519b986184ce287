#include "core/verify/model_checks.h"
#include "core/verify/model_folder.h"
#include "core/verify/tally.h"
#include "core/verify/tensor_digests.h"
#include "core/verify/verify.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/mapping/build_key_map.h"
#include "core/tensor/cast.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace wb::verify {

namespace {

struct Origin {
    std::string source;  // key
    std::string dtype;   // that the report recorded, empty without one
};

using Places = std::map<std::string, Origin>;  // by destination key

// One tensor on both sides.
struct Pair {
    DigestWanted source;
    DigestWanted result;
};

Places placesOfReport(const plan::ConversionReport& report)
{
    Places places;
    for (const plan::ReportedTensor& tensor : report.tensors) {
        places.emplace(tensor.destination, Origin{tensor.source, tensor.dtype});
    }
    return places;
}

Places placesByRules(const mapping::Family& family, const tensor::TensorIndex& source, const std::vector<mapping::KeyEdit>& edits)
{
    const auto detection = family.detect(source, {});
    if (!detection) {
        throw Error(ErrorCode::NotThisFamily).with("name", family.name());
    }
    Places places;
    for (const mapping::KeyMapRow& row : mapping::buildKeyMap(family, detection->architecture, source, edits).rows) {
        const bool placed = row.status == mapping::Status::Mapped || row.status == mapping::Status::Edited;
        if (placed && row.source && row.destination) {
            places.emplace(*row.destination, Origin{*row.source, {}});
        }
    }
    return places;
}

std::unordered_map<std::string_view, uint32_t> numbersByKey(const tensor::TensorIndex& index)
{
    std::unordered_map<std::string_view, uint32_t> numbers;
    for (uint32_t i = 0; i < index.tensors.size(); ++i) {
        numbers.emplace(index.tensors[i].key, i);
    }
    return numbers;
}

// Why two tensors cannot hold the same values; empty when they can.
std::string pairProblem(const tensor::TensorInfo& source, const tensor::TensorInfo& result)
{
    if (source.shape != result.shape) {
        return fmt::format("{} where the source has {}", tensor::shapeText(result.shape), tensor::shapeText(source.shape));
    }
    const bool comparable = source.dtype == result.dtype || (tensor::canCast(source.dtype) && tensor::canCast(result.dtype));
    return comparable ? std::string() : fmt::format("{} where the source has {}", tensor::dtypeName(result.dtype), tensor::dtypeName(source.dtype));
}

class Comparison {
public:
    Comparison(const tensor::TensorIndex& source, const tensor::TensorIndex& result, const Places& places, Tally& tally)
        : m_source(source), m_result(result), m_tally(tally)
    {
        pairUp(places);
        const auto place = [&](const Pair& pair) {
            const tensor::TensorInfo& info = m_source.tensors[pair.source.tensor];
            const tensor::Record& record = m_source.records[info.record];
            return std::tuple(record.file, record.offset, info.storageOffset, pair.source.tensor);
        };
        std::sort(m_pairs.begin(), m_pairs.end(), [&](const Pair& a, const Pair& b) { return place(a) < place(b); });
    }

    uint64_t bytes() const
    {
        uint64_t bytes = 0;
        for (const Pair& pair : m_pairs) {
            bytes += m_source.tensors[pair.source.tensor].bytes() + m_result.tensors[pair.result.tensor].bytes();
        }
        return bytes;
    }

    size_t tensors() const noexcept { return m_pairs.size(); }
    // Types that the source's values were converted to, "" for none.
    const std::string& convertedTo() const noexcept { return m_convertedTo; }

    // Both sides at once, each on a thread of its own.
    void run(const checkpoint::SourceOpener& openSource, JobContext& job)
    {
        std::vector<DigestWanted> ofSource;
        std::vector<DigestWanted> ofResult;
        for (const Pair& pair : m_pairs) {
            ofSource.push_back(pair.source);
            ofResult.push_back(pair.result);
        }
        auto other = std::async(std::launch::async, [&] { return digestTensors(m_result, ofResult, job); });
        const std::vector<Digest> sourceDigests = digestTensors(m_source, ofSource, job, openSource);
        const std::vector<Digest> resultDigests = other.get();
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            compare(m_result.tensors[m_pairs[i].result.tensor].key, sourceDigests[i], resultDigests[i]);
        }
    }

private:
    void pairUp(const Places& places)
    {
        const auto sourceNumbers = numbersByKey(m_source);
        const auto resultNumbers = numbersByKey(m_result);
        for (const auto& [destination, origin] : places) {
            const auto source = sourceNumbers.find(origin.source);
            const auto result = resultNumbers.find(destination);
            if (source == sourceNumbers.end()) {
                m_tally.fail(destination, fmt::format("the source has no {}", origin.source));
            } else if (result == resultNumbers.end()) {
                m_tally.fail(destination, "missing in the folder");
            } else {
                addPair(source->second, result->second, origin.dtype);
            }
        }
        for (const tensor::TensorInfo& info : m_result.tensors) {
            if (!places.contains(info.key)) {
                m_tally.fail(info.key, "nothing of the source goes there");
            }
        }
    }

    void addPair(uint32_t source, uint32_t result, const std::string& recordedDtype)
    {
        const tensor::TensorInfo& from = m_source.tensors[source];
        const tensor::TensorInfo& to = m_result.tensors[result];
        std::string problem = pairProblem(from, to);
        if (problem.empty() && !recordedDtype.empty() && recordedDtype != tensor::dtypeName(to.dtype)) {
            problem = fmt::format("{} where {} is recorded", tensor::dtypeName(to.dtype), recordedDtype);
        }
        if (!problem.empty()) {
            m_tally.fail(to.key, problem);
            return;
        }
        if (from.dtype != to.dtype) {
            m_convertedTo = tensor::dtypeName(to.dtype);
        }
        m_pairs.push_back({{source, to.dtype}, {result, to.dtype}});
    }

    void compare(const std::string& key, const Digest& source, const Digest& result)
    {
        if (!source.problem.empty()) {
            m_tally.fail(key, "source: " + source.problem);
        } else if (!result.problem.empty()) {
            m_tally.fail(key, result.problem);
        } else if (source.sha256 != result.sha256) {
            m_tally.fail(key, "values differ");
        } else {
            m_tally.pass();
        }
    }

    const tensor::TensorIndex& m_source;
    const tensor::TensorIndex& m_result;
    Tally& m_tally;
    std::vector<Pair> m_pairs;
    std::string m_convertedTo;
};

bool isTheSource(const WeightSet& set, const tensor::TensorIndex& source)
{
    return !set.index.files.empty() && !source.files.empty() && io::isSameFile(set.index.files.front().path, source.files.front().path);
}

}  // namespace

Report verifyAgainst(const mapping::Family& family, const std::string& folder, const tensor::TensorIndex& source,
                     const std::vector<mapping::KeyEdit>& edits, JobContext& job, const checkpoint::SourceOpener& openSource)
{
    job.progress.begin(Stage::Compare, 0);
    ModelFolder model = openModelFolder(folder, job);
    if (model.weights.size() > 1) {
        // The checkpoint may lie beside the folder under the name that a .pth of ours would have.
        std::erase_if(model.weights, [&](const WeightSet& set) { return isTheSource(set, source); });
    }
    const Places places = model.report ? placesOfReport(*model.report) : placesByRules(family, source, edits);
    Tally layout("layout");
    for (const Failure& failure : model.layoutFailures) {
        layout.fail(failure.part, failure.problem);
    }
    Tally values("against-source");
    std::vector<Comparison> comparisons;
    uint64_t bytes = 0;
    for (const WeightSet& set : model.weights) {
        layout.pass();
        comparisons.emplace_back(source, set.index, places, values);
        bytes += comparisons.back().bytes();
    }
    job.progress.begin(Stage::Compare, bytes);
    Report report;
    for (Comparison& comparison : comparisons) {
        comparison.run(openSource, job);
        report.tensors += comparison.tensors();
        if (!comparison.convertedTo().empty()) {
            values.note(fmt::format("{} of {}, the source's values converted to {}", report.tensors, report.tensors, comparison.convertedTo()));
        }
    }
    if (model.reportFailure) {
        Tally record("report");
        record.fail(model.reportFailure->part, model.reportFailure->problem);
        report.checks.push_back(record.check());
    }
    report.checks.push_back(layout.check());
    report.checks.push_back(values.check());
    for (Check& check : checkModel(family, model, job.limits)) {
        report.checks.push_back(std::move(check));
    }
    report.ok = std::all_of(report.checks.begin(), report.checks.end(), [](const Check& check) { return check.ok; });
    return report;
}

}  // namespace wb::verify
