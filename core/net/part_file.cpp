#include "core/net/part_file.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/net/part_journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace wb::net {

namespace {

constexpr uint64_t mostPieces = 400;
constexpr std::chrono::milliseconds reportInterval{100};

struct stat standing(const io::Descriptor& file, const std::string& path)
{
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
    return info;
}

}  // namespace

uint64_t PartFile::journalledBytes(const std::string& finalPath)
{
    try {
        const PartJournal journal = PartJournal::read(journalPath(finalPath), chunkBytes);
        const bool isThere = io::exists(partPath(finalPath)) && journal.isThere();
        return isThere ? std::min(journal.bytes(), journal.hashes.size() * chunkBytes) : 0;
    } catch (const Error&) {
        return 0;
    }
}

PartFile::PartFile(std::string finalPath, const RemoteFile& file, JobContext& job)
    : m_job(job), m_finalPath(std::move(finalPath)), m_partPath(partPath(m_finalPath)), m_bytes(file.bytes.value())
{
    open();
    m_untaken = m_bytes;
    try {
        requireRoom();  // the size is the server's word
        m_chunks.assign(static_cast<size_t>(m_bytes / chunkBytes + (m_bytes % chunkBytes > 0 ? 1 : 0)), Chunk::Missing);
        readJournal(file);
    } catch (const Error&) {
        if (standing(m_file, m_partPath).st_size == 0 && !io::exists(journalPath(m_finalPath))) {
            ::unlink(m_partPath.c_str());  // nothing is kept in it
        }
        throw;
    }
    report();
}

PartFile::~PartFile() = default;

