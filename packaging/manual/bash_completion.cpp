#include "packaging/manual/command_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::manual {

namespace {

std::string functionName(const Command& program)
{
    std::string name = "_" + program.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string namesOf(const std::vector<Option>& options)
{
    std::string names;
    for (const Option& option : options) {
        names += fmt::format("{}{}", names.empty() ? "" : " ", fmt::join(option.names, " "));
    }
    return names;
}

// The commands that fill COMPREPLY with what an option's value can be.
std::string fill(const Option& option)
{
    switch (kindOf(option)) {
    case Kind::Words:
        return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", fmt::join(option.choices, " "));
    case Kind::Variant:
        return "COMPREPLY=($(compgen -W \"$variants\" -- \"$cur\"))";
    case Kind::Source:
        return "COMPREPLY=($(compgen -W \"$variants\" -- \"$cur\") $(compgen -f -- \"$cur\"))";
    case Kind::Folder:
        return "COMPREPLY=($(compgen -d -- \"$cur\"))";
    case Kind::File:
        return "COMPREPLY=($(compgen -f -- \"$cur\"))";
    case Kind::Nothing:
        break;
    }
    return "COMPREPLY=()";
}

// "case $prev in …": values of options; then the names of options, or what the argument can be.
std::string branch(const Command& command, const std::string& words)
{
    std::string text = "            case $prev in\n";
    for (const Option& option : command.options) {
        if (!option.value.empty()) {
            text += fmt::format("                {}) {}; return ;;\n", fmt::join(option.names, "|"), fill(option));
        }
    }
    const Option nothing;
    const std::string other = !words.empty() ? fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", words)
                                             : fill(command.arguments.empty() ? nothing : command.arguments.front());
    return text + fmt::format("            esac\n"
                              "            if [[ $cur == -* ]]; then\n"
                              "                COMPREPLY=($(compgen -W '{}' -- \"$cur\"))\n"
                              "            else\n"
                              "                {}\n"
                              "            fi\n",
                              namesOf(command.options), other);
}

}  // namespace

std::string bashCompletion(const Command& program)
{
    std::string verbs;
    for (const Command& verb : program.verbs) {
        verbs += (verbs.empty() ? "" : " ") + verb.name;
    }
    std::string text = fmt::format("# bash completion of {0}, made from its table of options\n"
                                   "{1}()\n{{\n"
                                   "    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} verb= word\n"
                                   "    local variants='{2}'\n"
                                   "    for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
                                   "        if [[ -z $verb && $word != -* && \" {3} \" == *\" $word \"* ]]; then verb=$word; fi\n"
                                   "    done\n"
                                   "    case $verb in\n",
                                   program.name, functionName(program), fmt::join(variantNames(), " "), verbs);
    for (const Command& verb : program.verbs) {
        text += fmt::format("        {})\n{}            ;;\n", verb.name, branch(verb, {}));
    }
    text += fmt::format("        *)\n{}            ;;\n    esac\n}}\n", branch(program, verbs));
    return text + fmt::format("complete -o filenames -o bashdefault -F {} {}\n", functionName(program), program.name);
}

}  // namespace wb::manual
