#include "app/cli/run.h"

#include "app/cli/commands.h"
#include "app/cli/error_sentences.h"
#include "app/cli/json_output.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstring>
#include <new>

namespace wb::cli {

namespace {

int exitNumber(ExitCode code)
{
    return static_cast<int>(code);
}

// For failures before or outside the parsed command line.
bool asksForJson(int argc, const char* const* argv) noexcept
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--json") == 0) {
            return true;
        }
    }
    return false;
}

void printOut(const std::string& output)
{
    std::fputs(output.c_str(), stdout);
    if (!output.empty() && output.back() != '\n') {
        std::fputc('\n', stdout);
    }
}

void printError(const Error& error)
{
    std::fputs(fmt::format("weightbridge-cli: {} {}\n", sentenceOf(error), hintOf(error)).c_str(), stderr);
}

CommandResult runVerb(Session& session)
{
    switch (session.line().verb) {
    case Verb::List:
        return listCommand(session);
    case Verb::Inspect:
        return inspectCommand(session);
    case Verb::Keymap:
        return keymapCommand(session);
    case Verb::Plan:
        return planCommand(session);
    case Verb::Convert:
        return convertCommand(session);
    case Verb::Verify:
        return verifyCommand(session);
    case Verb::MakeDemo:
        return makeDemoCommand(session);
    case Verb::Reference:
        break;
    }
    return referenceCommand(session);
}

// Says which of the user's files an error is about where core, which saw only its contents, could not.
void nameFile(Error& error, const CommandLine& line)
{
    if (!error.fact("path").empty() || line.verb == Verb::Verify || line.verb == Verb::Reference) {
        return;
    }
    if (error.code() == ErrorCode::KeyMapFile) {
        error.withDefault("file", line.keymapFile);
    } else if (error.code() == ErrorCode::LabelsCount) {
        error.withDefault("file", line.labelsFile);
    } else if (error.code() == ErrorCode::JournalDamaged) {
        error.withDefault("file", line.out);
    } else if (error.exitCode() == ExitCode::Refused || error.exitCode() == ExitCode::MapIncomplete) {
        error.withDefault("file", line.source);
    }
}

CommandResult runNamingFiles(Session& session)
{
    try {
        CommandResult result = runVerb(session);
        if (result.error) {
            nameFile(*result.error, session.line());
        }
        return result;
    } catch (Error& error) {
        nameFile(error, session.line());
        throw;
    }
}

int runParsed(int argc, const char* const* argv, const CancelToken& cancel)
{
    const CommandLine line = parseCommandLine(argc, argv);
    Session session(line, cancel);
    const CommandResult result = runNamingFiles(session);
    if (!result.error) {
        printOut(result.output);
        return exitNumber(ExitCode::Ok);
    }
    printOut(line.json ? withError(result.output.empty() ? text(document()) : result.output, *result.error) : result.output);
    printError(*result.error);
    return exitNumber(result.error->exitCode());
}

int failed(const Error& error, bool json)
{
    if (json) {
        printOut(failureDocument(error));
    }
    printError(error);
    return exitNumber(error.exitCode());
}

int interrupted(bool json)
{
    constexpr const char* message = "Interrupted.";
    constexpr const char* hint = "The same command goes on from here.";
    const int exit = exitNumber(ExitCode::Interrupted);
    if (json) {
        Json object = document();
        object["ok"] = false;
        object["error"] = {{"id", "E_INTERRUPTED"}, {"exit", exit}, {"message", message}, {"facts", Json::object()}, {"hint", hint}};
        printOut(text(object));
    }
    std::fputs(fmt::format("weightbridge-cli: {} {}\n", message, hint).c_str(), stderr);
    return exit;
}

int runCaught(int argc, const char* const* argv, const CancelToken& cancel)
{
    const bool json = asksForJson(argc, argv);
    try {
        return runParsed(argc, argv, cancel);
    } catch (const TextRequested& requested) {
        printOut(requested.text);
        return exitNumber(ExitCode::Ok);
    } catch (const Cancelled&) {
        return interrupted(json);
    } catch (const Error& error) {
        return failed(error, json);
    } catch (const std::bad_alloc&) {
        return failed(Error(ErrorCode::OutOfMemory), json);
    } catch (const std::exception& error) {
        return failed(Error(ErrorCode::Internal).with("reason", printable(error.what())), json);
    }
}

}  // namespace

int run(int argc, const char* const* argv, const CancelToken& cancel) noexcept
{
    try {
        const int exit = runCaught(argc, argv, cancel);
        // A result that could not be printed is none.
        const bool isPrinted = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
        return isPrinted || exit != 0 ? exit : exitNumber(ExitCode::Unexpected);
    } catch (...) {
        return exitNumber(ExitCode::Unexpected);
    }
}

}  // namespace wb::cli
