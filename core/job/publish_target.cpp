#include "core/job/publish_target.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/job/card_licence.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace wb::job {

namespace {

void requireRight(const TokenStatus& token, const hub::Repository& repository, bool pullRequest, const net::Settings& settings)
{
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool mayWrite = has(token.owners, repository.owner) || has(token.repositories, repository.text());
    const std::string problem = token.role == "read" ? "role" : mayWrite || pullRequest ? "" : "owner";
    if (!problem.empty()) {
        throw Error(ErrorCode::NotAuthorised).with("host", hub::endpointHost(settings)).with("name", repository.text()).with("problem", problem);
    }
}

Error otherVisibility(const hub::Repository& repository, bool isPrivate)
{
    return Error(ErrorCode::PublishConflict).with("name", repository.text()).with("problem", isPrivate ? "is-private" : "is-public");
}

std::string stateFolder()
{
    const net::Environment& environment = net::processEnvironment();
    const std::string state = net::valueOf(environment, "XDG_STATE_HOME");
    return (state.starts_with('/') ? state : net::valueOf(environment, "HOME") + "/.local/state") + "/weightbridge/uploads";
}

}  // namespace

TokenStatus requireTarget(PublishOptions& options, const net::Settings& settings, JobContext& job)
{
    hub::Repository repository = hub::parseRepository(options.repository);
    hub::requireRevision(options.revision);
    TokenStatus token = whoAmI(settings, job);
    repository.owner = repository.owner.empty() ? token.user : repository.owner;
    options.repository = repository.text();
    if (options.message.empty()) {
        options.message = fmt::format("Upload model with Weightbridge {}", version());
    }
    requireRight(token, repository, options.pullRequest, settings);
    return token;
}

void lookAtTarget(PublishPlan& plan, hub::HubClient& hub, const hub::Repository& repository)
{
    const PublishOptions& options = plan.options;
    const auto state = hub.repositoryState(repository, options.revision);
    plan.repositoryExists = state.has_value();
    plan.isPrivate = state ? state->isPrivate : options.visibility != Visibility::Public;
    plan.parentCommit = state ? state->head : std::string();
    const bool isWished = options.visibility == Visibility::Keep || (options.visibility == Visibility::Private) == plan.isPrivate;
    if (!isWished) {
        throw otherVisibility(repository, plan.isPrivate);
    }
    if (!state && (options.revision != "main" || options.pullRequest)) {
        throw Error(ErrorCode::HubRefused)
            .with("host", hub::endpointHost(hub.settings()))
            .with("name", options.pullRequest ? options.repository : options.revision)
            .with("problem", options.pullRequest ? "no-repository" : "revision");
    }
}

void requireRepository(hub::HubClient& hub, const PublishPlan& plan)
{
    const hub::Repository repository = hub::parseRepository(plan.options.repository);
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

hub::UploadRequest uploadRequestOf(const PublishPlan& plan)
{
    hub::UploadRequest request;
    request.repository = hub::parseRepository(plan.options.repository);
    request.revision = plan.options.revision;
    request.parentCommit = plan.parentCommit;
    request.message = plan.options.message;
    request.pullRequest = plan.options.pullRequest;
    request.author = plan.token.user;
    request.stateFolder = stateFolder();
    return request;
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

Publication publicationOf(const PublishPlan& plan, std::vector<PublishFile> files, const hub::UploadOutcome& outcome)
{
    Publication publication{plan.options.repository, outcome.commit, outcome.commitUrl, outcome.pullRequest, std::move(files)};
    for (size_t at = 0; at < publication.files.size(); ++at) {
        publication.files[at].way = wayOf(outcome.ways[at]);
    }
    publication.bytesSent = outcome.bytesSent;
    publication.bytesResumed = outcome.bytesResumed;
    publication.alreadyThere = outcome.alreadyThere;
    return publication;
}

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

}  // namespace wb::job
