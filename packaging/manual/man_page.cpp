#include "packaging/manual/command_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace wb::manual {

namespace {

// Text as roff takes it: a dash that can be copied, no line that looks like a request.
std::string escaped(const std::string& text)
{
    std::string roff;
    for (const char letter : text) {
        const bool atStart = roff.empty() || roff.back() == '\n';
        if (letter == '\\') {
            roff += "\\e";
        } else if (letter == '-') {
            roff += "\\-";
        } else if (atStart && (letter == '.' || letter == '\'')) {
            roff += std::string("\\&") + letter;
        } else {
            roff += letter;
        }
    }
    return roff;
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

std::string valueText(const Option& option)
{
    return option.choices.empty() ? option.value : fmt::format("{}", fmt::join(option.choices, "|"));
}

std::string listed(const std::vector<Option>& options)
{
    std::string roff;
    for (const Option& option : options) {
        std::string names = option.names.front().starts_with("-") ? "" : "\\fI" + escaped(option.names.front()) + "\\fR";
        if (names.empty()) {
            for (const std::string& name : option.names) {
                names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", escaped(name));
            }
            names += option.value.empty() ? "" : " \\fI" + escaped(valueText(option)) + "\\fR";
        }
        roff += fmt::format(".TP\n{}\n{}.\n", names, escaped(option.help));
    }
    return roff;
}

std::string synopsis(const std::string& words, const Command& command)
{
    std::string roff = fmt::format("\\fB{}\\fR", escaped(words));
    for (const Option& option : command.options) {
        if (option.isRequired) {
            roff += fmt::format(" \\fB{}\\fR \\fI{}\\fR", escaped(option.names.back()), escaped(option.value));
        }
    }
    roff += " [\\fIoptions\\fR]";
    for (const Option& argument : command.arguments) {
        const char* form = argument.isRequired ? " \\fI{}\\fR{}" : " [\\fI{}\\fR{}]";
        roff += fmt::format(fmt::runtime(form), escaped(argument.names.front()), argument.isRepeated ? " ..." : "");
    }
    return roff + "\n";
}

// Examples without their heading, as they are to be typed.
std::string examplesOf(const Command& command)
{
    const size_t start = command.examples.find("Examples:\n");
    if (start == std::string::npos) {
        return {};
    }
    std::string text = command.examples.substr(start + 10);
    text.erase(text.find_last_not_of('\n') + 1);
    return fmt::format("Examples:\n.PP\n.nf\n{}\n.fi\n", escaped(text));
}

}  // namespace

std::string manPage(const Command& program, const std::string& release, const std::string& date, const std::string& more)
{
    const std::string title = program.help.substr(0, program.help.find_first_of(".:(\n"));
    std::string summary = title;
    summary[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(summary[0])));
    summary.erase(summary.find_last_not_of(' ') + 1);
    std::string page = fmt::format(".TH {} 1 {} \"{}\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n",
                                   upper(escaped(program.name)), date, release, escaped(program.name), escaped(summary));
    for (const Command& verb : program.verbs) {
        page += synopsis(program.name + " " + verb.name, verb) + ".br\n";
    }
    page += synopsis(program.name, program);
    page += fmt::format(".SH DESCRIPTION\n{}\n", escaped(program.help));
    page += fmt::format(".SH OPTIONS\n{}{}", listed(program.arguments), listed(program.options));
    if (!program.verbs.empty()) {
        page += ".SH VERBS\n";
    }
    for (const Command& verb : program.verbs) {
        page += fmt::format(".SS {}\n{}.\n{}{}.PP\n{}", escaped(verb.name), escaped(verb.help), listed(verb.arguments), listed(verb.options),
                            examplesOf(verb));
    }
    if (const std::string examples = examplesOf(program); !examples.empty()) {
        page += ".SH EXAMPLES\n" + examples.substr(examples.find(".PP"));
    }
    if (!program.exitCodes.empty()) {
        page += ".SH \"EXIT STATUS\"\n" + escaped(program.exitCodes);
    }
    return page + more;
}

}  // namespace wb::manual
