#include "core/convert/convert.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/convert/copy_engine.h"
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

plan::ConversionReport copyAndPublish(const plan::Plan& plan, const ConvertOptions& options, WorkFolder& work, JobContext& job)
{
    const checkpoint::SourceFiles files(plan.source, options.openSource);
    std::vector<Track> tracks = resumeTracks(plan, work.paths(), work.journal().state(), job);
    try {
        copyTensors(plan, work.paths(), std::move(tracks), work.journal(), files, job);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::CrcMismatch) {
            files.requireUnchanged();  // bytes that were written over meanwhile are no damage: say what happened
        }
        throw;
    }
    files.requireUnchanged();
    plan::ConversionReport report = makeReport(plan, work.journal().state());
    publishResult(plan, report, options.overwrite, work);
    work.remove();
    return report;
}

}  // namespace

Result convert(const plan::Plan& plan, const ConvertOptions& options, JobContext& job)
{
    const Clock::time_point start = Clock::now();
    plan::requireConvertible(plan);
    std::optional<plan::ConversionReport> finished;
    const std::unique_ptr<WorkFolder> work = WorkFolder::open(plan, options.overwrite, job, finished);
    if (!work) {
        Result result = resultOf(finished.value(), OutputPaths(plan));
        result.alreadyDone = true;
        result.seconds = secondsSince(start);
        return result;
    }
    try {
        Result result = resultOf(copyAndPublish(plan, options, *work, job), work->paths());
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
