#include "app/torch/option_table.h"

#include "app/cli/help_texts.h"
#include "app/cli/shared_options.h"
#include "app/torch/options.h"

#include <CLI/CLI.hpp>

namespace wb::helper {

namespace {

constexpr const char* description =
    "Builds the networks of a RegNet checkpoint and of its Hugging Face folder in LibTorch: traces both to pair their keys, or runs "
    "both\nand compares what they compute. weightbridge and weightbridge-cli call it. Nothing in a checkpoint is executed.";

constexpr const char* traceExamples = "Examples:\n"
                                      "  weightbridge-torch trace regnet-y-10b-seer\n"
                                      "  weightbridge-torch trace model.torch --json\n"
                                      "  weightbridge-torch trace regnet-y-10b-seer --as-published\n";

constexpr const char* parityExamples = "Examples:\n"
                                       "  weightbridge-torch parity model.torch model\n"
                                       "  weightbridge-torch parity model.torch model --image cat.jpg --size 224\n"
                                       "  weightbridge-torch parity model.torch model --seed 7 --save-outputs ours.safetensors\n";

void addTrace(CLI::App& app, CommandLine& line)
{
    CLI::App& trace = cli::addVerb(app, line.common, "trace", "Pair the keys by tracing both networks", traceExamples);
    trace.add_option("SOURCE", line.common.source, "Checkpoint file or folder, or the name of a variant")->required();
    trace.add_flag("--as-published", line.asPublished, "Show what zipping the published call orders would give, with the shifted keys marked");
    trace.add_option("--variant", line.common.variant, "Name of the variant; else told from the shapes");
    cli::addStateDict(trace, line.common);
}

void addParity(CLI::App& app, CommandLine& line)
{
    CLI::App& parity = cli::addVerb(app, line.common, "parity", "Compare what both networks compute, layer by layer", parityExamples);
    parity.add_option("SOURCE", line.common.source, "Checkpoint file or folder")->required();
    parity.add_option("DIR", line.folder, "Model folder that was made from it")->required();
    cli::addParityOptions(parity, line.common);
    CLI::Option* reference = parity.add_option("--reference", line.reference,
                                               "Take the input of this .safetensors file, and compare with the outputs recorded in it (input, "
                                               "hidden_state.0 …, logits or pooler_output); 1e-5 passes");
    for (const char* other : {"--image", "--seed", "--size"}) {
        reference->excludes(parity.get_option(other));
    }
    parity.add_option("--save-outputs", line.saveOutputs, "Write the input and the converted network's outputs to this .safetensors file");
    cli::addMapOptions(parity, line.common);
}

}  // namespace

void addOptions(CLI::App& app, CommandLine& line)
{
    app.description(description);
    app.footer(cli::exitCodes);
    app.require_subcommand(1);
    addTrace(app, line);
    addParity(app, line);
}

}  // namespace wb::helper
