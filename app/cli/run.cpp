#include "app/cli/run.h"

#include "app/cli/commands.h"
#include "app/cli/named_file.h"
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
    case Verb::Compare:
        return compareCommand(session);
    case Verb::Download:
        return downloadCommand(session);
    case Verb::MakeDemo:
        return makeDemoCommand(session);
    case Verb::Login:
        return loginCommand(session);
    case Verb::Logout:
        return logoutCommand(session);
    case Verb::WhoAmI:
        return whoAmICommand(session);
    case Verb::Publish:
        return publishCommand(session);
    case Verb::Diagnose:
        return diagnoseCommand(session);
    case Verb::Reference:
        break;
    }
    return referenceCommand(session);
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
    Session session(line, cancel, coreHubCalls());
    return runNamingFiles(session);
}

}  // namespace

int run(int argc, const char* const* argv, const CancelToken& cancel) noexcept
{
    const Program program{"weightbridge-cli", [&cancel](int count, const char* const* words) { return runLine(count, words, cancel); }, {}};
    return runProgram(program, argc, argv);
}

}  // namespace wb::cli
