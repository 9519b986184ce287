#pragma once

#include "ui/queue/job_queue.h"

#include <QString>

namespace wb::ui {

// A job as the dock shows it. Plain texts.
struct JobRow {
    QString name;
    QString source;     // the whole of it
    QString step;       // what is done now, or how it ended
    QString detail;     // the tensor or file at hand, or why it failed and what to do
    int permille = -1;  // of the step; -1: not known
    QString progress;   // "57 %, 19.9 GB of 34.9 GB"
    QString speed;
    QString left;
    QString folder;  // of the result, once it is there
    bool canPause = false;
    bool canResume = false;  // go on, or try again
    bool canCancel = false;
    bool isFailed = false;
};

JobRow rowOf(const QueueEntry& entry, const JobQueue& queue);
// The work of the window itself, or what it stands paused at. Empty where it does neither.
std::optional<JobRow> rowOf(const Session& session);

// "Convert 3 of 7", "Waiting for the network: next try in 0:42".
QString stepText(const Progress::Snapshot& progress);

}  // namespace wb::ui
