#pragma once

#include "core/hub/hub_client.h"
#include "core/io/folder.h"
#include "core/io/line_journal.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wb::hub {

// What earlier runs have sent to one revision of a repository, and the pull request that they opened: a file that outlives the process. Signed
// addresses and tokens are not in it: an upload at the store is known by a hash of its name. Locked against a second upload to the same place.
class UploadJournal {
public:
    // `place`: what the journal is of, such as endpoint, repository and revision. Throws FolderBusy (file: the place's last word), errors of the
    // disk.
    UploadJournal(const std::string& folder, const std::string& place);

    // Parts that this upload has. Of another upload of the same object, or with parts of another size, they are forgotten.
    std::vector<PartTag> begin(const StoreTarget& target);
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
        std::map<uint64_t, std::string> tags;
    };

    bool take(const Json& line);
    void append(const Json& line);

    std::string m_path;
    std::optional<io::FileLock> m_lock;
    std::optional<io::LineJournal> m_journal;
    std::map<std::string, Upload> m_uploads;  // by oid
    std::optional<uint64_t> m_pullRequest;
};

}  // namespace wb::hub
