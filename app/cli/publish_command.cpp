#include "app/cli/commands.h"
#include "app/cli/publish_output.h"
#include "app/cli/push.h"
#include "core/io/folder.h"

namespace wb::cli {

CommandResult publishCommand(Session& session)
{
    const CommandLine& line = session.line();
    if (!line.dryRun) {
        requireAnswer(line);
    }
    const job::PublishPlan plan = planPush(session, io::absolutePath(line.source), line.push.repository);
    if (line.dryRun) {
        return {session.wantsJson() ? publishPlanJson(plan) : publishPlanText(plan), {}};
    }
    const std::optional<job::Publication> publication = push(session, plan);
    if (!publication) {
        throw Cancelled{};
    }
    return {session.wantsJson() ? publicationJson(*publication) : publicationText(*publication), {}};
}

}  // namespace wb::cli
