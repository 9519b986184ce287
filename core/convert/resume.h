#pragma once

#include "core/base/hash.h"
#include "core/base/job_context.h"
#include "core/convert/frame.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace wb::convert {

// One output format on its way: its files one after another, and how far it has come.
struct Track {
    std::vector<uint32_t> files;   // numbers in Plan::weightFiles, in order
    size_t at = 0;                 // the first of them that is not whole; files.size() when all are
    uint32_t nextTensor = 0;       // of the plan: the first that is not in that file yet
    uint64_t keepBytes = 0;        // of that file: right on disk, up to the end of a tensor
    std::unique_ptr<Frame> frame;  // of that file, told of the tensors that are kept
    Sha256 sha256;                 // over keepBytes
};

// One track for each format of the plan, each as far as an earlier run came. Files that the journal has as whole are kept when they have their
// size, or are away. The first unfinished file is read again from the front: a tensor is kept when its XXH3-128 is the journal's and what lies before
// it is what would be written; at the first that is not the file will be cut. Without an earlier run: every track at its start. Throws Cancelled and
// read errors. Progress: stage Resume.
std::vector<Track> resumeTracks(const plan::Plan& plan, const OutputPaths& paths, const JournalState& journal, JobContext& job);

}  // namespace wb::convert
