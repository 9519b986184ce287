#include "app/cli/commands.h"
#include "app/cli/fetch_output.h"
#include "app/cli/json_output.h"
#include "app/cli/shared_options.h"
#include "app/cli/sources.h"

#include <nlohmann/json.hpp>

namespace wb::cli {

CommandResult downloadCommand(Session& session)
{
    const CommandLine& line = session.line();
    const job::Source source = nameSource(session, line.source);
    if (!source.isRemote() && source.variant == nullptr) {
        throw usageError(source.shown + " is on this machine already: there is nothing to download");
    }
    const job::Fetched fetched = fetchSource(session, source, line.to);
    if (session.wantsJson()) {
        Json json = document();
        json["ok"] = true;
        json["source"] = source.shown;
        json["file"] = fetched.path;
        return {withMembers(text(json), fetchedMembers(fetched, "")), {}};
    }
    session.note(fetchedText(fetched));
    return {fetched.path + "\n", {}};
}

}  // namespace wb::cli
