#include "core/net/part_file.h"

#include "core/base/error.h"
#include "core/io/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace wb::net {

namespace {

using Json = nlohmann::json;

constexpr uint64_t journalVersion = 1;
constexpr uint64_t mostJournalBytes = 1ULL << 30;
constexpr uint64_t mostPieces = 400;
constexpr std::chrono::milliseconds reportInterval{100};

// First line of a journal: which state of which file the chunks are of.
Json headerOf(const RemoteFile& file)
{
    return {{"version", journalVersion},          {"address", file.asked.shown()}, {"bytes", *file.bytes},         {"etag", file.etag},
            {"last_modified", file.lastModified}, {"sha256", file.sha256},         {"chunk", PartFile::chunkBytes}};
}

// Without any validator nothing says that the file is still the same.
bool isSameState(const Json& was, const Json& now)
{
    const bool isKnown =
        !now["etag"].get<std::string>().empty() || !now["last_modified"].get<std::string>().empty() || !now["sha256"].get<std::string>().empty();
    Json a = was;
    Json b = now;
    a.erase("address");
    b.erase("address");
    return isKnown && a == b;
}

bool takeChunk(std::string_view record, std::map<uint64_t, std::string>& hashes)
{
    const Json line = Json::parse(record, nullptr, false);
    const auto number = line.is_object() ? line.find("c") : line.end();
    const auto hash = line.is_object() ? line.find("h") : line.end();
    if (!line.is_object() || number == line.end() || hash == line.end() || !number->is_number_unsigned() || !hash->is_string()) {
        return false;
    }
    hashes[number->get<uint64_t>()] = hash->get<std::string>();
    return true;
}

// The first line and the chunks; false when there is no journal that can be read.
bool readLines(const std::string& path, Json& header, std::map<uint64_t, std::string>& hashes, uint64_t& goodBytes)
{
    goodBytes = io::LineJournal::read(path, mostJournalBytes, [&](std::string_view record) {
        if (!header.is_null()) {
            return takeChunk(record, hashes);
        }
        const Json first = Json::parse(record, nullptr, false);
        const bool isOurs = first.is_object() && first.value("version", Json()) == journalVersion && first.value("address", Json()).is_string() &&
                            first.value("chunk", Json()) == PartFile::chunkBytes && first.value("bytes", Json()).is_number_unsigned();
        header = isOurs ? first : header;
        return isOurs;
    });
    return !header.is_null();
}

}  // namespace

uint64_t PartFile::journalledBytes(const std::string& finalPath)
{
    Json header;
    std::map<uint64_t, std::string> hashes;
    uint64_t ignored = 0;
    try {
        if (!io::exists(partPath(finalPath)) || !readLines(journalPath(finalPath), header, hashes, ignored)) {
            return 0;
        }
    } catch (const Error&) {
        return 0;
    }
    const uint64_t bytes = header["bytes"].get<uint64_t>();
    return std::min(bytes, hashes.size() * chunkBytes);
}

PartFile::PartFile(std::string finalPath, const RemoteFile& file, JobContext& job)
    : m_job(job), m_finalPath(std::move(finalPath)), m_partPath(partPath(m_finalPath)), m_bytes(file.bytes.value())
{
    open();
    const uint64_t chunks = m_bytes / chunkBytes + (m_bytes % chunkBytes > 0 ? 1 : 0);
    reserve();
    m_chunks.assign(static_cast<size_t>(chunks), Chunk::Missing);
    m_untaken = m_bytes;
    readJournal(file);
    report();
}

PartFile::~PartFile() = default;

void PartFile::open()
{
    struct stat info {};
    if (::lstat(m_partPath.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::WouldOverwrite).file(m_partPath).with("problem", S_ISLNK(info.st_mode) ? "link" : "folder");
    }
    m_lock.emplace(m_partPath);
    m_file = io::Descriptor(
        io::retryInterrupted([&] { return ::open(m_partPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666); }));
    if (!m_file) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
}

// Before the first byte comes: a disk that is too small is found at once.
void PartFile::reserve() const
{
    struct stat info {};
    if (::fstat(m_file.get(), &info) != 0) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
    const uint64_t had = static_cast<uint64_t>(info.st_blocks) * 512;
    const uint64_t needed = m_bytes > had ? m_bytes - had : 0;
    const uint64_t free = io::diskSpace(m_partPath).freeBytes;
    const auto tooLittle = [&] { return Error(ErrorCode::NotEnoughSpace).file(m_partPath).with("needed", needed).with("free", free); };
    if (needed > free || m_bytes > static_cast<uint64_t>(INT64_MAX)) {
        throw tooLittle();
    }
    const int result = io::retryInterrupted([&] { return ::fallocate(m_file.get(), FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(m_bytes)); });
    if (result != 0 && (errno == ENOSPC || errno == EDQUOT)) {
        throw tooLittle();
    }
    if (result != 0 && errno == EFBIG) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
}

void PartFile::readJournal(const RemoteFile& file)
{
    const std::string path = journalPath(m_finalPath);
    const Json now = headerOf(file);
    Json was;
    std::map<uint64_t, std::string> hashes;
    uint64_t goodBytes = 0;
    if (!readLines(path, was, hashes, goodBytes)) {
        beginJournal(file);
        return;
    }
    if (isSameState(was, now)) {
        m_journal.emplace(path, goodBytes);
        keepChunks(hashes);
        return;
    }
    if (was["address"] != now["address"] && !hashes.empty()) {
        throw Error(ErrorCode::WouldOverwrite).file(m_partPath).with("problem", "other-download").with("found", was["address"].get<std::string>());
    }
    m_beganAnew = !hashes.empty();
    beginJournal(file);
}

void PartFile::beginJournal(const RemoteFile& file)
{
    if (::ftruncate(m_file.get(), 0) != 0) {
        throw systemError(errno, m_partPath, ErrorCode::WriteFailed);
    }
    reserve();
    m_journal.emplace(io::LineJournal::create(journalPath(m_finalPath), headerOf(file).dump()));
}

// A chunk counts when its bytes still have the hash: a journal may be newer than the data after a power cut.
void PartFile::keepChunks(const std::map<uint64_t, std::string>& hashes)
{
    std::vector<std::byte> buffer(static_cast<size_t>(std::min(chunkBytes, m_bytes)));
    struct stat info {};
    ::fstat(m_file.get(), &info);
    for (const auto& [chunk, hash] : hashes) {
        m_job.cancel.throwIfCancelled();
        if (chunk >= m_chunks.size() || chunk * chunkBytes + sizeOf(chunk) > static_cast<uint64_t>(info.st_size)) {
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
    while (m_frontier < m_bytes && m_chunks[static_cast<size_t>(m_frontier / chunkBytes)] == Chunk::Done) {
        m_frontier += sizeOf(m_frontier / chunkBytes);
    }
    m_journal->append(Json{{"c", chunk}, {"h", hash}}.dump());
    m_journal->flush();
}

bool PartFile::mend(uint64_t offset, std::span<const std::byte> bytes)
{
    m_bytesFetched += bytes.size();
    m_bytesTwice += bytes.size();
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
    m_journal->append(Json{{"c", chunk}, {"h", hash.hex()}}.dump());
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
