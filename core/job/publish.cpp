#include "core/job/publish.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/hub/hub_client.h"
#include "core/hub/upload_session.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/card_licence.h"
#include "core/job/pipeline.h"
#include "core/job/published_folder.h"
#include "core/plan/conversion_report.h"
#include "core/verify/file_hashes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace wb::job {

namespace {

constexpr const char* cardName = "README.md";
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

void requireRight(const TokenStatus& token, const hub::Repository& repository, bool pullRequest, const net::Settings& settings)
{
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool mayWrite = has(token.owners, repository.owner) || has(token.repositories, repository.text());
    const std::string problem = token.role == "read" ? "role" : mayWrite || pullRequest ? "" : "owner";
    if (!problem.empty()) {
        throw Error(ErrorCode::NotAuthorised)
            .with("host", net::Url::parse(settings.endpoint).host())
            .with("name", repository.text())
            .with("problem", problem);
    }
}

Error otherVisibility(const hub::Repository& repository, bool isPrivate)
{
    return Error(ErrorCode::PublishConflict).with("name", repository.text()).with("problem", isPrivate ? "is-private" : "is-public");
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

PublishFile::Way wayOf(hub::Way way)
{
    switch (way) {
    case hub::Way::Send:
        return PublishFile::Way::Send;
    case hub::Way::There:
        return PublishFile::Way::There;
    case hub::Way::Inline:
        return PublishFile::Way::Inline;
    case hub::Way::Ignored:
        break;
    }
    return PublishFile::Way::Ignored;
}

std::vector<hub::UploadFile> uploadFilesOf(const PublishPlan& plan)
{
    std::vector<hub::UploadFile> files;
    for (const PublishFile& file : plan.files) {
        const bool isCard = plan.options.card && file.name == cardName;
        files.push_back({file.name, io::join(plan.options.folder, file.name), file.bytes, file.modifiedNs, file.sha256,
                         isCard ? plan.options.card : std::nullopt});
    }
    return files;
}

// Gives the repository its owner. Throws what stands against writing there, as far as names and token tell.
TokenStatus requireTarget(PublishOptions& options, const net::Settings& settings, JobContext& job)
{
    hub::Repository repository = hub::parseRepository(options.repository);
    hub::requireRevision(options.revision);
    TokenStatus token = whoAmI(settings, job);
    repository.owner = repository.owner.empty() ? token.user : repository.owner;
    options.repository = repository.text();
    requireRight(token, repository, options.pullRequest, settings);
    return token;
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
        lookAt(hub, repository);
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
        if (options.message.empty()) {
            options.message = fmt::format("Upload model with Weightbridge {}", version());
        }
    }

    void lookAt(hub::HubClient& hub, const hub::Repository& repository)
    {
        const PublishOptions& options = m_plan.options;
        const auto state = hub.repositoryState(repository, options.revision);
        m_plan.repositoryExists = state.has_value();
        m_plan.isPrivate = state ? state->isPrivate : options.visibility != Visibility::Public;
        m_plan.parentCommit = state ? state->head : std::string();
        const bool isWished = options.visibility == Visibility::Keep || (options.visibility == Visibility::Private) == m_plan.isPrivate;
        if (!isWished) {
            throw otherVisibility(repository, m_plan.isPrivate);
        }
        if (!state && (options.revision != "main" || options.pullRequest)) {
            throw Error(ErrorCode::HubRefused)
                .with("host", net::Url::parse(m_settings.endpoint).host())
                .with("name", options.pullRequest ? options.repository : options.revision)
                .with("problem", options.pullRequest ? "no-repository" : "revision");
        }
    }

    void takeFiles(const std::vector<FolderFile>& files, const Report& report, bool isProved)
    {
        for (const FolderFile& file : files) {
            if (m_plan.options.card && file.name == cardName) {
                continue;
            }
            refuseToken(file, m_settings);
            m_plan.files.push_back({file.name, file.bytes, sha256Of(file, report, isProved, m_job), PublishFile::Way::Send, file.modifiedNs});
        }
        if (m_plan.options.card) {
            m_plan.files.push_back({cardName, m_plan.options.card->size(), Sha256::of(*m_plan.options.card), PublishFile::Way::Inline, 0});
        }
    }

    void takeWays(hub::HubClient& hub, const hub::Repository& repository)
    {
        const PublishOptions& options = m_plan.options;
        std::vector<hub::Way> ways;
        if (m_plan.repositoryExists) {
            ways = hub::waysOf(hub, repository, options.revision, uploadFilesOf(m_plan), textIn(options.folder, ignoreName));
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

std::string stateFolder()
{
    const net::Environment& environment = net::processEnvironment();
    const std::string state = net::valueOf(environment, "XDG_STATE_HOME");
    return (state.starts_with('/') ? state : net::valueOf(environment, "HOME") + "/.local/state") + "/weightbridge/uploads";
}

// Makes it where it is missing. A token that may write but not create is fine when it is there.
void requireRepository(hub::HubClient& hub, const hub::Repository& repository, const PublishPlan& plan)
{
    std::optional<Error> refused;
    if (!plan.repositoryExists) {
        try {
            hub.createRepository(repository, plan.isPrivate);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::NotAuthorised && error.fact("found") != "402") {
                throw;
            }
            refused = error;
        }
    }
    const auto state = hub.repositoryState(repository, plan.options.revision);
    if (!state && refused) {
        throw *refused;
    }
    if (state && !state->isPrivate && plan.isPrivate) {
        throw otherVisibility(repository, false);
    }
}

}  // namespace

std::string repositoryNameProblem(const std::string& text)
{
    try {
        hub::parseRepository(text);
        return {};
    } catch (const Error& error) {
        return std::string(error.fact("problem"));
    }
}

bool isRevision(const std::string& text)
{
    try {
        hub::requireRevision(text);
        return true;
    } catch (const Error&) {
        return false;
    }
}

TokenStatus requirePublishable(const PublishOptions& options, const mapping::Architecture& architecture, const net::Settings& settings,
                               JobContext& job)
{
    PublishOptions target = options;
    if (architecture.naming == "vissl") {
        passLicence({}, architecture.naming, target);
    }
    return requireTarget(target, settings, job);
}

PublishPlan planPublish(const PublishOptions& options, const net::Settings& settings, JobContext& job)
{
    return Planning(options, settings, job).run();
}

Publication publish(const PublishPlan& plan, const net::Settings& settings, JobContext& job)
{
    const hub::Repository repository = hub::parseRepository(plan.options.repository);
    hub::HubClient hub(settings, job);
    requireRepository(hub, repository, plan);
    hub::UploadRequest request;
    request.repository = repository;
    request.revision = plan.options.revision;
    request.parentCommit = plan.parentCommit;
    request.files = uploadFilesOf(plan);
    request.gitIgnore = textIn(plan.options.folder, ignoreName);
    request.message = plan.options.message;
    request.pullRequest = plan.options.pullRequest;
    request.stateFolder = stateFolder();
    hub::UploadOutcome outcome = hub::upload(request, hub, job);
    Publication publication{plan.options.repository, outcome.commit, outcome.commitUrl, outcome.pullRequest, plan.files};
    for (size_t at = 0; at < publication.files.size(); ++at) {
        publication.files[at].way = wayOf(outcome.ways[at]);
    }
    publication.bytesSent = outcome.bytesSent;
    publication.bytesResumed = outcome.bytesResumed;
    publication.alreadyThere = outcome.alreadyThere;
    return publication;
}

}  // namespace wb::job
