#include "ui/queue/run_entry.h"

#include "ui/format.h"

#include <QFileInfo>

namespace wb::ui {

namespace {

// Empty where the server sends no parts: nothing is known of the file before it is here.
std::optional<plan::Plan> planFromAfar(const QueueEntry& entry, const job::Source& source, ConversionPipeline& pipeline, JobContext& job)
{
    try {
        return pipeline.makePlan(pipeline.lookInside(source, job).index, entry.options, job);
    } catch (const Error& error) {
        const bool isHere = error.code() == ErrorCode::NetworkFailed || error.code() == ErrorCode::Offline
                                ? pipeline.keptOf(source, pathBytes(entry.keepFolder)).whole
                                : false;
        if (error.code() != ErrorCode::NoRange && !isHere) {
            throw;
        }
        return std::nullopt;
    }
}

// What would stop the conversion after a long download is said before it. What an earlier run left of the result is not counted, so then core alone
// decides on the room.
void requireWorthFetching(const plan::Plan& plan, ConversionPipeline& pipeline)
{
    try {
        pipeline.requireReady(plan);
    } catch (const Error& error) {
        const bool isRoom = error.code() == ErrorCode::NotEnoughSpace || error.code() == ErrorCode::NotEnoughMemory;
        if (!isRoom || !QFileInfo::exists(pathFromBytes(plan.options.outputFolder))) {
            throw;
        }
    }
}

job::Outcome convertFile(const std::string& path, const QueueEntry& entry, ConversionPipeline& pipeline, JobContext& job)
{
    const plan::Plan plan = pipeline.makePlan(pipeline.inspect(path, job), entry.options, job);
    if (!entry.fingerprint.empty() && entry.fingerprint != plan.fingerprint) {
        throw Error(ErrorCode::SourceChanged).file(path);
    }
    convert::ConvertOptions options;
    options.overwrite = entry.overwrite;
    return pipeline.run(plan, options, job);
}

}  // namespace

job::Outcome runEntry(const QueueEntry& entry, ConversionPipeline& pipeline, JobContext& job)
{
    if (!entry.isPublished()) {
        return convertFile(pathBytes(entry.path), entry, pipeline, job);
    }
    if (entry.address.isEmpty()) {
        throw Error(ErrorCode::UrlRefused).with("name", entry.shown.toStdString()).with("problem", "not-stored");
    }
    const job::Source source = pipeline.nameSource(entry.address.toStdString());
    if (entry.way == job::Way::Stream) {
        const plan::Plan plan = pipeline.makePlan(pipeline.lookInside(source, job).index, entry.options, job);
        convert::ConvertOptions options;
        options.overwrite = entry.overwrite;
        return pipeline.runStreamed(plan, source, options, job);
    }
    if (const auto plan = planFromAfar(entry, source, pipeline, job)) {
        requireWorthFetching(*plan, pipeline);
    }
    const job::Fetched fetched = pipeline.fetch(source, pathBytes(entry.keepFolder), job);
    return convertFile(fetched.path, entry, pipeline, job);
}

}  // namespace wb::ui
