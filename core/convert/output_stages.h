#pragma once

#include "core/base/hash.h"
#include "core/base/job_context.h"
#include "core/convert/batch.h"
#include "core/convert/departures.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/convert/resume.h"
#include "core/io/output_file.h"
#include "core/plan/plan.h"

#include <optional>
#include <vector>

namespace wb::convert {

// Second stage of the copy: SHA-256 of each output file, a thread's work by itself. Puts the sum into the End steps.
class HashStage {
public:
    // Takes the hash states of the tracks over.
    explicit HashStage(std::vector<Track>& tracks);
    void take(Batch& batch);

private:
    std::vector<Sha256> m_hashes;  // by track
};

// Last stage: carries the steps out on disk and tells the journal.
class WriteStage {
public:
    // `departures`: null where whole files stay.
    WriteStage(const plan::Plan& plan, const OutputPaths& paths, size_t tracks, Journal& journal, Departures* departures, JobContext& job);
    // Throws write errors, and what stands against a departure.
    void take(const Batch& batch);

private:
    void take(const Batch& batch, const Step& step);
    void beginFile(const Step& step);
    void endFile(const Step& step);

    const plan::Plan& m_plan;
    const OutputPaths& m_paths;
    Journal& m_journal;
    Departures* m_departures;
    JobContext& m_job;
    std::vector<std::optional<io::OutputFile>> m_files;  // by track
};

}  // namespace wb::convert
