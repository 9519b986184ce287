#pragma once

#include "core/base/cancel.h"
#include "core/io/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace wb::hub {

// A file to be published, as it was when it was looked at.
struct UploadFile {
    std::string name;  // inside the repository
    std::string path;  // on this machine; empty: it is in the store, and here no longer
    uint64_t bytes = 0;
    int64_t modifiedNs = 0;
    int64_t changedNs = 0;  // io::changeTimeNs; 0: not known, its bytes tell
    std::string sha256;
    std::optional<std::string> text;  // in place of what the file holds; of one that is gone, its first bytes

    bool isGone() const noexcept { return path.empty(); }
};

// A file of an upload, opened; it is the one that was looked at, by size and time. Throws SourceChanged, and what opening throws.
std::shared_ptr<const io::ByteSource> openedFile(const UploadFile& file);
// Its first bytes, at most `most`.
std::string beginOf(const UploadFile& file, uint64_t most);
// All of a file that goes into the commit; it has the SHA-256 that was planned. Throws SourceChanged.
std::string textOf(const UploadFile& file);
// Looks whether a file still is what was planned, after it was opened: by its change time, which no write leaves alone; where that is another, by
// the SHA-256 of its bytes. Throws SourceChanged, read errors, Cancelled.
void requirePlanned(const UploadFile& file, const io::ByteSource& source, const CancelToken& cancel);

}  // namespace wb::hub
