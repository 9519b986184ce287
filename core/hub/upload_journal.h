#pragma once

#include "core/hub/hub_client.h"
#include "core/io/folder.h"
#include "core/io/line_journal.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wb::hub {

// What earlier runs have sent to one revision of a repository, with the addresses that their uploads at the store were given, and the pull request
// that they opened: a file that outlives the process, for its owner's eyes only, since whoever has a signed address may send its part. No token is in
// it. Locked against a second upload to the same place. Used by one thread.
class UploadJournal {
public:
    // `place`: what the journal is of, such as endpoint, repository and revision. Throws FolderBusy (file: the place's last word), errors of the
    // disk.
    UploadJournal(const std::string& folder, const std::string& place);

    // Parts that the object's upload has. `target`, as a batch has it, becomes the upload that earlier runs began, unless its addresses have expired:
    // then the parts of another upload are forgotten.
    std::vector<PartTag> begin(StoreTarget& target);
    // The addresses are no longer taken.
    void expire(const std::string& oid);
    // A crash of the machine may take the parts of the last second; a kill takes none.
    void add(const std::string& oid, const PartTag& part);
    void forget(const std::string& oid);
    std::optional<uint64_t> pullRequest() const noexcept { return m_pullRequest; }
    void setPullRequest(uint64_t number);
    // All is done: nothing is kept.
    void remove();

private:
    struct Upload {
        std::string name;  // StoreTarget::upload
        uint64_t partBytes = 0;
        std::string completion;
        std::string verification;
        std::map<uint64_t, std::string> addresses = {};  // of parts; none when they have expired
        std::map<uint64_t, std::string> tags = {};
    };

    bool take(const Json& line);
    bool takePart(const Json& line, const std::string& oid);
    static bool takeUpload(const Upload& upload, StoreTarget& target);
    void record(const StoreTarget& target);
    void append(const Json& line);

    std::string m_path;
    std::optional<io::FileLock> m_lock;
    std::optional<io::LineJournal> m_journal;
    std::chrono::steady_clock::time_point m_synced{};
    std::map<std::string, Upload> m_uploads;  // by oid
    std::optional<uint64_t> m_pullRequest;
};

}  // namespace wb::hub
