#include "core/convert/convert.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/convert/copy_engine.h"
#include "core/convert/departures.h"
#include "core/convert/publish.h"
#include "core/convert/resume.h"
#include "core/convert/work_folder.h"
#include "core/plan/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace wb::convert {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The source is not what it should be: what was copied of it is worth nothing.
bool isDamage(const Error& error, const ConvertOptions& options) noexcept
{
    if (error.code() == ErrorCode::CrcMismatch && options.keepOnCrcMismatch) {
        return false;
    }
    return error.exitCode() == ExitCode::Refused || error.exitCode() == ExitCode::Checksum;
}

Result resultOf(const plan::ConversionReport& report, const OutputPaths& paths)
{
    Result result;
    result.folder = paths.folder();
    result.files = report.files;
    for (const plan::ReportedTensor& tensor : report.tensors) {
        result.overflowed += tensor.overflowed;
    }
    return result;
}

// Brings every tensor into the weight files, going on from where an earlier run came to.
void copyAll(const plan::Plan& plan, const ConvertOptions& options, WorkFolder& work, Departures* departures, JobContext& job)
{
    const checkpoint::SourceFiles files(plan.source, options.openSource);
    std::vector<Track> tracks = resumeTracks(plan, work.paths(), work.journal().state(), job);
    try {
        if (departures != nullptr) {
            departures->resume();
        }
        copyTensors(plan, work.paths(), std::move(tracks), work.journal(), departures, files, job);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::CrcMismatch) {
            files.requireUnchanged();  // bytes that were written over meanwhile are no damage: say what happened
        }
        throw;
    }
    files.requireUnchanged();
    if (departures != nullptr) {
        departures->settle();
    }
}

plan::ConversionReport copyAndPublish(const plan::Plan& plan, const ConvertOptions& options, WorkFolder& work, JobContext& job)
{
    copyAll(plan, options, work, nullptr, job);
    plan::ConversionReport report = makeReport(plan, work.journal().state());
    publishResult(plan, report, options.overwrite, work);
    work.remove();
    return report;
}

// What the sink has lost meanwhile is made again; it is the sink that says when this is in vain.
plan::ConversionReport copyAway(const plan::Plan& plan, const ConvertOptions& options, WorkFolder& work, JobContext& job)
{
    while (true) {
        Departures departures(plan, work.paths(), work.journal(), *options.sink);
        copyAll(plan, options, work, &departures, job);
        plan::ConversionReport report = makeReport(plan, work.journal().state());
        const std::vector<uint32_t> lost = options.sink->finish(report);
        if (lost.empty()) {
            work.discard();
            return report;
        }
        for (const uint32_t file : lost) {
            work.journal().fileLost(file);
        }
    }
}

}  // namespace

Result convert(const plan::Plan& plan, const ConvertOptions& options, JobContext& job)
{
    const Clock::time_point start = Clock::now();
    plan::requireConvertible(plan);
    std::optional<plan::ConversionReport> finished;
    const plan::Keeping keeping = options.sink == nullptr ? plan::Keeping::All : plan::Keeping::TwoFiles;
    const std::unique_ptr<WorkFolder> work = WorkFolder::open(plan, options.overwrite, keeping, job, finished);
    if (!work && options.sink != nullptr) {
        throw Error(ErrorCode::WouldOverwrite).file(OutputPaths(plan).folder()).with("problem", "not-empty");
    }
    if (!work) {
        Result result = resultOf(finished.value(), OutputPaths(plan));
        result.alreadyDone = true;
        result.seconds = secondsSince(start);
        return result;
    }
    try {
        const auto copy = options.sink == nullptr ? copyAndPublish : copyAway;
        Result result = resultOf(copy(plan, options, *work, job), work->paths());
        result.resumed = work->resumed();
        result.seconds = secondsSince(start);
        if (result.overflowed > 0) {
            job.log.warning(fmt::format("{} values became infinite in {}", result.overflowed, plan.options.outputFolder));
        }
        return result;
    } catch (const Error& error) {
        if (isDamage(error, options) || work->isWorthless()) {
            work->discard();
        }
        throw;
    } catch (const Cancelled&) {
        if (work->isWorthless()) {
            work->discard();
        }
        throw;
    }
}

}  // namespace wb::convert
