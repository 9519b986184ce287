#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/convert/batch_queue.h"
#include "core/convert/resume.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <exception>
#include <vector>

namespace wb::convert {

class TensorFeed;

// First stage of the copy: reads the tensors in the plan's order and lays down, step by step, what each track's files get.
class ReadStage {
public:
    ReadStage(const plan::Plan& plan, const checkpoint::SourceFiles& files, std::vector<Track>& tracks, BatchQueue& empty, BatchQueue& filled,
              JobContext& job);

    // All tensors from `first` on, or up to the first that cannot be read: what was read before it is handed on. Throws Cancelled, Stopped.
    void run(uint32_t first);
    // After run. Throws the read error or CrcMismatch that ended it.
    void requireAllRead() const;

private:
    void copyTensor(uint32_t number);
    void beginTensor(uint32_t number);
    void copyValues(TensorFeed& feed);
    void endTensor(uint32_t number, const TensorFeed& feed);
    bool checkRecord(const plan::PlannedTensor& planned);
    void openFile(uint32_t track);
    void endFullFiles();
    bool anyCrcNeeded() const noexcept;
    Step& addStep(Step::Kind kind, uint32_t track);
    void addText(uint32_t track, std::string text);
    void handOver();

    const plan::Plan& m_plan;
    const checkpoint::SourceFiles& m_files;
    std::vector<Track>& m_tracks;
    BatchQueue& m_empty;
    BatchQueue& m_filled;
    JobContext& m_job;
    Batch* m_batch = nullptr;
    std::vector<uint32_t> m_active;      // tracks that lack the tensor at hand
    std::vector<bool> m_opened;          // by track: its file has begun in this run
    std::vector<bool> m_checkedRecords;  // by record: held against its CRC-32, or about to be
    bool m_forget = false;
    std::exception_ptr m_failure;
};

}  // namespace wb::convert
