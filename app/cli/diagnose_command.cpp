#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "core/job/diagnose.h"

#include <nlohmann/json.hpp>

namespace wb::cli {

CommandResult diagnoseCommand(Session& session)
{
    const std::string report = job::diagnosis(net::processEnvironment());
    if (!session.wantsJson()) {
        return {report, {}};
    }
    Json json = document();
    json["ok"] = true;
    json["report"] = report;
    return {text(json), {}};
}

}  // namespace wb::cli
