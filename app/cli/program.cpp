#include "app/cli/program.h"

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

// One run of a program.
class Run {
public:
    Run(const Program& program, int argc, const char* const* argv) : m_program(program), m_argc(argc), m_argv(argv), m_json(asksForJson(argc, argv))
    {}

    int caught() const
    {
        try {
            return finished(m_program.work(m_argc, m_argv));
        } catch (const TextRequested& requested) {
            printOut(requested.text);
            return exitNumber(ExitCode::Ok);
        } catch (const Cancelled&) {
            return interrupted();
        } catch (const Error& error) {
            return failed(error);
        } catch (const std::bad_alloc&) {
            return failed(Error(ErrorCode::OutOfMemory));
        } catch (const std::exception& error) {
            return failed(Error(ErrorCode::Internal).with("reason", printable(error.what())));
        }
    }

private:
    int finished(const CommandResult& result) const
    {
        if (!result.error) {
            printOut(result.output);
            return exitNumber(ExitCode::Ok);
        }
        if (result.output.empty()) {
            return failed(*result.error);
        }
        printOut(m_json ? withError(result.output, *result.error) : result.output);
        printError(*result.error);
        return exitNumber(result.error->exitCode());
    }

    int failed(const Error& error) const
    {
        if (m_json) {
            printOut(failureDocument(error, m_program.members));
        }
        printError(error);
        return exitNumber(error.exitCode());
    }

    int interrupted() const
    {
        constexpr const char* message = "Interrupted.";
        constexpr const char* hint = "The same command goes on from here.";
        const int exit = exitNumber(ExitCode::Interrupted);
        if (m_json) {
            Json object = document();
            object["ok"] = false;
            object["error"] = {{"id", "E_INTERRUPTED"}, {"exit", exit}, {"message", message}, {"facts", Json::object()}, {"hint", hint}};
            printOut(m_program.members.empty() ? text(object) : withMembers(text(object), m_program.members));
        }
        printLine(fmt::format("{} {}", message, hint));
        return exit;
    }

    void printError(const Error& error) const { printLine(fmt::format("{} {}", sentenceOf(error), hintOf(error))); }
    void printLine(const std::string& line) const { std::fputs(fmt::format("{}: {}\n", m_program.name, line).c_str(), stderr); }

    const Program& m_program;
    int m_argc;
    const char* const* m_argv;
    bool m_json;
};

}  // namespace

int runProgram(const Program& program, int argc, const char* const* argv) noexcept
{
    try {
        const int exit = Run(program, argc, argv).caught();
        // A result that could not be printed is none.
        const bool isPrinted = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
        return isPrinted || exit != 0 ? exit : exitNumber(ExitCode::Unexpected);
    } catch (...) {
        return exitNumber(ExitCode::Unexpected);
    }
}

}  // namespace wb::cli
