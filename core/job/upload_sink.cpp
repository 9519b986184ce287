#include "core/job/upload_sink.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/convert/output_paths.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/job/publish_target.h"
#include "core/verify/shard_check.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace wb::job {

namespace {

constexpr std::chrono::milliseconds pollInterval{50};

uint64_t weightBytes(const plan::Plan& conversion)
{
    uint64_t bytes = 0;
    for (const plan::PlannedFile& file : conversion.weightFiles) {
        bytes += file.bytes;
    }
    return bytes;
}

// A weight file that is not (any more) on this machine: its first bytes are its header's.
hub::UploadFile goneFile(const plan::PlannedFile& planned, const std::string& sha256)
{
    hub::UploadFile file;
    file.name = planned.name;
    file.bytes = planned.bytes;
    file.sha256 = sha256;
    file.text = planned.head;
    return file;
}

hub::UploadFile fileAt(const std::string& name, const std::string& path, const std::string& sha256)
{
    const auto source = io::openFile(path);
    return {name, path, source->size(), source->identity().modifiedNs, io::changeTimeNs(path), sha256, std::nullopt};
}

}  // namespace

UploadSink::UploadSink(const plan::Plan& conversion, const PublishPlan& plan, const net::Settings& settings, JobContext& job)
    : m_conversion(conversion), m_plan(plan), m_job(job), m_sendingJob{m_stop, m_progress, job.log, job.limits, job.tryNow},
      m_hub(settings, m_sendingJob), m_request(uploadRequestOf(plan)), m_sent(weightBytes(conversion), m_sendingJob)
{
    job.progress.beside(&m_progress);
}

UploadSink::~UploadSink()
{
    m_job.progress.beside(nullptr);
    m_stop.cancel();
    if (m_work.valid()) {
        m_work.wait();
    }
}

void UploadSink::open()
{
    start([this] {
        requireRepository(m_hub, m_plan);
        m_session.emplace(m_request, m_hub, m_sendingJob);
        std::vector<hub::UploadFile> weights;
        for (const plan::PlannedFile& file : m_conversion.weightFiles) {
            weights.push_back(goneFile(file, {}));
        }
        m_session->requireLarge(weights);
    });
    await();
}

void UploadSink::start(std::function<void()> work)
{
    m_work = std::async(std::launch::async, std::move(work));
}

void UploadSink::begin(const convert::WholeFile& file)
{
    if (m_work.valid() && m_file == file.number) {
        return;
    }
    await();
    m_file = file.number;
    start([this, file] { send(file); });
}

void UploadSink::send(const convert::WholeFile& file)
{
    Progress unseen;
    JobContext proving{m_stop, unseen, m_job.log, m_job.limits};
    const std::string& name = m_conversion.weightFiles[file.number].name;
    try {
        const hub::UploadFile proved = fileAt(name, file.path, file.sha256);  // as it was before
        verify::requireShard(m_conversion, file.number, file.path, file.sha256, file.xxh3, proving);
        m_session->store(proved, m_sent);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::SourceChanged) {  // ours, not what is converted
            throw Error(ErrorCode::VerificationFailed)
                .file(file.path)
                .part(name)
                .with("name", "file-hashes")
                .with("reason", "written over meanwhile");
        }
        throw;
    }
}

void UploadSink::check()
{
    if (m_work.valid() && m_work.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        m_work.get();
    }
}

void UploadSink::await()
{
    while (m_work.valid() && m_work.wait_for(pollInterval) != std::future_status::ready) {
        m_job.cancel.throwIfCancelled();
    }
    check();
}

void UploadSink::addWeights(const plan::ConversionReport& report)
{
    for (const plan::PlannedFile& planned : m_conversion.weightFiles) {
        const auto written =
            std::find_if(report.files.begin(), report.files.end(), [&planned](const plan::WrittenFile& file) { return file.name == planned.name; });
        m_request.files.push_back(goneFile(planned, written->sha256));
    }
}

// The Hub decides how small files come, so they are files for it like any other.
void UploadSink::addText(const std::string& name, const std::string& text)
{
    const std::string path = convert::OutputPaths(m_conversion).inWork(name);
    io::writeFileAtomically(path, text);
    m_request.files.push_back(fileAt(name, path, Sha256::of(text)));
}

std::vector<uint32_t> UploadSink::finish(const plan::ConversionReport& report)
{
    m_job.progress.begin(Stage::Commit, 0);
    m_request.files.clear();
    addWeights(report);
    for (const mapping::TextFile& file : m_conversion.textFiles) {
        const bool isOtherCard = file.name == cardName && m_plan.options.card;
        addText(file.name, isOtherCard ? *m_plan.options.card : file.text);
    }
    addText(plan::reportName, plan::reportToJson(report));
    hub::UploadOutcome outcome;
    start([this, &outcome] { outcome = m_session->finish(); });
    await();
    std::vector<uint32_t> lost;
    for (const size_t at : outcome.lost) {
        const auto number = static_cast<uint32_t>(at);  // weight files come first
        if (!m_lost.insert(number).second) {
            throw Error(ErrorCode::HubRefused)
                .part(m_request.files[at].name)
                .with("host", hub::endpointHost(m_hub.settings()))
                .with("problem", "store");
        }
        lost.push_back(number);
    }
    if (lost.empty()) {
        std::vector<PublishFile> files;
        for (const hub::UploadFile& file : m_request.files) {
            files.push_back({file.name, file.bytes, file.sha256, PublishFile::Way::Send, file.modifiedNs, file.changedNs});
        }
        m_publication = publicationOf(m_plan, std::move(files), outcome);
    }
    return lost;
}

}  // namespace wb::job
