#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/io/posix_file.h"

#include <fcntl.h>
#include <sys/file.h>

#include <utility>

namespace wb::io {

FileLock::FileLock(const std::string& path)
{
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
    if (retryInterrupted([&] { return ::flock(file.get(), LOCK_EX | LOCK_NB); }) != 0) {
        throw errno == EWOULDBLOCK ? Error(ErrorCode::FolderBusy).file(parentFolder(path)) : systemError(errno, path, ErrorCode::WriteFailed);
    }
    m_fd = ::fcntl(file.get(), F_DUPFD_CLOEXEC, 0);
    if (m_fd < 0) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
}

FileLock::~FileLock()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

}  // namespace wb::io
