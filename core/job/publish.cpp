#include "core/job/publish.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/hub/hub_client.h"
#include "core/hub/upload_session.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/card_licence.h"
#include "core/job/pipeline.h"
#include "core/job/publish_target.h"
#include "core/job/published_folder.h"
#include "core/plan/conversion_report.h"
#include "core/verify/file_hashes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace wb::job {

namespace {

constexpr const char* ignoreName = ".gitignore";
constexpr uint64_t mostTextBytes = 10 << 20;  // of a file inside the commit

using Report = std::optional<plan::ConversionReport>;

Report reportOf(const std::string& folder, const Limits& limits)
{
    const std::string path = io::join(folder, plan::reportName);
    return io::exists(path) ? Report(plan::reportFromJson(io::readSmallFile(path, limits.jsonBytes), limits)) : Report();
}

std::string textIn(const std::string& folder, const std::string& name)
{
    const std::string path = io::join(folder, name);
    return io::exists(path) ? io::readSmallFile(path, mostTextBytes) : std::string();
}

bool isWeights(const std::string& name)
{
    return name.ends_with(".safetensors");
}

void requireWeights(const std::vector<FolderFile>& files, const std::string& folder)
{
    if (std::none_of(files.begin(), files.end(), [](const FolderFile& file) { return isWeights(file.name); })) {
        throw Error(ErrorCode::NotFound).file(folder).part("model.safetensors").with("problem", "no-weights");
    }
}

const plan::WrittenFile* recordOf(const FolderFile& file, const Report& report)
{
    if (!report) {
        return nullptr;
    }
    const auto found =
        std::find_if(report->files.begin(), report->files.end(), [&file](const plan::WrittenFile& each) { return each.name == file.name; });
    return found == report->files.end() ? nullptr : &*found;
}

// Only the card may be another than the conversion wrote. True when no file is: then the recorded hashes hold.
bool requireProved(const std::string& folder, JobContext& job)
{
    verify::Report proof = verifyFolder(folder, job);
    const auto isOfCard = [](const verify::Check& check) { return !check.ok && check.name == "file-hashes" && check.part == cardName; };
    const auto found = std::find_if(proof.checks.begin(), proof.checks.end(), isOfCard);
    const bool asWritten = found == proof.checks.end();
    if (!asWritten) {
        proof.checks.erase(found);
        proof.ok = std::all_of(proof.checks.begin(), proof.checks.end(), [](const verify::Check& check) { return check.ok; });
    }
    requireVerified(proof, folder);
    return asWritten;
}

// Of weights as the report has it where that is proved; else from their bytes, which must then be as recorded.
std::string sha256Of(const FolderFile& file, const Report& report, bool isProved, JobContext& job)
{
    const plan::WrittenFile* const record = recordOf(file, report);
    if (isProved && record != nullptr && isWeights(file.name) && record->bytes == file.bytes) {
        return record->sha256;
    }
    std::string sha256 = verify::hashFile(*io::openFile(file.path), {}, job).sha256;
    if (record != nullptr && file.name != cardName && record->sha256 != sha256) {
        throw Error(ErrorCode::VerificationFailed).file(file.path).part(file.name).with("name", "file-hashes").with("reason", "sha256 differs");
    }
    return sha256;
}

void refuseToken(const FolderFile& file, const net::Settings& settings)
{
    if (file.bytes <= mostTextBytes && !isWeights(file.name) &&
        io::readSmallFile(file.path, mostTextBytes).find(settings.token) != std::string::npos) {
        throw Error(ErrorCode::UnsafePath).file(file.path).with("problem", "token");
    }
}

std::vector<hub::UploadFile> uploadFilesOf(const PublishPlan& plan)
{
    std::vector<hub::UploadFile> files;
    for (const PublishFile& file : plan.files) {
        const bool isCard = plan.options.card && file.name == cardName;
        files.push_back({file.name, io::join(plan.options.folder, file.name), file.bytes, file.modifiedNs, file.changedNs, file.sha256,
                         isCard ? plan.options.card : std::nullopt});
    }
    return files;
}

// One plan in the making.
class Planning {
public:
    Planning(const PublishOptions& options, const net::Settings& settings, JobContext& job) : m_settings(settings), m_job(job)
    {
        m_plan.options = options;
    }