void PartFile::open()
{
    struct stat info {};
    if (::lstat(m_partPath.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::WouldOverwrite).file(m_partPath).with("problem", S_ISLNK(info.st_mode) ? "link" : "folder");
    }
    m_file = io::Descriptor(
        io::retryInterrupted([&] { return ::open(m_partPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666); }));
    if (!m_file) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
    if (io::retryInterrupted([&] { return ::flock(m_file.get(), LOCK_EX | LOCK_NB); }) != 0) {
        throw errno == EWOULDBLOCK ? Error(ErrorCode::FolderBusy).file(m_partPath) : systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
    // Its last holder may have given it its final name meanwhile.
    if (::lstat(m_partPath.c_str(), &info) != 0 || info.st_ino != standing(m_file, m_partPath).st_ino) {
        throw Error(ErrorCode::FolderBusy).file(m_partPath);
    }
}

// Before the first byte comes: a disk that is too small is found at once.
void PartFile::requireRoom() const
{
    const uint64_t had = static_cast<uint64_t>(standing(m_file, m_partPath).st_blocks) * 512;
    const uint64_t needed = m_bytes > had ? m_bytes - had : 0;
    const uint64_t free = io::diskSpace(m_partPath).freeBytes;
    if (needed > free || m_bytes > static_cast<uint64_t>(INT64_MAX)) {
        throw Error(ErrorCode::NotEnoughSpace).file(m_partPath).with("needed", needed).with("free", free);
    }
}

void PartFile::reserve() const
{
    requireRoom();
    const int result = io::retryInterrupted([&] { return ::fallocate(m_file.get(), FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(m_bytes)); });
    if (result != 0 && (errno == ENOSPC || errno == EDQUOT)) {
        throw Error(ErrorCode::NotEnoughSpace).file(m_partPath).with("needed", m_bytes).with("free", io::diskSpace(m_partPath).freeBytes);
    }
    if (result != 0 && errno == EFBIG) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
}

void PartFile::readJournal(const RemoteFile& file)
{
    const std::string path = journalPath(m_finalPath);
    const PartJournal journal = PartJournal::read(path, chunkBytes);
    if (!io::exists(path) && standing(m_file, m_partPath).st_size > 0) {
        throw Error(ErrorCode::WouldOverwrite).file(m_partPath).with("problem", "file");  // of someone else
    }
    if (journal.isThere() && journal.isOf(file)) {
        reserve();
        m_journal.emplace(path, journal.goodBytes);
        keepChunks(journal.hashes);
        return;
    }
    if (journal.isThere() && journal.address() != file.asked.shown() && !journal.hashes.empty()) {
        throw Error(ErrorCode::WouldOverwrite).file(m_partPath).with("problem", "other-download").with("found", journal.address());
    }
    m_beganAnew = !journal.hashes.empty();
    beginJournal(file);
}

void PartFile::beginJournal(const RemoteFile& file)
{
    cutTo(0);
    reserve();
    m_journal.emplace(io::LineJournal::create(journalPath(m_finalPath), PartJournal::headerOf(file, chunkBytes).dump()));
}

void PartFile::cutTo(uint64_t bytes) const
{
    if (io::retryInterrupted([&] { return ::ftruncate(m_file.get(), static_cast<off_t>(bytes)); }) != 0) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
}

// A chunk counts when its bytes still have the hash: a journal may be newer than the data after a power cut.
void PartFile::keepChunks(const std::map<uint64_t, std::string>& hashes)
{
    std::vector<std::byte> buffer(static_cast<size_t>(std::min(chunkBytes, m_bytes)));
    const auto onDisk = static_cast<uint64_t>(standing(m_file, m_partPath).st_size);
    for (const auto& [chunk, hash] : hashes) {
        m_job.cancel.throwIfCancelled();
        if (chunk >= m_chunks.size() || chunk * chunkBytes + sizeOf(chunk) > onDisk) {
            continue;
        }
        const auto bytes = std::span(buffer).first(static_cast<size_t>(sizeOf(chunk)));
        readAt(chunk * chunkBytes, bytes);
        TensorHash found;
        found.update(bytes);
        if (found.hex() == hash) {
            m_chunks[static_cast<size_t>(chunk)] = Chunk::Done;
            m_bytesDone += bytes.size();
            m_untaken -= bytes.size();
            m_bytesResumed += bytes.size();
            m_job.progress.resumed(bytes.size());
        }
    }
    if (onDisk > m_bytes) {
        cutTo(m_bytes);
        reserve();
    }
    moveFrontier();
}

void PartFile::moveFrontier() noexcept
{
    while (m_frontier < m_bytes && m_chunks[static_cast<size_t>(m_frontier / chunkBytes)] == Chunk::Done) {
        m_frontier += sizeOf(m_frontier / chunkBytes);
    }
}

uint64_t PartFile::sizeOf(uint64_t chunk) const noexcept
{
    return std::min(chunkBytes, m_bytes - chunk * chunkBytes);
}

std::optional<ByteRange> PartFile::take(uint64_t mostBytes)
{
    while (m_nextMissing < m_chunks.size() && m_chunks[static_cast<size_t>(m_nextMissing)] != Chunk::Missing) {
        ++m_nextMissing;
    }
    if (m_nextMissing == m_chunks.size()) {
        return std::nullopt;
    }
    const auto open = m_open.find(m_nextMissing);
    const uint64_t begin = m_nextMissing * chunkBytes + (open == m_open.end() ? 0 : open->second.filled);
    ByteRange range{begin, begin};
    while (m_nextMissing < m_chunks.size() && m_chunks[static_cast<size_t>(m_nextMissing)] == Chunk::Missing &&
           (range.size() == 0 || range.size() + sizeOf(m_nextMissing) <= mostBytes)) {
        m_chunks[static_cast<size_t>(m_nextMissing)] = Chunk::Taken;
        m_untaken -= sizeOf(m_nextMissing);
        range.end = m_nextMissing * chunkBytes + sizeOf(m_nextMissing);
        ++m_nextMissing;
    }
    return range;
}

void PartFile::write(uint64_t offset, std::span<const std::byte> bytes)
{
    if (offset > m_bytes || bytes.size() > m_bytes - offset) {
        throw Error(ErrorCode::Internal).file(m_partPath).with("problem", "past-end");
    }
    while (!bytes.empty()) {
        const uint64_t chunk = offset / chunkBytes;
        const uint64_t left = chunk * chunkBytes + sizeOf(chunk) - offset;
        const auto piece = bytes.first(static_cast<size_t>(std::min<uint64_t>(left, bytes.size())));
        writeInto(chunk, offset, piece);
        offset += piece.size();
        bytes = bytes.subspan(piece.size());
    }
    report();
}

// What is there already came again: from a server that begins at the front each time.
void PartFile::writeInto(uint64_t chunk, uint64_t offset, std::span<const std::byte> bytes)
{
    m_bytesFetched += bytes.size();
    if (m_chunks[static_cast<size_t>(chunk)] == Chunk::Done) {
        m_bytesTwice += bytes.size();
        return;
    }
    Open& open = m_open[chunk];
    const uint64_t at = offset - chunk * chunkBytes;
    if (at > open.filled) {
        throw Error(ErrorCode::Internal).file(m_partPath).offset(offset).with("problem", "hole");
    }
    const auto known = static_cast<size_t>(std::min<uint64_t>(open.filled - at, bytes.size()));
    m_bytesTwice += known;
    bytes = bytes.subspan(known);
    writeAt(offset + known, bytes);
    open.hash.update(bytes);
    open.filled += bytes.size();
    m_job.progress.advance(bytes.size());
    if (open.filled == sizeOf(chunk)) {
        finishChunk(chunk, open.hash.hex());
    }
}

void PartFile::finishChunk(uint64_t chunk, const std::string& hash)
{
    m_open.erase(chunk);
    if (m_chunks[static_cast<size_t>(chunk)] == Chunk::Missing) {  // came without being taken
        m_untaken -= sizeOf(chunk);
    }
    m_chunks[static_cast<size_t>(chunk)] = Chunk::Done;
    m_bytesDone += sizeOf(chunk);
    moveFrontier();
    // Write-back begins now, so that little is left for the sync at the end.
    ::sync_file_range(m_file.get(), static_cast<off_t>(chunk * chunkBytes), static_cast<off_t>(sizeOf(chunk)), SYNC_FILE_RANGE_WRITE);
    m_journal->append(PartJournal::line(chunk, hash));
    m_journal->flush();
}

bool PartFile::mend(uint64_t offset, std::span<const std::byte> bytes)
{
    std::vector<std::byte> had(bytes.size());
    readAt(offset, had);
    if (std::equal(had.begin(), had.end(), bytes.begin())) {
        return false;
    }
    writeAt(offset, bytes);
    const uint64_t chunk = offset / chunkBytes;
    std::vector<std::byte> whole(static_cast<size_t>(sizeOf(chunk)));
    readAt(chunk * chunkBytes, whole);
    TensorHash hash;
    hash.update(whole);
    m_journal->append(PartJournal::line(chunk, hash.hex()));
    m_journal->flush();
    return true;
}

void PartFile::readAt(uint64_t offset, std::span<std::byte> into) const
{
    while (!into.empty()) {
        const ssize_t got = io::retryInterrupted([&] { return ::pread(m_file.get(), into.data(), into.size(), static_cast<off_t>(offset)); });
        if (got < 0) {
            throw systemError(errno, m_partPath, ErrorCode::ReadFailed).with("offset", offset);
        }
        if (got == 0) {
            throw Error(ErrorCode::SourceTruncated).file(m_partPath).offset(offset).with("expected", m_bytes);
        }
        offset += static_cast<uint64_t>(got);
        into = into.subspan(static_cast<size_t>(got));
    }
}

void PartFile::writeAt(uint64_t offset, std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t done = io::retryInterrupted([&] { return ::pwrite(m_file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
        if (done < 0) {
            throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
        }
        offset += static_cast<uint64_t>(done);
        bytes = bytes.subspan(static_cast<size_t>(done));
    }
}

void PartFile::publish()
{
    if (io::retryInterrupted([&] { return ::fdatasync(m_file.get()); }) != 0) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
    io::publish(m_partPath, m_finalPath);
    io::removeFile(journalPath(m_finalPath));
}

void PartFile::discard()
{
    io::removeFile(m_partPath);
    io::removeFile(journalPath(m_finalPath));
}

// Which parts of the file are there, for the window's map.
void PartFile::report()
{
    const Clock::time_point now = Clock::now();
    if (now - m_reported < reportInterval && !isDone()) {
        return;
    }
    m_reported = now;
    Transfer transfer = m_job.progress.snapshot().transfer;
    const size_t cells = static_cast<size_t>(std::min<uint64_t>(mostPieces, m_chunks.size()));
    transfer.pieces.assign(cells, Transfer::There);
    for (size_t i = 0; i < m_chunks.size(); ++i) {
        Transfer::Piece& cell = transfer.pieces[i * cells / m_chunks.size()];
        if (m_chunks[i] == Chunk::Taken) {
            cell = Transfer::OnTheWay;
        } else if (m_chunks[i] == Chunk::Missing && cell == Transfer::There) {
            cell = Transfer::Missing;
        }
    }
    transfer.bytesTwice = m_bytesTwice;
    m_job.progress.transfer(std::move(transfer));
}

}  // namespace wb::net
