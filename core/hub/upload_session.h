#pragma once

#include "core/base/job_context.h"
#include "core/hub/hub_client.h"
#include "core/hub/part_sender.h"
#include "core/hub/upload_files.h"
#include "core/hub/upload_journal.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::hub {

class StoreUpload;

struct UploadRequest {
    Repository repository;
    std::string revision;
    std::string parentCommit;  // that the revision must still have as its head; empty: whatever it has
    std::vector<UploadFile> files;
    std::string gitIgnore;
    std::string message;
    bool pullRequest = false;
    std::string stateFolder;  // for the journal
};

// What the Hub makes of a file.
enum class Way { Send, There, Inline, Ignored };

struct UploadOutcome {
    std::string commit;
    std::string commitUrl;
    std::string pullRequest;  // URL
    std::vector<Way> ways;    // of the files, in their order
    uint64_t bytesSent = 0;
    uint64_t bytesResumed = 0;
    bool alreadyThere = false;
    std::vector<size_t> lost;  // files that neither this machine nor the store has (any more): then there is no commit
};

// Asks the Hub which files it lacks at a revision. Throws what reading a file throws.
std::vector<Way> waysOf(HubClient& hub, const Repository& repository, const std::string& revision, const std::vector<UploadFile>& files,
                        const std::string& gitIgnore, bool forPullRequest = false);

// One upload: large files into the store, where nobody sees them yet, then one commit that makes all of them visible. What the store has stays there
// after any error; a later session goes on from it. Used by one thread at a time. Throws Cancelled, SourceChanged (a file is not what was looked at),
// PublishConflict, FolderBusy and what HubClient and PartSender throw.
class UploadSession {
public:
    // Takes the journal, so that there is no other upload to the place. All must outlive it. The request's files may still be unknown.
    UploadSession(const UploadRequest& request, HubClient& hub, JobContext& job);

    // Throws HubRefused (problem "not-large") where the Hub would take one of these files into the commit, or ignore it.
    void requireLarge(const std::vector<UploadFile>& files);
    // Brings one large file into the store, ahead of the commit.
    void store(const UploadFile& file, SendProgress& progress);
    // Sends what is lacking of the request's files and commits once.
    UploadOutcome finish();

private:
    RepositoryState stateOf(const std::string& revision);
    std::string urlOf(const std::string& commit) const;
    Error moved(const std::string& head) const;
    bool sendLarge();
    void send(const std::vector<const UploadFile*>& files, SendProgress& progress);
    StoreUpload toStore(SendProgress& progress);
    std::string pullRequest();
    std::string linesOf(const std::string& parent) const;
    void commit(const std::string& revision, const std::string& planned);
    bool commitOnce(const std::string& revision, const std::string& parent, const std::string& lines, net::Patience& patience);
    bool wasMade(const std::string& revision, const std::string& parent);

    const UploadRequest& m_request;
    HubClient& m_hub;
    JobContext& m_job;
    UploadJournal m_journal;
    UploadOutcome m_outcome;
    bool m_sentAgain = false;  // after a commit that lacked one of its objects
};

// A session from its first question to its commit.
UploadOutcome upload(const UploadRequest& request, HubClient& hub, JobContext& job);

}  // namespace wb::hub
