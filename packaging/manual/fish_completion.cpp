#include "packaging/manual/command_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::manual {

namespace {

std::string quoted(const std::string& text)
{
    std::string fish;
    for (const char letter : text) {
        fish += letter == '\'' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter == '\n' ? ' ' : letter);
    }
    return "'" + fish + "'";
}

// The words behind -a, and whether files are offered beside them.
std::string values(const Option& option)
{
    switch (kindOf(option)) {
    case Kind::Words:
        return fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
    case Kind::Variant:
        return fmt::format(" -x -a '{}'", fmt::join(variantNames(), " "));
    case Kind::Source:
        return fmt::format(" -F -a '{}'", fmt::join(variantNames(), " "));
    case Kind::Folder:
        return " -x -a '(__fish_complete_directories)'";
    case Kind::File:
        return " -r -F";
    case Kind::Nothing:
        break;
    }
    return " -x";
}

std::string lines(const Command& command, const std::string& start)
{
    std::string text;
    for (const Option& option : command.options) {
        std::string names;
        for (const std::string& name : option.names) {
            names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        text += fmt::format("{}{}{} -d {}\n", start, names, option.value.empty() ? "" : values(option), quoted(option.help));
    }
    for (const Option& argument : command.arguments) {
        if (const Kind kind = kindOf(argument); kind != Kind::Nothing) {
            text += start + (kind == Kind::File ? " -F" : values(argument)) + "\n";
        }
    }
    return text;
}

}  // namespace

std::string fishCompletion(const Command& program)
{
    std::string text = fmt::format("# fish completion of {0}, made from its table of options\ncomplete -c {0} -f\n", program.name);
    const std::string start = "complete -c " + program.name;
    text += lines(program, program.verbs.empty() ? start : start + " -n __fish_use_subcommand");
    for (const Command& verb : program.verbs) {
        text += fmt::format("{} -n __fish_use_subcommand -a {} -d {}\n", start, verb.name, quoted(verb.help));
        text += lines(verb, fmt::format("{} -n '__fish_seen_subcommand_from {}'", start, verb.name));
    }
    return text;
}

}  // namespace wb::manual
