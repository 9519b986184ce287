#pragma once

#include "ui/conversion_pipeline.h"
#include "ui/worker/core_call.h"

#include "core/base/error.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace wb::ui {

// One act that was asked of the worker. Shared by both threads: the window cancels and samples, the worker looks and counts.
struct JobControl {
    quint64 ticket = 0;
    CancelToken cancel;
    TryNow tryNow;
    Progress progress;
};
using JobHandle = std::shared_ptr<JobControl>;

// How it ended. Plain values; what does not belong to the act is absent.
struct JobResult {
    enum class End { Done, Cancelled, Failed };

    quint64 ticket = 0;
    End end = End::Done;
    std::optional<Error> error;                      // Failed: why. Done with a plan: what stands between it and the first byte
    std::shared_ptr<const mapping::KeyMap> map;      // of a catalogue variant
    std::optional<job::CatalogueForecast> forecast;  // of it
    std::shared_ptr<const plan::Plan> plan;
    std::string outputFolder;                // that of a source on this machine unless told; empty: it was told
    std::optional<std::string> modelFolder;  // of a source that was inspected: has the report of a conversion in it; empty: none
    std::optional<job::Outcome> outcome;
    std::optional<verify::ParityReport> parity;
    std::optional<job::Look> look;  // into a published file; its index stays with the worker
    std::optional<job::Fetched> fetched;
    std::optional<job::TokenStatus> token;
    std::shared_ptr<const job::PublishPlan> publishPlan;
    std::optional<job::Publication> publication;

    void takeEnd(const CoreEnd& how);
};

// Runs the stages on a thread of its own, one act after the other. Its functions block: call them through the event loop of that thread.
class JobWorker : public QObject {
    Q_OBJECT

public:
    JobWorker(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log);

    void showVariant(const JobHandle& job, const std::string& variant);
    // Where the options name no output folder it is beside the file, or in `resultFolder`.
    void inspect(const JobHandle& job, const std::string& path, const plan::Options& options, const std::string& resultFolder);
    // The same for a published file, over the network.
    void lookInside(const JobHandle& job, const job::Source& source, const plan::Options& options);
    void fetch(const JobHandle& job, const job::Source& source, const std::string& folder);
    // Plans the file that was inspected last with other options.
    void planAgain(const JobHandle& job, const plan::Options& options);
    void convert(const JobHandle& job, const std::shared_ptr<const plan::Plan>& plan, bool overwrite);
    void convertStreamed(const JobHandle& job, const std::shared_ptr<const plan::Plan>& plan, const job::Source& source, bool overwrite);
    void compareOutputs(const JobHandle& job, const std::string& source, const std::string& folder, const verify::ParityOptions& options);
    void whoAmI(const JobHandle& job);
    void keepToken(const JobHandle& job, const std::string& token);
    // Then asks whose another one is, where one is left.
    void forgetToken(const JobHandle& job);
    void planPublish(const JobHandle& job, const job::PublishOptions& options);
    void publish(const JobHandle& job, const std::shared_ptr<const job::PublishPlan>& plan);

Q_SIGNALS:
    void ended(const wb::ui::JobResult& result);

private:
    template <typename Work> void run(const JobHandle& job, Work work);
    void makePlan(JobContext& context, const plan::Options& options, JobResult& result);

    std::shared_ptr<ConversionPipeline> m_pipeline;
    std::shared_ptr<Log> m_log;
    std::optional<tensor::TensorIndex> m_index;
};

}  // namespace wb::ui
