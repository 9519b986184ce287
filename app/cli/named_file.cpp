#include "app/cli/named_file.h"

namespace wb::cli {

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
        error.withDefault("file", shownAddress(line.source));
    }
}

}  // namespace wb::cli
