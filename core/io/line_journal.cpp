#include "core/io/line_journal.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/buffered_reader.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <fmt/format.h>

#include <cerrno>
#include <memory>
#include <span>
#include <utility>

namespace wb::io {

namespace {

constexpr size_t sumDigits = 8;
constexpr size_t longestLine = 4096;

std::string sumOf(std::string_view record)
{
    return fmt::format("{:08x}", crc32(0, std::as_bytes(std::span(record))));
}

std::string lineOf(std::string_view record)
{
    return sumOf(record) + ' ' + std::string(record) + '\n';
}

bool isWhole(std::string_view line)
{
    return line.size() <= longestLine && line.size() > sumDigits && line[sumDigits] == ' ' &&
           line.substr(0, sumDigits) == sumOf(line.substr(sumDigits + 1));
}

}  // namespace

uint64_t LineJournal::read(const std::string& path, uint64_t maxBytes, const std::function<bool(std::string_view)>& take)
{
    if (!exists(path)) {
        return 0;
    }
    const std::unique_ptr<ByteSource> source = openFile(path);
    if (source->size() > maxBytes) {
        throw Error(ErrorCode::LimitExceeded).file(path).with("found", source->size()).with("limit", maxBytes);
    }
    BufferedReader reader(*source, 0, source->size());
    uint64_t good = 0;
    while (const std::optional<std::string> line = reader.line(longestLine)) {
        if (!isWhole(*line) || !take(std::string_view(*line).substr(sumDigits + 1))) {
            break;
        }
        good = reader.position();
    }
    return good;
}

LineJournal LineJournal::create(const std::string& path, std::string_view firstRecord)
{
    const std::string line = lineOf(firstRecord);
    writeFileAtomically(path, line);
    return LineJournal(path, line.size());
}

LineJournal::LineJournal(std::string path, uint64_t keepBytes) : m_path(std::move(path))
{
    m_file = Descriptor(retryInterrupted([&] { return ::open(m_path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW); }));
    if (!m_file || retryInterrupted([&] { return ::ftruncate(m_file.get(), static_cast<off_t>(keepBytes)); }) != 0) {
        throw systemError(errno, m_path, ErrorCode::WriteFailed);
    }
}

void LineJournal::keepPrivate()
{
    if (::fchmod(m_file.get(), S_IRUSR | S_IWUSR) != 0) {
        throw systemError(errno, m_path, ErrorCode::WriteFailed);
    }
}

void LineJournal::append(std::string_view record)
{
    m_pending += lineOf(record);
}

void LineJournal::flush()
{
    std::string_view rest = m_pending;
    while (!rest.empty()) {
        const ssize_t written = retryInterrupted([&] { return ::write(m_file.get(), rest.data(), rest.size()); });
        if (written < 0) {
            throw systemError(errno, m_path, ErrorCode::WriteFailed);
        }
        rest.remove_prefix(static_cast<size_t>(written));
    }
    m_pending.clear();
}

void LineJournal::sync()
{
    flush();
    if (retryInterrupted([&] { return ::fdatasync(m_file.get()); }) != 0) {
        throw systemError(errno, m_path, ErrorCode::WriteFailed);
    }
}

}  // namespace wb::io
