#pragma once

#include "core/base/job_context.h"
#include "core/convert/file_sink.h"
#include "core/hub/hub_client.h"
#include "core/hub/upload_session.h"
#include "core/job/publish.h"
#include "core/plan/plan.h"

#include <functional>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wb::job {

// Sends a conversion's weight files to the Hub as they come, and commits at the end. Sending goes on in a thread of its own, which ends with the
// object.
class UploadSink final : public convert::FileSink {
public:
    // All must outlive it.
    UploadSink(const plan::Plan& conversion, const PublishPlan& plan, const net::Settings& settings, JobContext& job);
    ~UploadSink() override;
    UploadSink(const UploadSink&) = delete;
    UploadSink& operator=(const UploadSink&) = delete;

    // Makes the repository where it is missing, and asks whether it takes the weights. Before all others. Throws as publish().
    void open();

    void begin(const convert::WholeFile& file) override;
    void check() override;
    void await() override;
    std::vector<uint32_t> finish(const plan::ConversionReport& report) override;

    // After finish() has returned nothing.
    const Publication& publication() const { return m_publication.value(); }

private:
    void start(std::function<void()> work);
    void send(const convert::WholeFile& file);
    void addWeights(const plan::ConversionReport& report);
    void addText(const std::string& name, const std::string& text);

    const plan::Plan& m_conversion;
    const PublishPlan& m_plan;
    JobContext& m_job;
    CancelToken m_stop;
    Progress m_progress;  // of sending
    JobContext m_sendingJob;
    hub::HubClient m_hub;
    hub::UploadRequest m_request;
    std::optional<hub::UploadSession> m_session;
    hub::SendProgress m_sent;
    std::future<void> m_work;  // under way
    std::optional<uint32_t> m_file;
    std::set<uint32_t> m_lost;  // once already
    std::vector<PublishFile> m_files;
    std::optional<Publication> m_publication;
};

}  // namespace wb::job
