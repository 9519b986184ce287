#include "core/hub/upload_files.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/folder.h"

#include <algorithm>
#include <vector>

namespace wb::hub {

namespace {

constexpr uint64_t blockBytes = 1 << 20;

Error changedFile(const UploadFile& file)
{
    return Error(ErrorCode::SourceChanged).file(file.path).with("problem", "published");
}

std::string sha256Of(const io::ByteSource& source, const CancelToken& cancel)
{
    Sha256 hash;
    std::vector<std::byte> block(static_cast<size_t>(std::min(blockBytes, source.size())));
    for (uint64_t done = 0; done < source.size(); done += block.size()) {
        cancel.throwIfCancelled();
        block.resize(static_cast<size_t>(std::min<uint64_t>(block.size(), source.size() - done)));
        source.readAt(done, block);
        hash.update(block);
    }
    return hash.finishHex();
}

}  // namespace

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

void requirePlanned(const UploadFile& file, const io::ByteSource& source, const CancelToken& cancel)
{
    source.requireUnchanged();
    const bool isUntouched = file.changedNs != 0 && io::changeTimeNs(file.path) == file.changedNs;
    if (!isUntouched && sha256Of(source, cancel) != file.sha256) {
        throw changedFile(file);
    }
}

}  // namespace wb::hub
