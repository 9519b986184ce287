#pragma once

#include "ui/session.h"

#include <QString>

namespace wb::ui {

// Words for publishing. Plain text.

QString wayText(job::PublishFile::Way way);
// What a checked plan will do: the repository, what is sent, the commit.
QString intentText(const job::PublishPlan& plan);
// Number of files, their bytes, and how many of them go which way.
QString totalsText(const job::PublishPlan& plan);
// "412.0 MB of 1.03 GB are kept at the Hub" of an upload that stands; empty where none does.
QString keptText(const Publishing& publishing);
// Sending was begun in this session and stands.
bool isStopped(const Publishing& publishing);
// "Publish 1.03 GB to owner/name".
QString publishButtonText(const job::PublishPlan& plan);
QString publicationText(const job::Publication& publication);
// How far a stage is; empty where there is nothing to say.
QString stageText(const Session& session, PublishStage stage);
// Why nothing moves, what is sent, and when the next try is.
QString publishWaitingText(const Session& session);
// The line of the job.
QString publishingText(const Session& session);

}  // namespace wb::ui
