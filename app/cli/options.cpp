#include "app/cli/options.h"

#include "app/cli/help_texts.h"
#include "app/cli/shared_options.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/net/url.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace wb::cli {

namespace {

// Values that are words on the command line and something else inside.
struct Words {
    std::string format = "safetensors";
    std::string dtype = "keep";
    std::string shardSize = "5GB";
    std::string scale = "1/64";
    std::string container = "zip";
    std::string pushToHub = "false";
};

void addPlanOptions(CLI::App& verb, CommandLine& line, Words& words)
{
    addMapOptions(verb, line);
    verb.add_option("--format", words.format, "safetensors, pth (DIR.pth beside DIR) or both; safetensors unless said")
        ->check(CLI::IsMember({"safetensors", "pth", "both"}));
    verb.add_option("--dtype", words.dtype, "keep, f32, f16 or bf16, for floating tensors; keep unless said")
        ->check(CLI::IsMember({"keep", "f32", "f16", "bf16"}));
    verb.add_option("--shard-size", words.shardSize, "Most bytes of tensors in one file: 5GB unless said, 0 for one file");
    verb.add_option("--labels", line.labelsFile, "Names of the classes: one a line, a JSON array or object");
    CLI::Option* keep = verb.add_option("--keep-source", line.keepSource,
                                        "Folder for a source that is fetched; weightbridge/sources in your data folder unless said");
    verb.add_flag("--stream", line.stream, "Convert a source while it comes, without ever storing it")->excludes(keep);
    addNetworkOptions(verb, line.network);
}

void addParityFlag(CLI::App& verb, CommandLine& line)
{
    verb.add_flag("--parity", line.parity, "Run both networks layer by layer and compare their outputs (needs weightbridge-torch)");
    addParityOptions(verb, line);
}

constexpr const char* sourceHelp = "Checkpoint file or folder, https:// address, hf://owner/name[@revision]/file, or name of a variant";

void addOnline(CLI::App& verb, CommandLine& line)
{
    verb.add_flag("--online", line.online, "For the name of a variant, read its published file instead of the catalogue");
}

void addLookingVerbs(CLI::App& app, CommandLine& line)
{
    CLI::App& inspect = addVerb(app, line, "inspect", "Show what a checkpoint holds", inspectExamples);
    inspect.add_option("SOURCE", line.source, sourceHelp)->required();
    addStateDict(inspect, line);
    addNetworkOptions(inspect, line.network);

    CLI::App& keymap = addVerb(app, line, "keymap", "Show where every key goes", keymapExamples);
    keymap.add_option("SOURCE", line.source, sourceHelp)->required();
    keymap.add_option("--format", line.mapFormat, "Print the map as CSV, as a Markdown table or as a Python dict (default: a table for the eye)")
        ->check(CLI::IsMember({"csv", "markdown", "python"}));
    keymap.add_flag_callback(
        "--csv", [&line] { line.mapFormat = "csv"; }, "The same as --format csv");
    keymap.add_option("--save", line.save, "Also write the map to this *.keymap.json file");
    keymap.add_flag("--trace", line.trace, "Also trace both networks (needs weightbridge-torch), and show whether that gives the same map");
    addMapOptions(keymap, line);
    addOnline(keymap, line);
    addNetworkOptions(keymap, line.network);
}

void addConvertingVerbs(CLI::App& app, CommandLine& line, Words& words)
{
    CLI::App& plan = addVerb(app, line, "plan", "Show what convert would do, and write nothing", planExamples);
    plan.add_option("SOURCE", line.source, sourceHelp)->required();
    plan.add_option("--out", line.out, "Folder to make")->required();
    addPlanOptions(plan, line, words);
    addOnline(plan, line);

    CLI::App& download = addVerb(app, line, "download", "Fetch a published checkpoint and prove it", downloadExamples);
    download.add_option("SOURCE", line.source, "https:// address, hf://owner/name[@revision]/file, or name of a variant")->required();
    download.add_option("--to", line.to, "Folder to put it into")->required();
    addNetworkOptions(download, line.network);

    CLI::App& convert = addVerb(app, line, "convert", "Make a model folder from a checkpoint, or one from each of several", convertExamples);
    convert.add_option("SOURCE", line.sources, sourceHelp)->required();
    convert.add_option("--out", line.out,
                       "Folder to make; with several sources each gets a folder of its own name in it. With --no-local-copy it holds\ntwo files at "
                       "most meanwhile, and need not be said");
    addPlanOptions(convert, line, words);
    convert.add_flag("--overwrite", line.overwrite, "Replace what is in the folder");
    convert.add_flag("--no-verify", line.noVerify, "Do not read the result again");
    convert.add_flag("--dry-run", line.dryRun, "The same as plan");
    addPushTo(convert, line);
    addParityFlag(convert, line);
}

void addVerbs(CLI::App& app, CommandLine& line, Words& words)
{
    addVerb(app, line, "list", "Show the variants of the catalogue", listExamples);

    addLookingVerbs(app, line);
    addConvertingVerbs(app, line, words);
    addHubVerbs(app, line);

    CLI::App& verify = addVerb(app, line, "verify", "Prove a model folder", verifyExamples);
    verify.add_option("DIR", line.source, "Model folder")->required();
    verify.add_option("--against", line.against, "Compare every value with this checkpoint");
    verify.add_option("--keymap", line.keymapFile, "Key map that the folder was made with");
    verify.add_option("--html", line.html, "Also write a report for people to this file: one page that needs nothing else");
    addStateDict(verify, line);
    addParityFlag(verify, line);

    CLI::App& compare = addVerb(app, line, "compare", "Compare two checkpoints or model folders, tensor by tensor", compareExamples);
    compare
        .add_option("FIRST", line.source, "Checkpoint file or model folder, https:// address, hf://owner/name[@revision]/file, or name of a variant")
        ->required();
    compare.add_option("SECOND", line.second, "The other: a model folder made from the first is matched by its key map, all else by keys")
        ->required();
    addNetworkOptions(compare, line.network);

    addVerb(app, line, "diagnose", "Show the environment for a report of a problem, without anything secret", diagnoseExamples);

    CLI::App& demo = addVerb(app, line, "make-demo", "Make a checkpoint of a variant's structure with made-up values", makeDemoExamples);
    demo.add_option("FILE", line.source, "File to write")->required();
    demo.add_option("--variant", line.variant, "Name of the variant (see list)")->required();
    demo.add_option("--scale", words.scale, "Factor on the widths, such as 1/64 or 0.3 (bytes go with its square); 1/64 unless said");
    demo.add_option("--seed", line.seed, "Another number gives other values");
    demo.add_option("--container", words.container, "zip, legacy or safetensors; zip unless said")
        ->check(CLI::IsMember({"zip", "legacy", "safetensors"}));
    demo.add_flag("--sparse", line.sparse, "All values zero, taking no room on disk");
    demo.add_flag("--overwrite", line.overwrite, "Replace the file");
}

void addReferenceFlags(CLI::App& app, CommandLine& line, Words& words)
{
    app.add_option("--model_name", line.modelName, "Name of the variant; all of them when left out");
    app.add_option("--pytorch_dump_folder_path", line.dumpFolder, "Folder that holds the source, or gets it, and gets NAME.pth and NAME/");
    app.add_option("--push_to_hub", words.pushToHub, "Publish the result: true or false; false unless said")->expected(0, 1);
    addPushOptions(app, line.push);
    addNetworkOptions(app, line.network);
}

void addEverything(CLI::App& app, CommandLine& line, Words& words)
{
    app.set_version_flag("--version", versionText("weightbridge-cli", {}));
    app.footer(fmt::format("{}\n{}", programExamples, exitCodes));
    app.require_subcommand(0, 1);
    addCommon(app, line);
    addVerbs(app, line, words);
    addReferenceFlags(app, line, words);
}

Verb verbOf(const CLI::App& app)
{
    static const std::map<std::string, Verb> verbs{
        {"list", Verb::List},     {"inspect", Verb::Inspect}, {"keymap", Verb::Keymap},     {"plan", Verb::Plan},          {"convert", Verb::Convert},
        {"verify", Verb::Verify}, {"compare", Verb::Compare}, {"download", Verb::Download}, {"make-demo", Verb::MakeDemo}, {"login", Verb::Login},
        {"logout", Verb::Logout}, {"whoami", Verb::WhoAmI},   {"publish", Verb::Publish},   {"diagnose", Verb::Diagnose}};
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? Verb::Reference : verbs.at(chosen.front()->get_name());
}

void requireReferenceFlags(const CLI::App& app, const CommandLine& line)
{
    const bool any = app.count("--model_name") + app.count("--pytorch_dump_folder_path") + app.count("--push_to_hub") > 0;
    if (line.verb != Verb::Reference) {
        if (any) {
            throw usageError("--model_name, --pytorch_dump_folder_path and --push_to_hub go without a verb");
        }
        return;
    }
    if (line.dumpFolder.empty()) {
        throw usageError(
            any ? "--pytorch_dump_folder_path is required"
                : "a verb is required: list, inspect, keymap, plan, convert, verify, compare, download, make-demo, login, logout, whoami, "
                  "publish or diagnose");
    }
}

void requireParity(const CLI::App& app, const CommandLine& line)
{
    if (line.verb != Verb::Convert && line.verb != Verb::Verify) {
        return;
    }
    const CLI::App& verb = *app.get_subcommands().front();
    for (const char* option : {"--image", "--seed", "--size", "--tolerance"}) {
        if (!line.parity && verb.count(option) > 0) {
            throw usageError(fmt::format("{} goes with --parity", option));
        }
    }
    if (line.parity && line.verb == Verb::Verify && line.against.empty()) {
        throw usageError("--parity needs --against CHECKPOINT, the other of the two networks");
    }
}

// What belongs to one source only, beside several of them.
void requireOneSource(const CommandLine& line)
{
    if (line.sources.size() < 2) {
        return;
    }
    const std::pair<bool, const char*> ofOne[]{{!line.variant.empty(), "--variant"},
                                               {!line.keymapFile.empty(), "--keymap"},
                                               {!line.stateDict.empty(), "--state-dict"},
                                               {!line.labelsFile.empty(), "--labels"},
                                               {line.parity, "--parity"},
                                               {!line.push.repository.empty(), "--push-to"},
                                               {line.dryRun, "--dry-run"}};
    for (const auto& [isGiven, option] : ofOne) {
        if (isGiven) {
            throw usageError(fmt::format("{} goes with one SOURCE", option));
        }
    }
}

void takeSources(CommandLine& line)
{
    if (!line.sources.empty()) {
        line.source = line.sources.front();
    }
    line.online = line.online || line.verb == Verb::Inspect;  // there is nothing else to inspect
    requireOneSource(line);
    if (line.trace && net::Url::looksLikeOne(line.source)) {
        throw usageError("--trace takes a file or the name of a variant, no address");
    }
    if (line.stream && line.parity) {
        throw usageError("--parity reads the source again: leave out --stream");
    }
}

void takeWords(const Words& words, CommandLine& line)
{
    static const std::map<std::string, tensor::DType> dtypes{{"f32", tensor::DType::F32}, {"f16", tensor::DType::F16}, {"bf16", tensor::DType::BF16}};
    static const std::map<std::string, job::DemoContainer> containers{
        {"zip", job::DemoContainer::Zip}, {"legacy", job::DemoContainer::Legacy}, {"safetensors", job::DemoContainer::Safetensors}};
    static const std::map<std::string, plan::Format> formats{
        {"safetensors", plan::Format::Safetensors}, {"pth", plan::Format::Pth}, {"both", plan::Format::Both}};
    if (words.dtype != "keep") {
        line.dtype = dtypes.at(words.dtype);
    }
    line.container = containers.at(words.container);
    line.format = formats.at(words.format);

    const auto shardBytes = parseByteSize(words.shardSize);
    if (!shardBytes) {
        throw usageError(fmt::format("--shard-size: \"{}\" is no size such as 5GB or 500MiB", words.shardSize));
    }
    line.shardBytes = *shardBytes;
    const auto scale = parseScale(words.scale);
    if (!scale) {
        throw usageError(fmt::format("--scale: \"{}\" is no number above 0 and at most 1, such as 1/64 or 0.3", words.scale));
    }
    line.scale = *scale;
    const auto push = parseTruth(words.pushToHub);
    if (!push) {
        throw usageError(fmt::format("--push_to_hub: \"{}\" is neither true nor false", words.pushToHub));
    }
    line.pushToHub = *push;
}

}  // namespace

