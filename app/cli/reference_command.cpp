#include "app/cli/commands.h"
#include "app/cli/error_sentences.h"
#include "app/cli/fetch_output.h"
#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/job/reference_run.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

namespace {

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

std::string resultsJson(const std::vector<job::ReferenceResult>& results, bool ok)
{
    Json list = Json::array();
    for (const job::ReferenceResult& result : results) {
        list.push_back({{"variant", result.variant},
                        {"ok", !result.error},
                        {"state", stateText(result.state)},
                        {"source", result.source},
                        {"folder", result.folder},
                        {"pth", result.pth},
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

}  // namespace

CommandResult referenceCommand(Session& session)
{
    const CommandLine& line = session.line();
    job::ReferenceEvents events;
    events.begins = [&session](const std::string& variant) { session.note("converting " + variant); };
    events.pthIsThere = [&session](const std::string& pth) {
        session.note(fmt::format("{} is already there; it is checked and kept", printable(pth, 4200)));
    };
    events.fetches = [&session](const std::string& path) { session.note(fmt::format("{} is not there; it is fetched", printable(path, 4200))); };
    events.fetched = [&session](const job::Fetched& fetched) { session.note(fetchedText(fetched)); };
    events.planned = [&session](const plan::Plan& plan) { warnOf(session, plan); };
    std::vector<job::ReferenceResult> results;
    session.withProgress([&] { results = job::runReference(line.modelName, line.dumpFolder, session.network(), events, session.job()); });

    CommandResult outcome;
    for (const job::ReferenceResult& result : results) {
        if (result.error && !outcome.error) {
            outcome.error = result.error;
        }
    }
    outcome.output = session.wantsJson() ? resultsJson(results, !outcome.error) : resultsText(results);
    return outcome;
}

}  // namespace wb::cli
