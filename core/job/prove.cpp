#include "core/job/prove.h"

#include "core/base/error.h"
#include "core/checkpoint/flipped_byte.h"
#include "core/checkpoint/record_crc.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/checkpoint/zip_directory.h"
#include "core/checkpoint/zip_frame.h"
#include "core/io/byte_source.h"
#include "core/verify/file_hashes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace wb::job {

namespace {

constexpr std::array<uint64_t, 3> tails{64 << 10, 1 << 20, 8 << 20};
constexpr uint64_t nearBytes = 2048;   // fetched again on each side of a byte that seems changed
constexpr size_t mostCandidates = 64;  // tried before the whole record is fetched again

using tensor::Record;

bool isZip(const io::ByteSource& source)
{
    return source.size() > 0 && checkpoint::sniff(source).kind == checkpoint::FileKind::TorchZip;
}

// Records of an archive in the file's order.
std::vector<Record> recordsOf(const io::ByteSource& source, JobContext& job)
{
    const checkpoint::ZipDirectory directory = checkpoint::ZipDirectory::read(source, job);
    std::vector<Record> records;
    for (const checkpoint::ZipEntry& entry : directory.entries()) {
        if (entry.crc32 && entry.bytes > 0) {
            Record& record = records.emplace_back();
            record.name = entry.name;
            record.offset = directory.dataOffset(source, entry);
            record.bytes = entry.bytes;
            record.crc32 = entry.crc32;
        }
    }
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.offset < b.offset; });
    return records;
}

// A download's part, and what is done about its damage.
class Mender {
public:
    Mender(net::Download& download, JobContext& job) : m_download(download), m_source(io::openFile(download.part().path())), m_job(job) {}

    uint64_t mended() const noexcept { return m_mended; }

    // A directory that cannot be read may have been damaged on the way: it stands at the end. False when it cannot be read all the same: an archive
    // of another kind, whose members are compressed, say.
    bool mendDirectory()
    {
        for (const uint64_t tail : tails) {
            if (hasDirectory()) {
                return true;
            }
            refetch({m_source->size() - std::min(m_source->size(), tail), m_source->size()});
        }
        return hasDirectory();
    }

    // The bytes that no record's checksum covers; the directory first, which says what to expect of the others.
    void mendFrame()
    {
        std::vector<io::ByteRange> extents = checkpoint::bytesInDoubt(*m_source, m_job);
        if (!extents.empty() && refetch(extents.back())) {
            extents = checkpoint::bytesInDoubt(*m_source, m_job);
        }
        for (size_t i = 0; i + 1 < extents.size(); ++i) {
            refetch(extents[i]);
        }
    }

    // False when there are none with a checksum. Throws CrcMismatch for a record that the server itself sends damaged.
    bool mendRecords()
    {
        const std::vector<Record> records = recordsOf(*m_source, m_job);
        for (const Record& record : records) {
            m_job.cancel.throwIfCancelled();
            const uint32_t found = crcOf(record);
            m_job.progress.advance(record.bytes);
            if (found != record.crc32) {
                mendRecord(record, found);
            }
        }
        return !records.empty();
    }

    void refetchAll() { refetch({0, m_source->size()}); }

private:
    bool hasDirectory() const
    {
        try {
            return !checkpoint::ZipDirectory::read(*m_source, m_job).entries().empty();
        } catch (const Error&) {
            return false;
        }
    }

    uint32_t crcOf(const Record& record) { return m_download.crc32Of({record.offset, record.offset + record.bytes}); }

