#pragma once

#include "core/base/job_context.h"
#include "core/hub/hub_client.h"
#include "core/net/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wb::hub {

// A file to be published, as it was when it was looked at.
struct UploadFile {
    std::string name;  // inside the repository
    std::string path;  // on this machine
    uint64_t bytes = 0;
    int64_t modifiedNs = 0;
    std::string sha256;
    std::optional<std::string> text;  // in place of what the file holds
};

struct UploadRequest {
    Repository repository;
    std::string revision;
    std::string parentCommit;  // that the revision must still have as its head; empty: whatever it has
    std::vector<UploadFile> files;
    std::string gitIgnore;
    std::string message;
    bool pullRequest = false;
    std::string author;       // the token's user, to find a pull request again whose answer was lost
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
};

// Asks the Hub which files it lacks at a revision. `forPullRequest`: as in HubClient::preupload. Throws what reading a file throws.
std::vector<Way> waysOf(HubClient& hub, const Repository& repository, const std::string& revision, const std::vector<UploadFile>& files,
                        const std::string& gitIgnore, bool forPullRequest = false);

// Sends what is lacking and commits once. What the store has stays there after any error; a later call goes on from it. Throws Cancelled,
// SourceChanged (a file is not what was looked at), PublishConflict, FolderBusy and what HubClient and PartSender throw.
UploadOutcome upload(const UploadRequest& request, HubClient& hub, JobContext& job);

}  // namespace wb::hub
