#include "ui/worker/job_worker.h"

#include "ui/output_folder.h"

#include <utility>

namespace wb::ui {

void JobResult::takeEnd(const CoreEnd& how)
{
    if (how.isCancelled) {
        end = End::Cancelled;
    } else if (how.error) {
        end = End::Failed;
        error = how.error;
    }
}

JobWorker::JobWorker(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log) : m_pipeline(std::move(pipeline)), m_log(std::move(log))
{}

template <typename Work> void JobWorker::run(const JobHandle& job, Work work)
{
    JobResult result;
    result.ticket = job->ticket;
    JobContext context{job->cancel, job->progress, *m_log, {}, &job->tryNow};
    const CoreEnd end = endOf([&] {
        job->cancel.throwIfCancelled();
        work(context, result);
    });
    result.takeEnd(end);
    if (result.error) {
        m_log->error(result.error->what());
    }
    Q_EMIT ended(result);
}

void JobWorker::showVariant(const JobHandle& job, const std::string& variant)
{
    run(job, [&](JobContext& context, JobResult& result) {
        result.map = std::make_shared<const mapping::KeyMap>(m_pipeline->catalogueKeyMap(variant));
        result.forecast = m_pipeline->catalogueForecast(variant, context);
    });
}

void JobWorker::inspect(const JobHandle& job, const std::string& path, const plan::Options& options, const std::string& resultFolder)
{
    run(job, [&](JobContext& context, JobResult& result) {
        m_index.reset();
        plan::Options own = options;
        if (own.outputFolder.empty()) {
            own.outputFolder = result.outputFolder = outputFolderFor(path, resultFolder);
        }
        m_index = m_pipeline->inspect(path, context);
        result.modelFolder = modelFolderOf(path);
        makePlan(context, own, result);
    });
}

void JobWorker::lookInside(const JobHandle& job, const job::Source& source, const plan::Options& options)
{
    run(job, [&](JobContext& context, JobResult& result) {
        m_index.reset();
        job::Look look = m_pipeline->lookInside(source, context);
        m_index = std::move(look.index);
        look.index = {};
        result.look = std::move(look);
        makePlan(context, options, result);
    });
}

void JobWorker::fetch(const JobHandle& job, const job::Source& source, const std::string& folder)
{
    run(job, [&](JobContext& context, JobResult& result) { result.fetched = m_pipeline->fetch(source, folder, context); });
}

void JobWorker::planAgain(const JobHandle& job, const plan::Options& options)
{
    run(job, [&](JobContext& context, JobResult& result) {
        if (!m_index) {
            throw Error(ErrorCode::Internal).with("problem", "no-index");
        }
        makePlan(context, options, result);
    });
}

void JobWorker::makePlan(JobContext& context, const plan::Options& options, JobResult& result)
{
    auto plan = std::make_shared<const plan::Plan>(m_pipeline->makePlan(*m_index, options, context));
    try {
        m_pipeline->requireReady(*plan);
    } catch (const Error& error) {
        result.error = error;
    }
    result.plan = std::move(plan);
}

void JobWorker::convert(const JobHandle& job, const std::shared_ptr<const plan::Plan>& plan, bool overwrite)
{
    run(job, [&](JobContext& context, JobResult& result) {
        convert::ConvertOptions options;
        options.overwrite = overwrite;
        result.outcome = m_pipeline->run(*plan, options, context);
    });
}

void JobWorker::convertStreamed(const JobHandle& job, const std::shared_ptr<const plan::Plan>& plan, const job::Source& source, bool overwrite)
{
    run(job, [&](JobContext& context, JobResult& result) {
        convert::ConvertOptions options;
        options.overwrite = overwrite;
        result.outcome = m_pipeline->runStreamed(*plan, source, options, context);
    });
}

void JobWorker::compareOutputs(const JobHandle& job, const std::string& source, const std::string& folder, const verify::ParityOptions& options)
{
    run(job, [&](JobContext& context, JobResult& result) { result.parity = m_pipeline->compareOutputs(source, folder, options, context); });
}

void JobWorker::whoAmI(const JobHandle& job)
{
    run(job, [&](JobContext& context, JobResult& result) { result.token = m_pipeline->whoAmI(context); });
}

void JobWorker::keepToken(const JobHandle& job, const std::string& token)
{
    run(job, [&](JobContext& context, JobResult& result) { result.token = m_pipeline->keepToken(token, context); });
}

void JobWorker::forgetToken(const JobHandle& job)
{
    run(job, [&](JobContext& context, JobResult& result) {
        m_pipeline->forgetToken(context);
        result.token = m_pipeline->whoAmI(context);
    });
}

void JobWorker::planPublish(const JobHandle& job, const job::PublishOptions& options)
{
    run(job, [&](JobContext& context, JobResult& result) {
        result.publishPlan = std::make_shared<const job::PublishPlan>(m_pipeline->planPublish(options, context));
    });
}

void JobWorker::publish(const JobHandle& job, const std::shared_ptr<const job::PublishPlan>& plan)
{
    run(job, [&](JobContext& context, JobResult& result) { result.publication = m_pipeline->publish(*plan, context); });
}

}  // namespace wb::ui
