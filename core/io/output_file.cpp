#include "core/io/output_file.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/io/posix_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <utility>

namespace wb::io {

namespace {

// Dirty bytes that may pile up before write-back is started, and how far behind the cache is dropped.
constexpr uint64_t flushBytes = 8ULL << 20;

[[noreturn]] void failWrite(const std::string& path)
{
    throw systemError(errno, path, ErrorCode::WriteFailed);
}

}  // namespace

OutputFile::OutputFile(std::string workingPath, uint64_t keepBytes) : m_path(std::move(workingPath)), m_position(keepBytes)
{
    m_fd = retryInterrupted([&] { return ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666); });
    if (m_fd < 0) {
        failWrite(m_path);
    }
    struct stat info {};
    if (::fstat(m_fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close();
        throw Error(ErrorCode::NotARegularFile).file(m_path);
    }
    if (::ftruncate(m_fd, static_cast<off_t>(keepBytes)) != 0 || ::lseek(m_fd, static_cast<off_t>(keepBytes), SEEK_SET) < 0) {
        const int reason = errno;
        close();
        throw systemError(reason, m_path, ErrorCode::WriteFailed);
    }
    m_flushed = keepBytes;
    m_dropped = keepBytes;
}

OutputFile::~OutputFile()
{
    close();
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_fd(std::exchange(other.m_fd, -1)), m_position(other.m_position), m_flushed(other.m_flushed),
      m_dropped(other.m_dropped)
{}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept
{
    if (this != &other) {
        close();
        m_path = std::move(other.m_path);
        m_fd = std::exchange(other.m_fd, -1);
        m_position = other.m_position;
        m_flushed = other.m_flushed;
        m_dropped = other.m_dropped;
    }
    return *this;
}

void OutputFile::close() noexcept
{
    if (m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

void OutputFile::reserve(uint64_t bytes)
{
    if (bytes <= m_position) {
        return;
    }
    const int result = retryInterrupted(
        [&] { return ::fallocate(m_fd, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(m_position), static_cast<off_t>(bytes - m_position)); });
    if (result != 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)) {
        failWrite(m_path);
    }
}

void OutputFile::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = retryInterrupted([&] { return ::write(m_fd, bytes.data(), bytes.size()); });
        if (written < 0) {
            failWrite(m_path);
        }
        m_position += static_cast<uint64_t>(written);
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
}

void OutputFile::flushBehind()
{
    if (m_position - m_flushed < flushBytes) {
        return;
    }
    ::sync_file_range(m_fd, static_cast<off_t>(m_flushed), static_cast<off_t>(m_position - m_flushed), SYNC_FILE_RANGE_WRITE);
    if (m_flushed - m_dropped >= 8 * flushBytes) {
        // What was started a while ago should be on disk by now: waiting for it bounds the dirty pages without stalling.
        const auto length = static_cast<off_t>(m_flushed - m_dropped);
        ::sync_file_range(m_fd, static_cast<off_t>(m_dropped), length,
                          SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
        ::posix_fadvise(m_fd, static_cast<off_t>(m_dropped), length, POSIX_FADV_DONTNEED);
        m_dropped = m_flushed;
    }
    m_flushed = m_position;
}

void OutputFile::finish()
{
    if (retryInterrupted([&] { return ::fdatasync(m_fd); }) != 0) {
        failWrite(m_path);
    }
    const int fd = std::exchange(m_fd, -1);
    if (::close(fd) != 0 && errno != EINTR) {
        failWrite(m_path);
    }
}

void publish(const std::string& workingPath, const std::string& finalPath)
{
    if (std::rename(workingPath.c_str(), finalPath.c_str()) != 0) {
        failWrite(finalPath);
    }
    syncFolder(parentFolder(finalPath));
}

namespace {

void writeBeside(const std::string& path, std::string_view text, bool isSynced)
{
    const std::string working = path + ".part";
    try {
        OutputFile file(working, 0);
        file.write(std::as_bytes(std::span(text)));
        if (isSynced) {
            file.finish();
            publish(working, path);
        } else if (std::rename(working.c_str(), path.c_str()) != 0) {
            failWrite(path);
        }
    } catch (const Error&) {
        ::unlink(working.c_str());
        throw;
    }
}

}  // namespace

void writeFileAtomically(const std::string& path, std::string_view text)
{
    writeBeside(path, text, true);
}

void writeFileUnsynced(const std::string& path, std::string_view text)
{
    writeBeside(path, text, false);
}

}  // namespace wb::io
