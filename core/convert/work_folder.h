#pragma once

#include "core/base/job_context.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/io/folder.h"
#include "core/plan/conversion_report.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace wb::convert {

// DIR/.weightbridge, held by this process alone as long as the object lives: the lock, the journal, the unfinished files.
class WorkFolder {
public:
    // Finds or makes the work folder of a plan. Empty when a finished result of the plan is there (its report is then in `finished`).
    // Throws SameFile, NotAFolder, WouldOverwrite, FolderBusy, NotEnoughSpace and what making folders and files throws; then nothing is left behind.
    static std::unique_ptr<WorkFolder> open(const plan::Plan& plan, bool overwrite, plan::Keeping keeping, JobContext& job,
                                            std::optional<plan::ConversionReport>& finished);

    const OutputPaths& paths() const noexcept { return m_paths; }
    Journal& journal() noexcept { return *m_journal; }
    // Goes on from an earlier run that had finished at least one tensor.
    bool resumed() const noexcept { return m_resumed; }

    // No tensor is finished: there is nothing to go on from.
    bool isWorthless() const noexcept { return !m_journal || (m_journal->state().tensors.empty() && !m_journal->state().publishing); }

    // The result stands: takes away the work folder.
    void remove();
    // Nothing of it is wanted: takes away all unfinished files, and the folders that were made for it as far as they are empty.
    void discard() noexcept;

private:
    WorkFolder(const plan::Plan& plan, plan::Keeping keeping, OutputPaths paths, io::FileLock lock, uint32_t foldersMade);
    void start(const plan::Plan& plan, std::optional<JournalState> found);
    void clear();

    const plan::Plan& m_plan;
    plan::Keeping m_keeping;
    OutputPaths m_paths;
    io::FileLock m_lock;
    std::optional<Journal> m_journal;
    uint32_t m_foldersMade = 0;  // from DIR upwards
    bool m_resumed = false;
};

}  // namespace wb::convert
