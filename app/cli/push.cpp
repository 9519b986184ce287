#include "app/cli/push.h"

#include "app/cli/publish_output.h"
#include "app/cli/shared_options.h"
#include "app/cli/terminal.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace wb::cli {

namespace {

job::PublishOptions optionsOf(const PushOptions& push, const std::string& folder, const std::string& repository)
{
    job::PublishOptions options;
    options.folder = folder;
    options.repository = repository;
    options.revision = push.revision;
    options.visibility = push.visibility;
    options.pullRequest = push.pullRequest;
    options.message = push.message;
    options.licence = push.licence;
    options.acceptedLicence = push.acceptedLicence;
    return options;
}

// An error of the network is about the repository, not about what was converted.
template <typename Work> void aboutRepository(const std::string& repository, const Work& work)
{
    try {
        work();
    } catch (Error& error) {
        if (error.exitCode() == ExitCode::Network || error.exitCode() == ExitCode::NotAuthorised) {
            error.withDefault("file", repository);
        }
        throw;
    }
}

// Shows what would be done, and asks unless --yes was said.
bool isWanted(Session& session, const job::PublishPlan& plan)
{
    if (session.line().push.yes) {
        session.note(publishPlanText(plan));
        return true;
    }
    std::fputs((publishPlanText(plan) + "\n").c_str(), stderr);
    const bool isYes = askYesNo("Publish?", session.job().cancel);
    if (!isYes) {
        session.note("not published");
    }
    return isYes;
}

}  // namespace

void requireAnswer(const CommandLine& line)
{
    if (!line.push.yes && !canAsk()) {
        throw usageError("there is no terminal to ask on: say --yes to publish without a question");
    }
}

void requirePublishable(Session& session, const mapping::Architecture& architecture)
{
    const std::string& repository = session.line().push.repository;
    if (!repository.empty()) {
        requirePublishable(session, repository, architecture);
    }
}

void requirePublishable(Session& session, const std::string& repository, const mapping::Architecture& architecture)
{
    const job::PublishOptions options = optionsOf(session.line().push, {}, repository);
    aboutRepository(repository, [&] { session.hub().requirePublishable(options, architecture, session.networkAsUser(), session.job()); });
}

job::PublishPlan planPush(Session& session, const std::string& folder, const std::string& repository)
{
    const job::PublishOptions options = optionsOf(session.line().push, folder, repository);
    const net::Settings settings = session.networkAsUser();
    job::PublishPlan plan;
    aboutRepository(repository, [&] { session.withProgress([&] { plan = session.hub().plan(options, settings, session.job()); }); });
    return plan;
}

std::optional<job::Publication> push(Session& session, const job::PublishPlan& plan)
{
    if (!isWanted(session, plan)) {
        return std::nullopt;
    }
    const net::Settings settings = session.networkAsUser();
    job::Publication publication;
    aboutRepository(plan.options.repository,
                    [&] { session.withProgress([&] { publication = session.hub().publish(plan, settings, session.job()); }); });
    return publication;
}

job::PublishPlan planStreamedPush(Session& session, const plan::Plan& conversion)
{
    const std::string& repository = session.line().push.repository;
    const job::PublishOptions options = optionsOf(session.line().push, {}, repository);
    job::PublishPlan plan;
    aboutRepository(repository, [&] { plan = session.hub().planStreamed(conversion, options, session.networkAsUser(), session.job()); });
    return plan;
}

std::optional<job::StreamedPublication> pushStreamed(Session& session, const plan::Plan& conversion, const job::PublishPlan& plan,
                                                     const convert::ConvertOptions& options, const job::Conversion& convert)
{
    if (!isWanted(session, plan)) {
        return std::nullopt;
    }
    const net::Settings settings = session.networkAsUser();
    job::StreamedPublication done;
    session.withProgress([&] { done = session.hub().publishStreamed(conversion, plan, settings, options, convert, session.job()); });
    return done;
}

CommandResult pushConversion(Session& session, const Conversion& conversion)
{
    CommandResult result = conversion.result;
    if (result.error) {
        return result;
    }
    std::optional<job::Publication> publication;
    try {
        publication = push(session, planPush(session, conversion.folder, session.line().push.repository));
    } catch (const Error& error) {
        result.error = error;
    }
    if (session.wantsJson()) {
        Json json = Json::parse(result.output);
        if (result.error) {
            json.erase("ok");  // said beside the error
        }
        json["published"] = publication ? publicationObject(*publication) : Json();
        result.output = text(json);
    } else if (publication) {
        result.output += publicationText(*publication);
    }
    return result;
}

}  // namespace wb::cli
