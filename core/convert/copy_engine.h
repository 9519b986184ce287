#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/convert/departures.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/convert/resume.h"
#include "core/plan/plan.h"

#include <vector>

namespace wb::convert {

// Copies every tensor that a track still lacks, to the end of every file; the files stay under their working names, synced. Three threads hand
// a few batches of 4 MiB round: the caller's reads, one hashes, one writes. An error in hashing or writing stops the others; when reading fails,
// what was read before is written first. It is thrown here, with its type. Progress: stage Convert, in bytes of one format.
// `departures`: takes whole files away; null where they stay.
void copyTensors(const plan::Plan& plan, const OutputPaths& paths, std::vector<Track> tracks, Journal& journal, Departures* departures,
                 const checkpoint::SourceFiles& files, JobContext& job);

}  // namespace wb::convert
