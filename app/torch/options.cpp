#include "app/torch/options.h"

#include "app/cli/shared_options.h"
#include "app/torch/option_table.h"
#include "core/base/version.h"

#include <torch/version.h>

#include <CLI/CLI.hpp>

namespace wb::helper {

CommandLine parseCommandLine(int argc, const char* const* argv)
{
    CommandLine line;
    CLI::App app("", "weightbridge-torch");
    app.set_version_flag("--version", versionText("weightbridge-torch", "LibTorch/" TORCH_VERSION));
    addOptions(app, line);
    cli::parseWords(app, argc, argv);
    line.verb = app.got_subcommand("trace") ? Verb::Trace : Verb::Parity;
    return line;
}

}  // namespace wb::helper
