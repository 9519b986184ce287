#pragma once

#include "app/cli/options.h"
#include "core/base/error.h"
#include "core/job/remote_source.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wb::cli {

// How a published source comes here: fetched into a folder first, or converted while it comes.
struct SourceWay {
    job::WayChoice choice;
    job::Kept kept;            // in the folder from an earlier run
    uint64_t sourceBytes = 0;  // of the whole file

    bool isStreamed() const noexcept { return choice.way == job::Way::Stream; }
    uint64_t downloadBytes() const noexcept;
    // Room for what is still to be fetched and for the result, where they go.
    bool canKeep() const noexcept;
    bool canStream() const noexcept;
};

// --keep-source or the default folder, or a folder of the source's own in it (job::keepFolderFor).
std::string keepFolderOf(const CommandLine& line, const job::Source& source);
// A published source is not stored: it was asked for, or nothing is to be kept.
bool isStreamed(const CommandLine& line) noexcept;
// How much of the result is on disk at a time.
plan::Keeping keepingOf(const CommandLine& line) noexcept;
// Kept, unless --stream says otherwise. `sourceBytes`: the whole file's.
SourceWay sourceWayOf(const CommandLine& line, const plan::Plan& plan, const job::Source& source, uint64_t sourceBytes);
// NotEnoughSpace where source and result together have no room; its problem "stream-fits" says that --stream would have.
std::optional<Error> roomError(const SourceWay& way);
// Throws Usage where --stream is asked of a file that cannot be read in one pass.
void requireStreamable(const SourceWay& way);

// Lines of a plan: the source, where it is kept, room needed.
std::string wayText(const SourceWay& way);
// Members of a plan's JSON: source_way, source_way_reason, keep_folder, source_bytes, source_kept, source_disk_needed, source_free.
std::string wayMembers(const SourceWay& way);

// Throws Usage where --keep-source or --stream stands beside a source of this machine.
void requireRemote(const CommandLine& line, const job::Source& source);

}  // namespace wb::cli
