#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

CommandResult makeDemoCommand(Session& session)
{
    const CommandLine& line = session.line();
    job::DemoOptions options;
    options.path = line.source;
    options.variant = line.variant;
    options.scale = line.scale;
    options.seed = line.seed;
    options.container = line.container;
    options.sparse = line.sparse;
    options.overwrite = line.overwrite;
    job::DemoResult made;
    session.withProgress([&] { made = job::makeDemo(options, session.job()); });
    if (session.wantsJson()) {
        Json json = document();
        json["ok"] = true;
        json["file"] = made.path;
        json["bytes"] = made.bytes;
        json["tensors"] = made.tensors;
        json["architecture"] = architectureObject(made.architecture);
        return {text(json), {}};
    }
    session.note(fmt::format("{} tensors, {}", made.tensors, formatByteSize(made.bytes)));
    return {made.path + "\n", {}};
}

}  // namespace wb::cli
