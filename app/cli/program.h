#pragma once

#include "app/cli/session.h"
#include "app/cli/shared_options.h"

#include <functional>
#include <string_view>

namespace wb::cli {

// A console program: what is particular to it.
struct Program {
    std::string_view name;  // "weightbridge-cli"
    // Parses the command line and does what it says. Throws TextRequested, Error and Cancelled.
    std::function<CommandResult(int argc, const char* const* argv)> work;
    // Fields that every JSON document of the program has beside "schema", as written: "\"version\":\"1\"". Empty: none.
    std::string members;
};

// Runs it: results on stdout, errors as sentences on stderr and with --json as an object on stdout. Returns the exit code (DESIGN 9).
int runProgram(const Program& program, int argc, const char* const* argv) noexcept;

}  // namespace wb::cli
