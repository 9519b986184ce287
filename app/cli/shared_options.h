#pragma once

#include "app/cli/options.h"
#include "core/base/error.h"

#include <string>
#include <string_view>

namespace CLI {
class App;
}

// Options that both console programs have.
namespace wb::cli {

// Thrown for --help and --version: text for stdout, exit 0.
struct TextRequested {
    std::string text;
};

Error usageError(std::string_view reason);

// --json, --progress, --quiet
void addCommon(CLI::App& app, CommandLine& line);
// A verb with its examples and the exit codes below its options.
CLI::App& addVerb(CLI::App& app, CommandLine& line, const char* name, const char* description, const char* examples);
// --state-dict
void addStateDict(CLI::App& verb, CommandLine& line);
// --variant, --keymap, --state-dict
void addMapOptions(CLI::App& verb, CommandLine& line);
// --image, --seed, --size, --tolerance
void addParityOptions(CLI::App& verb, CommandLine& line);

// Throws TextRequested and Error(Usage).
void parseWords(CLI::App& app, int argc, const char* const* argv);

}  // namespace wb::cli
