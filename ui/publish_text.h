#pragma once

#include "ui/error_sentences.h"
#include "ui/session.h"

#include <QString>

namespace wb::ui {

// Words for publishing. Plain text.

// Whose token it is and where it was found, or how to get one.
QString tokenText(const Session& session);
QString wayText(job::PublishFile::Way way);
// What a checked plan will do: the repository, what is sent, the commit.
QString intentText(const job::PublishPlan& plan);
// "Publish 1.03 GB to owner/name".
QString publishButtonText(const job::PublishPlan& plan);
QString publicationText(const job::Publication& publication);
// How far a stage is; empty where there is nothing to say.
QString stageText(const Session& session, PublishStage stage);
// Why nothing moves, what is sent, and when the next try is.
QString publishWaitingText(const Session& session);
// The line of the job.
QString publishingText(const Session& session);
// Errors of the token read as errors of publishing.
ErrorText describePublishing(const Error& error);

}  // namespace wb::ui
