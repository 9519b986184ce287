#include "app/cli/run.h"

#include "app/cli/commands.h"
#include "app/cli/program.h"

namespace wb::cli {

namespace {

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

CommandResult runLine(int argc, const char* const* argv, const CancelToken& cancel)
{
    const CommandLine line = parseCommandLine(argc, argv);
    Session session(line, cancel);
    return runNamingFiles(session);
}

}  // namespace

int run(int argc, const char* const* argv, const CancelToken& cancel) noexcept
{
    const Program program{"weightbridge-cli", [&cancel](int count, const char* const* words) { return runLine(count, words, cancel); }, {}};
    return runProgram(program, argc, argv);
}

}  // namespace wb::cli
