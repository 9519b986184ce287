#pragma once

namespace CLI {
class App;
}

namespace wb::helper {

struct CommandLine;

// All verbs and options, writing to `line`, which the app must not outlive. Without LibTorch: the man page and the completions are made from it too.
void addOptions(CLI::App& app, CommandLine& line);

}  // namespace wb::helper
