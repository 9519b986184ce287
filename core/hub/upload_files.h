#pragma once

#include "core/hub/upload_session.h"
#include "core/io/byte_source.h"

#include <memory>
#include <string>

namespace wb::hub {

// A file of an upload, opened; it is the one that was looked at, by size and time. Throws SourceChanged, and what opening throws.
std::shared_ptr<const io::ByteSource> openedFile(const UploadFile& file);
// Its first bytes, at most `most`.
std::string beginOf(const UploadFile& file, uint64_t most);
// All of a file that goes into the commit; it has the SHA-256 that was planned. Throws SourceChanged.
std::string textOf(const UploadFile& file);
// Of a file that another SHA-256 was planned for.
Error changedFile(const UploadFile& file);

}  // namespace wb::hub
