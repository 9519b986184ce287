#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/checkpoint/unread_header.h"
#include "core/io/folder.h"

#include <list>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr size_t mostOpen = 16;

std::string folderOf(const std::string& path)
{
    return io::parentFolder(io::absolutePath(path));
}

bool isInside(const std::string& folder, const std::string& outer)
{
    return folder == outer || outer == "/" || folder.starts_with(outer + "/");
}

}  // namespace

struct SourceFiles::Impl {
    using Source = std::shared_ptr<const io::ByteSource>;

    Impl(const tensor::TensorIndex& of, SourceOpener by) : index(of), opener(std::move(by)) {}

    Source openNew(uint32_t file) const
    {
        const tensor::SourceFile& wanted = index.files.at(file);
        Source source = opener ? opener(wanted) : file == 0 ? io::openFile(wanted.path) : openBeside(wanted.path);
        const io::SourceIdentity found = source->identity();
        if (found.bytes != wanted.bytes || found.modifiedNs != wanted.modifiedNs || found.validator != wanted.validator) {
            throw Error(ErrorCode::SourceChanged).file(wanted.path).with("expected", wanted.bytes).with("found", found.bytes);
        }
        return source;
    }

    Source openBeside(const std::string& path) const
    {
        const std::string folder = folderOf(path);
        if (!isInside(folder, folderOf(index.files.front().path))) {
            throw Error(ErrorCode::UnsafePath).file(path).with("problem", "leaves-folder");
        }
        return io::openInside(folder, io::fileName(path));
    }

    Source open(uint32_t file)
    {
        for (auto at = recent.begin(); at != recent.end(); ++at) {
            if (at->first == file) {
                recent.splice(recent.begin(), recent, at);
                return recent.front().second;
            }
        }
        recent.emplace_front(file, openNew(file));
        opened.insert(file);
        if (recent.size() > mostOpen) {
            recent.back().second->requireUnchanged();
            recent.pop_back();
        }
        return recent.front().second;
    }

    const tensor::TensorIndex& index;
    SourceOpener opener;
    std::mutex mutex;
    std::list<std::pair<uint32_t, Source>> recent;  // the last used first
    std::set<uint32_t> opened;
    std::map<std::pair<uint32_t, uint64_t>, uint64_t> firstBytes;  // of unread records, by file and offset
};

SourceFiles::SourceFiles(const tensor::TensorIndex& index, SourceOpener opener) : m_impl(std::make_unique<Impl>(index, std::move(opener))) {}

SourceFiles::~SourceFiles() = default;

std::shared_ptr<const io::ByteSource> SourceFiles::open(uint32_t file) const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->open(file);
}

uint64_t SourceFiles::firstByteOf(const tensor::Record& record) const
{
    if (!record.unread) {
        return record.offset;
    }
    const std::pair place(record.file, record.offset);
    {
        const std::lock_guard lock(m_impl->mutex);
        const auto known = m_impl->firstBytes.find(place);
        if (known != m_impl->firstBytes.end()) {
            return known->second;
        }
    }
    const uint64_t firstByte = checkpoint::firstByteOf(*open(record.file), record);
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->firstBytes.emplace(place, firstByte).first->second;
}

void SourceFiles::requireUnchanged() const
{
    const std::lock_guard lock(m_impl->mutex);
    const std::set<uint32_t> files = m_impl->opened;
    for (const uint32_t file : files) {
        m_impl->open(file)->requireUnchanged();
    }
}

}  // namespace wb::checkpoint