    PublishPlan run()
    {
        PublishOptions& options = m_plan.options;
        options.folder = io::absolutePath(options.folder);
        const std::vector<FolderFile> files = filesToPublish(options.folder, m_job.log);
        requireWeights(files, options.folder);
        const Report report = reportOf(options.folder, m_job.limits);
        passGate(report);
        m_plan.token = requireTarget(options, m_settings, m_job);
        const hub::Repository repository = hub::parseRepository(options.repository);
        hub::HubClient hub(m_settings, m_job);
        lookAtTarget(m_plan, hub, repository);
        hub.validateCard(options.card ? *options.card : textIn(options.folder, cardName));
        takeFiles(files, report, requireProved(options.folder, m_job));
        takeWays(hub, repository);
        return std::move(m_plan);
    }

private:
    // Leaves a card in the options only where it is another than the folder's.
    void passGate(const Report& report)
    {
        PublishOptions& options = m_plan.options;
        const std::string standing = textIn(options.folder, cardName);
        LicensedCard card = passLicence(options.card.value_or(standing), report ? report->naming : std::string(), options);
        m_plan.licence = card.licence;
        options.card = card.text == standing ? std::nullopt : std::optional<std::string>(std::move(card.text));
    }

    void takeFiles(const std::vector<FolderFile>& files, const Report& report, bool isProved)
    {
        for (const FolderFile& file : files) {
            if (m_plan.options.card && file.name == cardName) {
                continue;
            }
            refuseToken(file, m_settings);
            m_plan.files.push_back(
                {file.name, file.bytes, sha256Of(file, report, isProved, m_job), PublishFile::Way::Send, file.modifiedNs, file.changedNs});
        }
        if (m_plan.options.card) {
            m_plan.files.push_back({cardName, m_plan.options.card->size(), Sha256::of(*m_plan.options.card), PublishFile::Way::Inline, 0, 0});
        }
    }

    void takeWays(hub::HubClient& hub, const hub::Repository& repository)
    {
        const PublishOptions& options = m_plan.options;
        std::vector<hub::Way> ways;
        if (m_plan.repositoryExists) {
            const std::string gitIgnore = textIn(options.folder, ignoreName);
            ways = hub::waysOf(hub, repository, options.revision, uploadFilesOf(m_plan), gitIgnore, options.pullRequest);
        }
        for (size_t at = 0; at < m_plan.files.size(); ++at) {
            PublishFile& file = m_plan.files[at];
            const bool isLarge = isWeights(file.name) || file.bytes > mostTextBytes;
            file.way = !ways.empty() ? wayOf(ways[at]) : isLarge ? PublishFile::Way::Send : PublishFile::Way::Inline;
            m_plan.bytesToSend += file.way == PublishFile::Way::Send ? file.bytes : 0;
        }
    }

    const net::Settings& m_settings;
    JobContext& m_job;
    PublishPlan m_plan;
};

}  // namespace

PublishPlan planPublish(const PublishOptions& options, const net::Settings& settings, JobContext& job)
{
    return Planning(options, settings, job).run();
}

Publication publish(const PublishPlan& plan, const net::Settings& settings, JobContext& job)
{
    hub::HubClient hub(settings, job);
    requireRepository(hub, plan);
    hub::UploadRequest request = uploadRequestOf(plan);
    request.files = uploadFilesOf(plan);
    request.gitIgnore = textIn(plan.options.folder, ignoreName);
    return publicationOf(plan, plan.files, hub::upload(request, hub, job));
}

}  // namespace wb::job
