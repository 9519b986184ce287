#include "app/cli/commands.h"
#include "app/cli/convert_queue.h"
#include "app/cli/convert_source.h"
#include "app/cli/push.h"
#include "app/cli/sources.h"

namespace wb::cli {

CommandResult convertCommand(Session& session)
{
    const CommandLine& line = session.line();
    if (line.dryRun) {
        return planCommand(session);
    }
    if (line.sources.size() > 1) {
        return convertQueue(session);
    }
    const job::Source source = nameSource(session, line.source);
    if (line.push.repository.empty()) {
        return convertSource(session, source).result;
    }
    requireAnswer(line);
    if (line.noLocalCopy) {
        return convertSource(session, source).result;
    }
    return pushConversion(session, convertSource(session, source));
}

}  // namespace wb::cli
