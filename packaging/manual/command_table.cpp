#include "packaging/manual/command_table.h"

#include "app/cli/options.h"
#include "app/gui/option_table.h"
#include "app/torch/option_table.h"
#include "app/torch/options.h"
#include "core/regnet/catalogue.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace wb::manual {

namespace {

constexpr std::string_view exitCodes = "Exit codes: ";  // stand last in the footer

// CLI11 keeps the choices of IsMember only as the text "{a,b}".
std::vector<std::string> choicesOf(const std::string& type)
{
    std::vector<std::string> choices;
    const size_t open = type.find('{');
    if (open != std::string::npos) {
        std::istringstream words(type.substr(open + 1, type.find('}') - open - 1));
        for (std::string word; std::getline(words, word, ',');) {
            choices.push_back(word);
        }
    }
    return choices;
}

Option optionOf(const CLI::Option& option)
{
    Option row;
    if (option.get_positional()) {
        row.names = {option.get_name(true)};
    }
    for (const std::string& name : option.get_snames()) {
        row.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        row.names.push_back("--" + name);
    }
    row.help = option.get_description();
    const std::string type = option.get_items_expected_max() == 0 ? std::string() : option.get_type_name();
    row.choices = choicesOf(type);
    row.value = type.substr(0, type.find(':'));
    row.isRequired = option.get_required();
    row.isRepeated = option.get_items_expected_max() > 1;
    return row;
}

bool isOneOf(const Option& option, const std::vector<std::string_view>& names)
{
    return std::find_first_of(option.names.begin(), option.names.end(), names.begin(), names.end()) != option.names.end();
}

}  // namespace

Command commandOf(const CLI::App& app)
{
    Command command;
    command.name = app.get_name();
    command.help = app.get_description();
    const std::string footer = app.get_footer();
    const size_t codes = footer.find(exitCodes);
    command.examples = footer.substr(0, codes);
    command.exitCodes = codes == std::string::npos ? std::string() : footer.substr(codes + exitCodes.size());
    for (const CLI::Option* option : app.get_options()) {
        (option->get_positional() ? command.arguments : command.options).push_back(optionOf(*option));
    }
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        command.verbs.push_back(commandOf(*verb));
    }
    return command;
}

Command commandLineProgram()
{
    Command program;
    cli::visitOptions([&program](const CLI::App& app) { program = commandOf(app); });
    return program;
}

Command torchProgram()
{
    helper::CommandLine line;
    CLI::App app("", "weightbridge-torch");
    app.set_version_flag("--version", "");
    helper::addOptions(app, line);
    return commandOf(app);
}

Command windowProgram()
{
    Command program;
    program.name = "weightbridge";
    program.help = gui::programDescription;
    program.arguments.push_back({{"FILE"}, "TEXT", gui::fileHelp, {}, false, false});
    program.arguments.push_back({{"MAP"}, "TEXT", gui::mapHelp, {}, false, false});
    for (const gui::OptionRow& row : gui::options) {
        program.options.push_back({{std::string("--") + row.name}, row.value, row.help, {}, false, false});
    }
    program.options.push_back({{"-h", "--help"}, "", "Show the options and exit.", {}, false, false});
    program.options.push_back({{"--help-all"}, "", "Show the options of Qt too and exit.", {}, false, false});
    program.options.push_back({{"-v", "--version"}, "", "Show version, commit and libraries and exit.", {}, false, false});
    return program;
}

Kind kindOf(const Option& option)
{
    if (!option.choices.empty()) {
        return Kind::Words;
    }
    if (isOneOf(option, {"--variant", "--model_name"})) {
        return Kind::Variant;
    }
    if (isOneOf(option, {"SOURCE"})) {
        return Kind::Source;
    }
    if (isOneOf(option, {"DIR", "--profile"}) || option.help.starts_with("Folder")) {
        return Kind::Folder;
    }
    if (isOneOf(option, {"FILE", "MAP", "--keymap", "--labels", "--save", "--against", "--image", "--ca-file", "--reference", "--save-outputs",
                         "--screenshot"})) {
        return Kind::File;
    }
    return Kind::Nothing;
}

std::vector<std::string> variantNames()
{
    std::vector<std::string> names;
    for (const auto& variant : regnet::catalogue()) {
        names.push_back(variant.name);
    }
    return names;
}

}  // namespace wb::manual