    // False too where the server sends whole files only: nothing can be asked for again.
    bool refetch(net::ByteRange range)
    {
        try {
            const bool differed = m_download.refetch(range) > 0;
            m_mended += differed ? 1 : 0;
            return differed;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::NoRange) {
                throw;
            }
            return false;
        }
    }

    // True when the record is right afterwards.
    bool mendOneByte(const Record& record, uint32_t found)
    {
        const std::vector<uint64_t> candidates = checkpoint::flippedByteCandidates(*record.crc32, found, record.bytes, m_job.cancel);
        for (size_t i = 0; i < candidates.size() && i < mostCandidates; ++i) {
            const uint64_t at = candidates[i];
            const net::ByteRange near{record.offset + at - std::min(at, nearBytes), record.offset + std::min(at + nearBytes, record.bytes)};
            if (refetch(near) && crcOf(record) == record.crc32) {
                return true;
            }
        }
        return false;
    }

    void mendRecord(const Record& record, uint32_t found)
    {
        m_job.log.warning(fmt::format("{} came with damage: it is looked for, and fetched again", record.name));
        if (mendOneByte(record, found)) {
            return;
        }
        for (uint64_t done = 0; done < record.bytes; done += net::PartFile::chunkBytes) {
            const net::ByteRange piece{record.offset + done, record.offset + std::min(done + net::PartFile::chunkBytes, record.bytes)};
            if (!refetch(piece)) {
                continue;
            }
            const uint32_t now = crcOf(record);
            if (now == record.crc32 || mendOneByte(record, now)) {
                return;
            }
        }
        throw Error(ErrorCode::CrcMismatch)
            .file(m_download.file().asked.shown())
            .part(record.name)
            .offset(record.offset)
            .with("expected", fmt::format("{:08x}", *record.crc32))
            .with("found", fmt::format("{:08x}", crcOf(record)));
    }

    net::Download& m_download;
    std::unique_ptr<io::ByteSource> m_source;
    JobContext& m_job;
    uint64_t m_mended = 0;
};

Error mismatch(const net::Download& download, const PublishedHash& hash, const std::string& found)
{
    return Error(ErrorCode::ChecksumMismatch)
        .file(download.file().asked.shown())
        .with("host", download.file().place.host())
        .with("problem", proofName(hash.kind))
        .with("expected", hash.hex)
        .with("found", found.substr(0, std::max<size_t>(hash.hex.size(), 8)));
}

// True when records have checksums: they and what stands between them are right afterwards.
bool mendByRecords(const io::ByteSource& source, Mender& mender)
{
    if (!isZip(source) || !mender.mendDirectory()) {
        return false;
    }
    mender.mendFrame();
    return mender.mendRecords();
}

}  // namespace

std::optional<Proof> proofOf(const std::string& path, const PublishedHash& hash, JobContext& job)
{
    const auto source = io::openFile(path);
    job.progress.begin(Stage::Check, source->size());
    if (hash.isKnown()) {
        return hash.agrees(verify::hashFile(*source, {}, job).sha256) ? std::optional<Proof>(hash.kind) : std::nullopt;
    }
    if (!isZip(*source)) {
        return Proof::None;
    }
    try {
        for (const Record& record : recordsOf(*source, job)) {
            checkpoint::requireRecordCrc(*source, record, record.offset, job.cancel);
            job.progress.advance(record.bytes);
        }
        return Proof::RecordChecksums;
    } catch (const Error&) {
        return std::nullopt;
    }
}

Proof proveDownload(net::Download& download, const PublishedHash& hash, uint64_t& mended, JobContext& job)
{
    if (hash.isKnown() && hash.agrees(download.sha256())) {
        return hash.kind;
    }
    job.progress.begin(Stage::Check, download.part().bytes());
    Mender mender(download, job);
    const bool byRecords = mendByRecords(*io::openFile(download.part().path()), mender);
    Proof proof = byRecords ? Proof::RecordChecksums : Proof::None;
    if (hash.isKnown()) {
        if (!hash.agrees(download.sha256())) {
            mender.refetchAll();  // the hash says that something is wrong, not where
        }
        if (!hash.agrees(download.sha256())) {
            throw mismatch(download, hash, download.sha256());
        }
        proof = hash.kind;
    }
    mended = mender.mended();
    return proof;
}

}  // namespace wb::job
