#include "packaging/manual/command_table.h"

#include <fmt/format.h>

namespace wb::manual {

namespace {

// Inside '…[…]' of _arguments.
std::string quoted(const std::string& text)
{
    std::string zsh;
    for (const char letter : text) {
        if (letter == '\'') {
            zsh += "'\\''";
        } else if (letter == '\n') {
            zsh += ' ';
        } else {
            zsh += letter == '[' || letter == ']' || letter == ':' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter);
        }
    }
    return zsh;
}

std::string action(const Option& option)
{
    switch (kindOf(option)) {
    case Kind::Words:
        return fmt::format("({})", fmt::join(option.choices, " "));
    case Kind::Variant:
        return "($variants)";
    case Kind::Source:
        return "_alternative \"variants\\:variant\\:($variants)\" \"files\\:file\\:_files\"";
    case Kind::Folder:
        return "_files -/";
    case Kind::File:
        return "_files";
    case Kind::Nothing:
        break;
    }
    return " ";
}

std::string specs(const Command& command, const std::string& indent)
{
    std::string text;
    for (const Option& option : command.options) {
        for (const std::string& name : option.names) {
            const std::string value = option.value.empty() ? "" : fmt::format(":{}:{}", option.value, action(option));
            text += fmt::format(" \\\n{}'{}[{}]{}'", indent, name, quoted(option.help), value);
        }
    }
    for (const Option& argument : command.arguments) {
        text += fmt::format(" \\\n{}'{}:{}:{}'", indent, argument.isRepeated ? "*" : "", argument.names.front(), action(argument));
    }
    return text;
}

}  // namespace

std::string zshCompletion(const Command& program)
{
    std::string text = fmt::format(
        "#compdef {}\n# zsh completion, made from the program's table of options\n\nlocal -a variants verbs\nlocal curcontext=$curcontext "
        "state line\nvariants=({})\n",
        program.name, fmt::join(variantNames(), " "));
    if (program.verbs.empty()) {
        return text + fmt::format("_arguments{}\n", specs(program, "    "));
    }
    text += "verbs=(\n";
    for (const Command& verb : program.verbs) {
        text += fmt::format("    '{}:{}'\n", verb.name, quoted(verb.help));
    }
    text += fmt::format(")\n_arguments -C{} \\\n    '1:verb:->verb' \\\n    '*::word:->word'\ncase $state in\n    verb) _describe verb verbs ;;\n    "
                        "word)\n        case "
                        "$line[1] in\n",
                        specs(program, "    "));
    for (const Command& verb : program.verbs) {
        text += fmt::format("            {}) _arguments{} ;;\n", verb.name, specs(verb, "                "));
    }
    return text + "        esac\n        ;;\nesac\n";
}

}  // namespace wb::manual
