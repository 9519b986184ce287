#include "app/cli/commands.h"
#include "app/cli/error_sentences.h"
#include "app/cli/fetch_output.h"
#include "app/cli/json_output.h"
#include "app/cli/publish_output.h"
#include "app/cli/push.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/pipeline.h"
#include "core/job/reference_run.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace wb::cli {

namespace {

using Publications = std::map<std::string, job::Publication>;  // by variant

std::string stateText(job::ReferenceResult::State state)
{
    switch (state) {
    case job::ReferenceResult::State::Converted:
        return "converted";
    case job::ReferenceResult::State::Kept:
        return "kept";
    case job::ReferenceResult::State::Failed:
        break;
    }
    return "failed";
}

std::string resultsJson(const std::vector<job::ReferenceResult>& results, const Publications& published, bool ok)
{
    Json list = Json::array();
    for (const job::ReferenceResult& result : results) {
        const auto publication = published.find(result.variant);
        list.push_back({{"variant", result.variant},
                        {"ok", !result.error},
                        {"state", stateText(result.state)},
                        {"source", result.source},
                        {"folder", result.folder},
                        {"pth", result.pth},
                        {"published", publication != published.end() ? publicationObject(publication->second) : Json()},
                        {"error", result.error ? errorObject(*result.error) : Json()}});
    }
    Json json = document();
    if (ok) {
        json["ok"] = true;
    }
    json["results"] = std::move(list);
    return text(json);
}

std::string resultsText(const std::vector<job::ReferenceResult>& results)
{
    std::vector<std::vector<std::string>> rows{{"variant", "", "result"}};
    for (const job::ReferenceResult& result : results) {
        rows.push_back({result.variant, stateText(result.state), result.error ? sentenceOf(*result.error) : printable(result.folder, 4200)});
    }
    return textTable({Align::Left, Align::Left, Align::Left}, rows);
}

// Before anything is fetched or converted. The repository is named like the variant, in the token's own namespace.
void requireAllPublishable(Session& session)
{
    requireAnswer(session.line());
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& variant : family->variants()) {
            if (session.line().modelName.empty() || variant.name == session.line().modelName) {
                requirePublishable(session, variant.name, variant.architecture);
            }
        }
    }
}

Publications publishAll(Session& session, std::vector<job::ReferenceResult>& results)
{
    Publications published;
    for (job::ReferenceResult& result : results) {
        if (result.error) {
            continue;
        }
        try {
            if (const auto publication = push(session, planPush(session, result.folder, result.variant))) {
                session.note(publicationText(*publication));
                published.emplace(result.variant, *publication);
            }
        } catch (const Error& error) {
            result.error = error;
        }
    }
    return published;
}

job::ReferenceEvents eventsOf(Session& session)
{
    job::ReferenceEvents events;
    events.begins = [&session](const std::string& variant) { session.note("converting " + variant); };
    events.pthIsThere = [&session](const std::string& pth) {
        session.note(fmt::format("{} is already there; it is checked and kept", printable(pth, 4200)));
    };
    events.fetches = [&session](const std::string& path) { session.note(fmt::format("{} is not there; it is fetched", printable(path, 4200))); };
    events.fetched = [&session](const job::Fetched& fetched) { session.note(fetchedText(fetched)); };
    events.planned = [&session](const plan::Plan& plan) { warnOf(session, plan); };
    return events;
}

}  // namespace

CommandResult referenceCommand(Session& session)
{
    const CommandLine& line = session.line();
    if (line.pushToHub) {
        requireAllPublishable(session);
    }
    const job::ReferenceEvents events = eventsOf(session);
    std::vector<job::ReferenceResult> results;
    session.withProgress([&] { results = job::runReference(line.modelName, line.dumpFolder, session.network(), events, session.job()); });
    const Publications published = line.pushToHub ? publishAll(session, results) : Publications();

    CommandResult outcome;
    for (const job::ReferenceResult& result : results) {
        if (result.error && !outcome.error) {
            outcome.error = result.error;
        }
    }
    outcome.output = session.wantsJson() ? resultsJson(results, published, !outcome.error) : resultsText(results);
    return outcome;
}

}  // namespace wb::cli
