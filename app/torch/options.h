#pragma once

#include "app/cli/options.h"

#include <string>

namespace wb::helper {

enum class Verb { Trace, Parity };

// What was typed: what it has in common with weightbridge-cli (source, variant, state dict, key map, parity options, output), and its own.
struct CommandLine {
    Verb verb = Verb::Trace;
    cli::CommandLine common;

    bool asPublished = false;  // trace

    std::string folder;  // parity
    std::string reference;
    std::string saveOutputs;
};

// Throws cli::TextRequested and Error(Usage).
CommandLine parseCommandLine(int argc, const char* const* argv);

}  // namespace wb::helper
