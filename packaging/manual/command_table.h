#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

// What a program takes on its command line, as plain values: the writers of man pages and completions read nothing else.
namespace wb::manual {

struct Option {
    std::vector<std::string> names;  // "-h", "--help"; one for an argument: "SOURCE"
    std::string value;               // "TEXT"; empty for a flag
    std::string help;
    std::vector<std::string> choices;  // all values there are; empty where any will do
    bool isRequired = false;
    bool isRepeated = false;
};

struct Command {
    std::string name;
    std::string help;
    std::string examples;
    std::string exitCodes;
    std::vector<Option> arguments;
    std::vector<Option> options;
    std::vector<Command> verbs;
};

Command commandOf(const CLI::App& app);  // with its verbs
Command commandLineProgram();            // weightbridge-cli
Command torchProgram();                  // weightbridge-torch
Command windowProgram();                 // weightbridge

// Program and date are for the head of the page: "weightbridge 0.1.0", "2026-11-26". `more` is appended: sections that no table holds.
std::string manPage(const Command& program, const std::string& release, const std::string& date, const std::string& more);
std::string bashCompletion(const Command& program);
std::string zshCompletion(const Command& program);
std::string fishCompletion(const Command& program);

// What can stand for a value, to be completed.
enum class Kind { Nothing, Words, File, Folder, Variant, Source };
Kind kindOf(const Option& option);
std::vector<std::string> variantNames();

}  // namespace wb::manual
