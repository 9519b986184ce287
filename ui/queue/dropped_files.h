#pragma once

#include "ui/queue/queue_entry.h"

#include "core/base/error.h"

#include <QStringList>

#include <map>
#include <vector>

namespace wb::ui {

// What becomes of files that are to go into the queue together.
struct DroppedFiles {
    std::vector<QueueEntry> entries;
    std::map<ErrorCode, QStringList> leftOut;  // paths, by what is wrong with them
};

// Looks what each is: a file that can be read, or a folder that holds one checkpoint. A path that stands there twice counts once. Asks the file
// system, which may not answer: not for the window's thread. Each gets the options, with a folder of its own beside it, or in `resultFolder`.
DroppedFiles sortOut(const QStringList& paths, const plan::Options& options, const std::string& resultFolder, JobContext& job);

// Which were left out, and why; empty: none.
struct LeftOutText {
    QString sentence;
    QString reasons;
};
LeftOutText leftOutText(const DroppedFiles& files);

}  // namespace wb::ui
