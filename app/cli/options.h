#pragma once

#include "app/cli/hub_options.h"
#include "app/cli/network_options.h"
#include "app/cli/progress_output.h"
#include "core/job/demo_checkpoint.h"
#include "core/plan/plan.h"
#include "core/verify/parity.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace wb::cli {

enum class Verb { List, Inspect, Keymap, Plan, Convert, Verify, Compare, Download, MakeDemo, Login, Logout, WhoAmI, Publish, Diagnose, Reference };

// What the user typed, parsed and checked as far as words alone allow.
struct CommandLine {
    Verb verb = Verb::List;

    // every verb
    bool json = false;
    bool quiet = false;
    std::optional<ProgressMode> progress;

    std::string source;                // SOURCE, FILE or DIR: the verb's argument, or the first of them
    std::vector<std::string> sources;  // convert: all of them
    std::string second;                // compare: the other of the two
    std::string variant;
    std::string stateDict;
    std::string keymapFile;

    // plan and convert
    std::string out;  // empty: where what is not kept lies meanwhile
    plan::Format format = plan::Format::Safetensors;
    std::optional<tensor::DType> dtype;
    uint64_t shardBytes = 5'000'000'000;
    std::string labelsFile;
    bool overwrite = false;  // make-demo too
    bool noVerify = false;
    bool dryRun = false;     // publish too
    std::string keepSource;  // folder for what is fetched; empty: the default one
    bool stream = false;     // a published source is never stored

    NetworkOptions network;  // inspect, keymap, plan, convert, download and the reference script's flags
    bool online = false;     // a variant's name means its published file, not the catalogue
    std::string to;          // download

    PushOptions push;          // publish, convert and the reference script's flags
    bool noLocalCopy = false;  // convert: the result goes to the Hub file by file, and nothing stays
    bool fromStdin = false;    // login

    bool parity = false;  // convert and verify
    verify::ParityOptions parityOptions;

    std::string mapFormat;  // keymap: csv, markdown or python; empty for a table
    std::string save;
    bool trace = false;
    std::string against;  // verify
    std::string html;     // verify

    double scale = 1.0 / 64;  // make-demo
    uint64_t seed = 0;
    job::DemoContainer container = job::DemoContainer::Zip;
    bool sparse = false;

    std::string modelName;  // the reference script's flags
    std::string dumpFolder;
    bool pushToHub = false;
};

// Throws TextRequested, and Error(Usage) with the reason.
CommandLine parseCommandLine(int argc, const char* const* argv);

// Shows `visit` all verbs and options, from which the man page and the completions are made.
void visitOptions(const std::function<void(const CLI::App&)>& visit);

// "1/64", "0.25", "1": more than 0 and at most 1. Empty when it is none.
std::optional<double> parseScale(std::string_view text) noexcept;
// true, false, 1, 0, yes, no in any case.
std::optional<bool> parseTruth(std::string_view text) noexcept;

}  // namespace wb::cli
