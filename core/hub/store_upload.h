#pragma once

#include "core/base/job_context.h"
#include "core/hub/hub_client.h"
#include "core/hub/part_sender.h"
#include "core/hub/upload_files.h"
#include "core/hub/upload_journal.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wb::hub {

// Large files on their way into the store. Used by one thread.
class StoreUpload {
public:
    // `branch`: for the batch, empty to leave it open. All must outlive it.
    StoreUpload(HubClient& hub, const Repository& repository, std::string branch, UploadJournal& journal, SendProgress& progress, JobContext& job);

    // Until the store has all of them. Counts those that it has already as resumed.
    void send(const std::vector<const UploadFile*>& files);
    // True for each that the store has.
    std::vector<bool> has(const std::vector<const UploadFile*>& files);
    uint64_t bytesResumed() const noexcept { return m_bytesResumed; }

private:
    std::vector<StoreTarget> batch(const std::vector<const UploadFile*>& files);
    std::vector<const UploadFile*> sendWhole(const std::vector<const UploadFile*>& files, const std::vector<StoreTarget>& targets);
    bool sendParts(const UploadFile& file, const StoreTarget& offered);
    bool finish(const UploadFile& file, const StoreTarget& target, std::vector<PartTag> parts);
    void resumed(uint64_t bytes);
    PartSender& sender();

    HubClient& m_hub;
    const Repository& m_repository;
    std::string m_branch;
    UploadJournal& m_journal;
    SendProgress& m_progress;
    JobContext& m_job;
    std::optional<PartSender> m_sender;  // kept for its connections
    uint64_t m_bytesResumed = 0;
    std::set<std::string> m_refused;  // oids whose completion was
};

}  // namespace wb::hub