std::optional<double> parseScale(std::string_view text) noexcept
{
    const auto number = [](std::string_view digits) -> std::optional<double> {
        double value = 0;
        const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return failure == std::errc{} && stop == digits.data() + digits.size() ? std::optional<double>(value) : std::nullopt;
    };
    const size_t slash = text.find('/');
    const auto above = number(text.substr(0, slash));
    const auto below = slash == std::string_view::npos ? std::optional<double>(1.0) : number(text.substr(slash + 1));
    if (!above || !below || !(*below > 0)) {
        return std::nullopt;
    }
    const double scale = *above / *below;
    return scale > 0 && scale <= 1 ? std::optional<double>(scale) : std::nullopt;
}

std::optional<bool> parseTruth(std::string_view text) noexcept
{
    const std::string word = lowered(text);
    if (word == "true" || word == "1" || word == "yes" || word.empty()) {  // the bare flag
        return true;
    }
    if (word == "false" || word == "0" || word == "no") {
        return false;
    }
    return std::nullopt;
}

void visitOptions(const std::function<void(const CLI::App&)>& visit)
{
    CommandLine line;
    Words words;
    CLI::App app(programDescription, "weightbridge-cli");
    addEverything(app, line, words);
    visit(app);
}

CommandLine parseCommandLine(int argc, const char* const* argv)
{
    CommandLine line;
    Words words;
    CLI::App app(programDescription, "weightbridge-cli");
    addEverything(app, line, words);
    parseWords(app, argc, argv);
    line.verb = verbOf(app);
    takeWords(words, line);
    takeSources(line);
    requireReferenceFlags(app, line);
    requireParity(app, line);
    requirePush(app, line);
    if (!line.mapFormat.empty() && line.json) {
        throw usageError("--format, --csv and --json exclude each other");
    }
    return line;
}

}  // namespace wb::cli
