#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/convert/file_sink.h"
#include "core/plan/conversion_report.h"
#include "core/plan/plan.h"

#include <string>
#include <vector>

namespace wb::convert {

struct Result {
    std::string folder;
    std::vector<plan::WrittenFile> files;  // weights, then small files, in the plan's order; without the report itself
    bool resumed = false;                  // went on from an earlier run's journal
    bool alreadyDone = false;              // a finished folder of the same plan was found and kept
    uint64_t overflowed = 0;               // values that became infinite by --dtype
    double seconds = 0;
};

struct ConvertOptions {
    bool overwrite = false;
    checkpoint::SourceOpener openSource;  // empty: the source's paths are opened
    // The source may have been damaged on its way here: a CrcMismatch leaves what was copied before it, and calling convert again goes on.
    bool keepOnCrcMismatch = false;
    // Takes the result instead of the folder, which then holds two weight files at most, and nothing at the end; the plan is of safetensors. Must
    // outlive the call.
    FileSink* sink = nullptr;
};

// Carries the plan out in one pass and constant memory: read, CRC-32 of the record, XXH3-128 of the tensor, SHA-256 of the file, write
// (copy_engine.h). All work is in DIR/.weightbridge until every file is whole, then renamed; journal and work files go at the end. Called again
// after any interruption it goes on (resume.h). Refuses first what plan::requireConvertible and plan::requireRoom refuse.
// Throws Cancelled (resumable), WouldOverwrite, NotAFolder, SameFile, FolderBusy; CrcMismatch, SourceChanged, SourceTruncated and other damage
// (these leave no output); DiskFull, FileTooLarge, WriteFailed and the like, and what a sink throws (resumable once a tensor was written).
Result convert(const plan::Plan& plan, const ConvertOptions& options, JobContext& job);

}  // namespace wb::convert
