#include "app/cli/named_file.h"

namespace wb::cli {

namespace {

bool hasNoSource(Verb verb) noexcept
{
    return verb == Verb::Verify || verb == Verb::Compare || verb == Verb::Reference || verb == Verb::Login || verb == Verb::Logout ||
           verb == Verb::WhoAmI;
}

bool isAboutSource(ExitCode code) noexcept
{
    return code == ExitCode::Refused || code == ExitCode::MapIncomplete || code == ExitCode::Network || code == ExitCode::NotAuthorised;
}

}  // namespace

void nameFile(Error& error, const CommandLine& line)
{
    if (!error.fact("path").empty() || hasNoSource(line.verb)) {
        return;
    }
    if (error.code() == ErrorCode::KeyMapFile) {
        error.withDefault("file", line.keymapFile);
    } else if (error.code() == ErrorCode::LabelsCount) {
        error.withDefault("file", line.labelsFile);
    } else if (error.code() == ErrorCode::JournalDamaged) {
        error.withDefault("file", line.out);
    } else if (isAboutSource(error.exitCode())) {
        error.withDefault("file", shownAddress(line.source));
    }
}

}  // namespace wb::cli
