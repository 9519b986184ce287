#include "core/hub/hub_folders.h"
#include "core/io/folder.h"
#include "core/job/remote_source.h"
#include "core/plan/forecast.h"
#include "core/plan/read_order.h"

#include <algorithm>

namespace wb::job {

namespace {

// Further back than this a stream would have to ask for bytes again and again.
constexpr uint64_t mostBehind = 64ULL << 20;
constexpr uint64_t smallBytes = 64 << 10;  // of a record that is read apart

uint64_t sourceBytesOf(const plan::Plan& plan, const Source& source, const std::string& folder)
{
    const Kept kept = keptOf(source, folder);
    const uint64_t bytes = plan.source.files.front().bytes;
    return kept.whole ? 0 : bytes - std::min(bytes, kept.bytes);
}

// Room left for the one where the other lies too.
void decide(WayChoice& choice, bool canStream)
{
    const uint64_t together = choice.oneFileSystem ? choice.resultBytes : 0;
    const bool resultFits = choice.resultBytes <= choice.resultFree;
    const bool bothFit = resultFits && choice.sourceBytes <= choice.sourceFree - std::min(choice.sourceFree, together);
    if (bothFit) {
        choice.reason = choice.sourceBytes == 0 ? "kept-already" : "room";
    } else if (!resultFits) {
        choice.reason = "no-room";
    } else {
        choice.way = canStream ? Way::Stream : Way::Keep;
        choice.reason = canStream ? "no-room-for-both" : "backward";
    }
}

}  // namespace

std::string defaultSourceFolder()
{
    return hub::userFolder(net::processEnvironment(), "XDG_DATA_HOME", ".local/share") + "/weightbridge/sources";
}

WayChoice chooseWay(const plan::Plan& plan, const Source& source, const std::string& keepFolder, plan::Keeping keeping)
{
    WayChoice choice;
    choice.keepFolder = keepFolder;
    choice.sourceBytes = sourceBytesOf(plan, source, keepFolder);
    for (const plan::RoomNeeded& room : plan::roomNeeded(plan, keeping)) {
        choice.resultBytes += room.needed;
    }
    const io::DiskSpace sourceDisk = io::diskSpace(keepFolder);
    const io::DiskSpace resultDisk = io::diskSpace(plan.options.outputFolder);
    choice.sourceFree = sourceDisk.freeBytes;
    choice.resultFree = resultDisk.freeBytes;
    choice.oneFileSystem = sourceDisk.device == resultDisk.device;
    decide(choice, !plan::firstBackwardRead(plan, mostBehind, smallBytes));
    return choice;
}

}  // namespace wb::job
