#pragma once

#include "ui/conversion_pipeline.h"
#include "ui/queue/queue_entry.h"

namespace wb::ui {

// Carries an entry out: inspect, plan, fetch or stream, convert, verify. Blocks, on the caller's thread. What is right already is kept, so that the
// same call goes on after any interruption. Throws Cancelled and Error; SourceChanged where the file is no longer the one whose plan was seen.
job::Outcome runEntry(const QueueEntry& entry, ConversionPipeline& pipeline, JobContext& job);

}  // namespace wb::ui
