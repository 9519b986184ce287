#include "core/hub/upload_files.h"

#include "core/base/hash.h"

#include <algorithm>

namespace wb::hub {

Error changedFile(const UploadFile& file)
{
    return Error(ErrorCode::SourceChanged).file(file.path).with("problem", "published");
}

std::shared_ptr<const io::ByteSource> openedFile(const UploadFile& file)
{
    std::shared_ptr<const io::ByteSource> source = io::openFile(file.path);
    if (source->size() != file.bytes || source->identity().modifiedNs != file.modifiedNs) {
        throw changedFile(file);
    }
    return source;
}

std::string beginOf(const UploadFile& file, uint64_t most)
{
    if (file.text) {
        return file.text->substr(0, static_cast<size_t>(most));
    }
    const auto source = openedFile(file);
    std::string text(static_cast<size_t>(std::min(most, file.bytes)), '\0');
    source->readAt(0, std::as_writable_bytes(std::span(text)));
    return text;
}

std::string textOf(const UploadFile& file)
{
    std::string text = beginOf(file, file.bytes);
    if (Sha256::of(text) != file.sha256) {
        throw changedFile(file);
    }
    return text;
}

}  // namespace wb::hub
