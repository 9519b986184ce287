#include "app/cli/shared_options.h"

#include "app/cli/help_texts.h"
#include "app/cli/network_options.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace wb::cli {

namespace {

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

}  // namespace

Error usageError(std::string_view reason)
{
    return Error(ErrorCode::Usage).with("reason", printable(reason, 1000));
}

void addCommon(CLI::App& app, CommandLine& line)
{
    static const std::map<std::string, ProgressMode> modes{{"bar", ProgressMode::Bar}, {"json", ProgressMode::Lines}, {"none", ProgressMode::None}};
    app.add_flag("--json", line.json, "Print one JSON object on stdout");
    app.add_option_function<std::string>(
           "--progress", [&line](const std::string& word) { line.progress = modes.at(word); },
           "How progress is shown on stderr: bar, json or none; a bar on a terminal unless said")
        ->check(CLI::IsMember({"bar", "json", "none"}));
    app.add_flag("--quiet", line.quiet, "Nothing on stderr but errors");
}

CLI::App& addVerb(CLI::App& app, CommandLine& line, const char* name, const char* description, const char* examples)
{
    CLI::App& verb = *app.add_subcommand(name, description);
    verb.footer(fmt::format("{}\n{}", examples, exitCodes));
    addCommon(verb, line);
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

void addParityOptions(CLI::App& verb, CommandLine& line)
{
    verify::ParityOptions& parity = line.parityOptions;
    CLI::Option* image = verb.add_option("--image", parity.image, "Picture to put through both networks (PNG, JPEG, WebP); else random numbers");
    verb.add_option("--seed", parity.seed, "Seed of the random numbers, the same as torch.randn gives for it; 0 unless said")->excludes(image);
    verb.add_option("--size", parity.size,
                    "Pixels of each edge; unless said that of the folder's processor for a picture, and for random numbers the least at which "
                    "every weight counts (64 for four stages)")
        ->check(CLI::Range(uint64_t{1}, verify::mostPixels));
    verb.add_option(
            "--tolerance", parity.tolerance,
            "Largest error that passes, relative to the largest value of a module's output. Unless said 2 u sqrt(n): for float32 u is 2^-24 and n "
            "the longest sum of products; for a result rounded to f16 u is 2^-11, to bf16 2^-8, and n the number of modules with weights")
        ->check([](const std::string& word) {
            double value = 0;
            return CLI::detail::lexical_cast(word, value) && std::isfinite(value) && value >= 0 ? std::string()
                                                                                                : "\"" + word + "\" is no number from 0 up";
        });
}

void parseWords(CLI::App& app, int argc, const char* const* argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        throw TextRequested{app.help()};
    } catch (const CLI::CallForVersion& asked) {
        throw TextRequested{std::string(asked.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        throw usageError(withShownAddresses(error.what(), argc, argv));
    }
    requireWords(app);
}

}  // namespace wb::cli
