#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/posix_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <string_view>

namespace wb::io {

namespace {

SourceIdentity identityOf(const struct stat& info) noexcept
{
    SourceIdentity identity;
    identity.bytes = static_cast<uint64_t>(info.st_size);
    identity.modifiedNs = nanosecondsOf(info.st_mtim);
    identity.device = info.st_dev;
    identity.inode = info.st_ino;
    return identity;
}

// A local regular file, read by pread.
class FileSource final : public ByteSource {
public:
    FileSource(std::string path, Descriptor file, const SourceIdentity& identity)
        : m_path(std::move(path)), m_file(std::move(file)), m_identity(identity)
    {}

    const std::string& name() const noexcept override { return m_path; }
    uint64_t size() const noexcept override { return m_identity.bytes; }
    SourceIdentity identity() const noexcept override { return m_identity; }

    void readAt(uint64_t offset, std::span<std::byte> into) const override
    {
        while (!into.empty()) {
            const ssize_t got = retryInterrupted([&] { return ::pread(m_file.get(), into.data(), into.size(), static_cast<off_t>(offset)); });
            if (got < 0) {
                throw systemError(errno, m_path, ErrorCode::ReadFailed).with("offset", offset);
            }
            if (got == 0) {
                throw Error(ErrorCode::SourceTruncated).file(m_path).offset(offset).with("expected", m_identity.bytes);
            }
            offset += static_cast<uint64_t>(got);
            into = into.subspan(static_cast<size_t>(got));
        }
    }

    void forget(uint64_t offset, uint64_t bytes) const noexcept override { advise(offset, bytes, POSIX_FADV_DONTNEED); }
    void willRead(uint64_t offset, uint64_t bytes) const noexcept override { advise(offset, bytes, POSIX_FADV_WILLNEED); }

    void requireUnchanged() const override
    {
        struct stat info {};
        if (::fstat(m_file.get(), &info) != 0) {
            throw systemError(errno, m_path, ErrorCode::ReadFailed);
        }
        if (identityOf(info) != m_identity) {
            throw Error(ErrorCode::SourceChanged).file(m_path);
        }
    }

private:
    void advise(uint64_t offset, uint64_t bytes, int advice) const noexcept
    {
        ::posix_fadvise(m_file.get(), static_cast<off_t>(offset), static_cast<off_t>(bytes), advice);
    }

    std::string m_path;
    Descriptor m_file;
    SourceIdentity m_identity;
};

std::string_view kindOf(mode_t mode) noexcept
{
    if (S_ISDIR(mode)) {
        return "folder";
    }
    if (S_ISFIFO(mode)) {
        return "fifo";
    }
    if (S_ISSOCK(mode)) {
        return "socket";
    }
    return "device";
}

// O_NONBLOCK: opening a FIFO must not wait for a writer.
std::unique_ptr<ByteSource> openRegular(int folder, const std::string& path, const std::string& shownPath, int extraFlags)
{
    if (path.empty() || path.find('\0') != std::string::npos) {
        throw Error(ErrorCode::NotFound).file(shownPath);
    }
    struct stat info {};
    const int statFlags = (extraFlags & O_NOFOLLOW) != 0 ? AT_SYMLINK_NOFOLLOW : 0;
    if (::fstatat(folder, path.c_str(), &info, statFlags) != 0) {
        throw systemError(errno, shownPath, ErrorCode::ReadFailed);
    }
    if (S_ISLNK(info.st_mode)) {
        throw Error(ErrorCode::UnsafePath).file(shownPath).with("problem", "link");
    }
    if (!S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::NotARegularFile).file(shownPath).with("kind", kindOf(info.st_mode));
    }
    Descriptor file(retryInterrupted([&] { return ::openat(folder, path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | extraFlags); }));
    if (!file) {
        throw systemError(errno, shownPath, ErrorCode::ReadFailed);
    }
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::NotARegularFile).file(shownPath);
    }
    return std::make_unique<FileSource>(shownPath, std::move(file), identityOf(info));
}

bool isPlainName(const std::string& name) noexcept
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos && name.find('\\') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

}  // namespace

std::unique_ptr<ByteSource> openFile(const std::string& path)
{
    return openRegular(AT_FDCWD, path, path, 0);
}

std::unique_ptr<ByteSource> openInside(const std::string& folder, const std::string& name)
{
    const std::string shown = join(folder, name);
    if (!isPlainName(name)) {
        throw Error(ErrorCode::UnsafePath).file(folder).part(name).with("problem", "leaves-folder");
    }
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened) {
        throw systemError(errno, folder, ErrorCode::ReadFailed);
    }
    return openRegular(opened.get(), name, shown, O_NOFOLLOW);
}

std::unique_ptr<ByteSource> openNoLink(const std::string& path)
{
    return openRegular(AT_FDCWD, path, path, O_NOFOLLOW);
}

std::string readSmallFile(const std::string& path, uint64_t maxBytes)
{
    const auto source = openFile(path);
    if (source->size() > maxBytes) {
        throw Error(ErrorCode::LimitExceeded).file(path).with("found", source->size()).with("limit", maxBytes);
    }
    std::string text(static_cast<size_t>(source->size()), '\0');
    source->readAt(0, std::as_writable_bytes(std::span(text)));
    return text;
}

}  // namespace wb::io
