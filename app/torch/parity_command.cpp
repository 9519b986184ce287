#include "app/torch/commands.h"

#include "app/cli/json_output.h"
#include "app/cli/parity_output.h"
#include "app/cli/sources.h"
#include "app/torch/parity/distance.h"
#include "app/torch/parity/input.h"
#include "app/torch/parity/sides.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/pipeline.h"
#include "core/mapping/build_key_map.h"
#include "core/regnet/config_reader.h"
#include "core/verify/model_checks.h"

#include <fmt/format.h>

namespace wb::helper {

namespace {

constexpr double recordedTolerance = 1e-5;  // against another program's float32, in another order of sums

// The checkpoint with its map, complete.
struct Source {
    tensor::TensorIndex index;
    job::Identified identified;
    mapping::KeyMap map;
};

Source openSource(const CommandLine& line, cli::Session& session)
{
    const std::vector<mapping::KeyEdit> edits = cli::readEdits(session);
    Source source;
    source.index = job::inspect(line.common.source, line.common.stateDict, session.job());
    if (!source.index.calls.empty()) {
        throw Error(ErrorCode::PickleForbiddenCall).file(line.common.source).with("name", source.index.calls.front());
    }
    source.identified = job::identify(source.index, line.common.variant);
    cli::warnOf(session, source.identified.detection);
    source.map = mapping::buildKeyMap(*source.identified.family, source.identified.detection.architecture, source.index, edits);
    if (!source.map.isComplete()) {
        session.note(cli::problemRows(source.map));
        throw cli::mapError(source.map, line.common.source);
    }
    return source;
}

// The folder, its headers and configuration proved to describe one model.
struct Result {
    verify::ModelFolder folder;
    mapping::Architecture architecture;
    regnet::ConfigFacts facts;
};

Result openResult(const CommandLine& line, const Source& source, cli::Session& session)
{
    const mapping::Family& family = *source.identified.family;
    Result result;
    result.folder = verify::openModelFolder(line.folder, session.job());
    verify::Report report;
    for (const verify::Failure& failure : result.folder.layoutFailures) {
        report.checks.push_back({"layout", false, failure.problem, failure.part});
    }
    for (verify::Check& check : verify::checkModel(family, result.folder, session.job().limits)) {
        report.checks.push_back(std::move(check));
    }
    report.ok = true;  // but for the checks
    job::requireVerified(report, line.folder);
    const std::string config = io::readSmallFile(io::join(result.folder.path, "config.json"), session.job().limits.jsonBytes);
    result.architecture = family.architectureFromConfig(config);
    result.facts = regnet::factsFromConfig(config);
    parity::requireSameModel(source.identified.detection.architecture, result.architecture, line.folder);
    return result;
}

struct Inputs {
    parity::Input input;
    std::vector<parity::Recorded> recorded;
};

Inputs openInputs(const CommandLine& line, const Result& result, cli::Session& session)
{
    if (line.reference.empty()) {
        return {parity::makeInput(line.common.parityOptions, result.folder.path, result.architecture), {}};
    }
    Inputs inputs;
    inputs.recorded = parity::readRecorded(line.reference, result.architecture, session.job());
    inputs.input = {parity::find(inputs.recorded, parity::inputName), "the input recorded in " + printable(io::fileName(line.reference))};
    return inputs;
}

void compareRecorded(const std::string& path, const std::vector<parity::Recorded>& recorded, const std::vector<parity::Recorded>& outputs,
                     verify::ParityReport& report)
{
    for (const parity::Recorded& output : outputs) {
        const at::Tensor wanted = parity::find(recorded, output.name);
        if (!wanted.defined()) {
            continue;
        }
        verify::RecordedOutput compared{output.name, std::nullopt, false};
        if (wanted.numel() == output.values.numel()) {
            compared.maxRel = parity::relativeError(wanted, output.values.view(wanted.sizes()));
            compared.ok = compared.maxRel && *compared.maxRel <= report.recordedTolerance;
        }
        report.ok = report.ok && compared.ok;
        report.recorded.push_back(std::move(compared));
    }
    if (report.recorded.empty() && !report.notFinite) {
        throw Error(ErrorCode::SafetensorsTensor).file(path).part(outputs.front().name).with("problem", "recorded-none");
    }
}

void saveOutputs(const CommandLine& line, const parity::Input& input, std::vector<parity::Recorded> outputs, cli::Session& session)
{
    outputs.insert(outputs.begin(), {parity::inputName, input.pixels});
    parity::writeRecorded(line.saveOutputs, outputs, session.job());
    session.note("saved " + printable(line.saveOutputs, 4200));
}

verify::ParityReport compareNetworks(const CommandLine& line, cli::Session& session)
{
    const Source source = openSource(line, session);
    const Result result = openResult(line, source, session);
    const Inputs inputs = openInputs(line, result, session);
    const tensor::TensorIndex& weights = result.folder.weights.front().index;
    parity::ParityRun run;
    run.source = parity::sourceSide(source.index, source.identified.detection.architecture, source.map);
    run.result = parity::resultSide(weights, result.architecture, result.facts.dtype);
    run.pixels = inputs.input.pixels;
    run.labels = result.facts.labels;
    run.tolerance = line.common.parityOptions.tolerance;
    run.keepsOutputs = !line.reference.empty() || !line.saveOutputs.empty();
    parity::ParityResult compared = parity::runParity(run, session.job());
    compared.report.input = inputs.input.description;
    if (!line.reference.empty()) {
        compared.report.recordedTolerance = line.common.parityOptions.tolerance.value_or(recordedTolerance);
        compareRecorded(line.reference, inputs.recorded, compared.outputs, compared.report);
    }
    if (!line.saveOutputs.empty()) {
        saveOutputs(line, inputs.input, std::move(compared.outputs), session);
    }
    return compared.report;
}

}  // namespace

cli::CommandResult parityCommand(const CommandLine& line, cli::Session& session)
{
    verify::ParityReport report;
    session.withProgress([&] { report = compareNetworks(line, session); });
    cli::CommandResult result;
    result.output = session.wantsJson() ? verify::parityToJson(report) : cli::parityText(report);
    result.error = verify::parityError(report, line.folder);
    return result;
}

}  // namespace wb::helper
