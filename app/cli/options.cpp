#include "app/cli/options.h"

#include "app/cli/help_texts.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <utility>

namespace wb::cli {

namespace {

// Values that are words on the command line and something else inside.
struct Words {
    std::string progress;
    std::string format = "safetensors";
    std::string dtype = "keep";
    std::string shardSize = "5GB";
    std::string scale = "1/64";
    std::string container = "zip";
    std::string pushToHub = "false";
};

Error usageError(std::string_view reason)
{
    return Error(ErrorCode::Usage).with("reason", printable(reason, 1000));
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return lower;
}

void addCommon(CLI::App& app, CommandLine& line, Words& words)
{
    app.add_flag("--json", line.json, "Print one JSON object on stdout");
    app.add_option("--progress", words.progress, "How progress is shown on stderr: bar, json or none; a bar on a terminal unless said")
        ->check(CLI::IsMember({"bar", "json", "none"}));
    app.add_flag("--quiet", line.quiet, "Nothing on stderr but errors");
}

CLI::App& addVerb(CLI::App& app, CommandLine& line, Words& words, const char* name, const char* description, const char* examples)
{
    CLI::App& verb = *app.add_subcommand(name, description);
    verb.footer(fmt::format("{}\n{}", examples, exitCodes));
    addCommon(verb, line, words);
    return verb;
}

void addStateDict(CLI::App& verb, CommandLine& line)
{
    verb.add_option("--state-dict", line.stateDict, "Dotted path of the weights in the file, where it is not found by itself");
}

void addMapOptions(CLI::App& verb, CommandLine& line)
{
    verb.add_option("--variant", line.variant, "Name of the variant (see list); else told from the shapes");
    verb.add_option("--keymap", line.keymapFile, "Key map with your decisions, as keymap --save writes it");
    addStateDict(verb, line);
}

void addPlanOptions(CLI::App& verb, CommandLine& line, Words& words)
{
    verb.add_option("SOURCE", line.source, "Checkpoint file or folder")->required();
    verb.add_option("--out", line.out, "Folder to make")->required();
    addMapOptions(verb, line);
    verb.add_option("--format", words.format, "safetensors, pth (DIR.pth beside DIR) or both; safetensors unless said")
        ->check(CLI::IsMember({"safetensors", "pth", "both"}));
    verb.add_option("--dtype", words.dtype, "keep, f32, f16 or bf16, for floating tensors; keep unless said")
        ->check(CLI::IsMember({"keep", "f32", "f16", "bf16"}));
    verb.add_option("--shard-size", words.shardSize, "Most bytes of tensors in one file: 5GB unless said, 0 for one file");
    verb.add_option("--labels", line.labelsFile, "Names of the classes: one a line, a JSON array or object");
}

void addVerbs(CLI::App& app, CommandLine& line, Words& words)
{
    addVerb(app, line, words, "list", "Show the variants of the catalogue", listExamples);

    CLI::App& inspect = addVerb(app, line, words, "inspect", "Show what a checkpoint holds", inspectExamples);
    inspect.add_option("FILE", line.source, "Checkpoint file or folder")->required();
    addStateDict(inspect, line);

    CLI::App& keymap = addVerb(app, line, words, "keymap", "Show where every key goes", keymapExamples);
    keymap.add_option("SOURCE", line.source, "Checkpoint file or folder, or the name of a variant")->required();
    keymap.add_flag("--csv", line.csv, "Print the map as CSV");
    keymap.add_option("--save", line.save, "Also write the map to this *.keymap.json file");
    addMapOptions(keymap, line);

    CLI::App& plan = addVerb(app, line, words, "plan", "Show what convert would do, and write nothing", planExamples);
    addPlanOptions(plan, line, words);

    CLI::App& convert = addVerb(app, line, words, "convert", "Make a model folder from a checkpoint", convertExamples);
    addPlanOptions(convert, line, words);
    convert.add_flag("--overwrite", line.overwrite, "Replace what is in the folder");
    convert.add_flag("--no-verify", line.noVerify, "Do not read the result again");
    convert.add_flag("--dry-run", line.dryRun, "The same as plan");

    CLI::App& verify = addVerb(app, line, words, "verify", "Prove a model folder", verifyExamples);
    verify.add_option("DIR", line.source, "Model folder")->required();
    verify.add_option("--against", line.against, "Compare every value with this checkpoint");
    verify.add_option("--keymap", line.keymapFile, "Key map that the folder was made with");
    addStateDict(verify, line);

    CLI::App& demo = addVerb(app, line, words, "make-demo", "Make a checkpoint of a variant's structure with made-up values", makeDemoExamples);
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
    app.add_option("--pytorch_dump_folder_path", line.dumpFolder, "Folder that holds the source and gets NAME.pth and NAME/");
    app.add_option("--push_to_hub", words.pushToHub, "Publish the result: true or false; false unless said")->expected(0, 1);
}

// An empty word is mostly a variable of a script that was never set.
void requireWords(const CLI::App& app)
{
    for (const CLI::App* verb : app.get_subcommands()) {
        for (const CLI::Option* option : verb->get_options()) {
            const std::vector<std::string> words = option->results();
            if (std::find(words.begin(), words.end(), std::string()) != words.end()) {
                throw usageError(option->get_name() + " is empty");
            }
        }
    }
}

Verb verbOf(const CLI::App& app)
{
    static const std::map<std::string, Verb> verbs{{"list", Verb::List},         {"inspect", Verb::Inspect}, {"keymap", Verb::Keymap},
                                                   {"plan", Verb::Plan},         {"convert", Verb::Convert}, {"verify", Verb::Verify},
                                                   {"make-demo", Verb::MakeDemo}};
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
    if (line.pushToHub) {
        throw Error(ErrorCode::NotAvailable).with("name", "--push_to_hub true");
    }
    if (line.dumpFolder.empty()) {
        throw usageError(any ? "--pytorch_dump_folder_path is required"
                             : "a verb is required: list, inspect, keymap, plan, convert, verify or make-demo");
    }
}

void takeWords(const Words& words, CommandLine& line)
{
    static const std::map<std::string, ProgressMode> modes{{"bar", ProgressMode::Bar}, {"json", ProgressMode::Lines}, {"none", ProgressMode::None}};
    static const std::map<std::string, tensor::DType> dtypes{{"f32", tensor::DType::F32}, {"f16", tensor::DType::F16}, {"bf16", tensor::DType::BF16}};
    static const std::map<std::string, job::DemoContainer> containers{
        {"zip", job::DemoContainer::Zip}, {"legacy", job::DemoContainer::Legacy}, {"safetensors", job::DemoContainer::Safetensors}};
    static const std::map<std::string, plan::Format> formats{
        {"safetensors", plan::Format::Safetensors}, {"pth", plan::Format::Pth}, {"both", plan::Format::Both}};
    if (!words.progress.empty()) {
        line.progress = modes.at(words.progress);
    }
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

CommandLine parseCommandLine(int argc, const char* const* argv)
{
    CommandLine line;
    Words words;
    CLI::App app(programDescription, "weightbridge-cli");
    app.set_version_flag("--version", fmt::format("weightbridge-cli {}", version()));
    app.footer(fmt::format("{}\n{}", programExamples, exitCodes));
    app.require_subcommand(0, 1);
    addCommon(app, line, words);
    addVerbs(app, line, words);
    addReferenceFlags(app, line, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        throw TextRequested{app.help()};
    } catch (const CLI::CallForVersion& asked) {
        throw TextRequested{std::string(asked.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        throw usageError(error.what());
    }
    line.verb = verbOf(app);
    requireWords(app);
    takeWords(words, line);
    requireReferenceFlags(app, line);
    if (line.csv && line.json) {
        throw usageError("--csv and --json exclude each other");
    }
    return line;
}

}  // namespace wb::cli
