#include "core/net/download.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/net/net_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wb::net {

namespace {

constexpr uint64_t firstBytes = 64 << 10;
constexpr size_t mostCopies = 6;  // of bytes that come differently each time

// A part that is there already shows that the host's name is right.
RemoteReader::Patience patienceFor(const std::string& path, const Settings& settings)
{
    RemoteReader::Patience patience;
    patience.later = settings.giveUp;
    if (PartFile::journalledBytes(path) > 0) {
        patience.firstContact = settings.giveUp;
    }
    return patience;
}

// Lets the hash follow behind the bytes.
class HashedTarget final : public FetchTarget {
public:
    HashedTarget(PartFile& part, FrontierHash& hash) : m_part(part), m_hash(hash) {}

    std::optional<ByteRange> take(uint64_t mostBytes) override { return m_part.take(mostBytes); }
    uint64_t untaken() const override { return m_part.untaken(); }
    bool isDone() const override { return m_part.isDone(); }
    void write(uint64_t offset, std::span<const std::byte> bytes) override
    {
        const uint64_t before = m_part.frontier();
        m_part.write(offset, bytes);
        if (m_part.frontier() != before) {
            m_hash.advance(m_part.frontier());
        }
    }

private:
    PartFile& m_part;
    FrontierHash& m_hash;
};

}  // namespace

Download::Download(Url url, std::string path, const Settings& settings, JobContext& job)
    : m_path(std::move(path)), m_settings(settings), m_job(job), m_reader(std::move(url), settings, patienceFor(m_path, settings), job)
{}

Download::~Download() = default;

// Adds to an error what is kept all the same.
template <typename Work> void Download::keeping(Work work)
{
    try {
        work();
    } catch (Error& error) {
        const uint64_t kept = m_part ? m_part->bytesDone() : PartFile::journalledBytes(m_path);
        if (kept > 0) {
            error.withDefault("kept", formatByteSize(kept));
            error.withDefault("path", PartFile::partPath(m_path));
        }
        error.addTrail("download");
        throw;
    }
}

const RemoteFile& Download::open()
{
    m_job.progress.begin(Stage::Download, 0);
    m_job.progress.file(io::fileName(m_path));
    keeping([this] {
        m_reader.open(firstBytes);
        if (!m_reader.file().bytes) {
            throw Error(ErrorCode::BadResponse)
                .file(m_reader.file().asked.shown())
                .with("host", m_reader.file().place.host())
                .with("problem", "no-size");
        }
    });
    return m_reader.file();
}

void Download::fetchParts()
{
    const RemoteFile& file = m_reader.file();
    m_hash.reset();
    m_part.reset();  // its lock
    m_sha256.clear();
    m_part = std::make_unique<PartFile>(m_path, file, m_job);
    if (m_part->beganAnew()) {
        m_job.log.warning(fmt::format("{} has changed on the server: what was kept of it is of no use, and it is fetched from the start", m_path));
    }
    m_hash = std::make_unique<FrontierHash>(m_part->descriptor(), m_part->path());
    m_hash->advance(m_part->frontier());
    HashedTarget target(*m_part, *m_hash);
    if (m_part->frontier() == 0 && !m_part->isDone()) {
        target.write(0, m_reader.firstBytes());
    }
    RangeFetcher fetcher(m_reader, m_settings, {}, m_job);
    if (file.ranges) {
        try {
            fetcher.run(target);
            return;
        } catch (const IgnoresRanges&) {
            m_job.log.warning(fmt::format("{} sends whole files only: one connection", file.place.host()));
        }
    }
    fetcher.runWhole(target);
}

void Download::fetch()
{
    m_job.progress.begin(Stage::Download, m_reader.file().bytes.value());
    m_job.progress.file(io::fileName(m_path));
    keeping([this] { fetchParts(); });
}

BlockChecksums::ReadAt Download::reading() const
{
    return [this](uint64_t offset, std::span<std::byte> into) { m_part->readAt(offset, into); };
}

void Download::finishHash()
{
    if (m_hash) {
        FrontierHash::Digests digests = m_hash->finish();
        m_hash.reset();
        m_sha256 = std::move(digests.sha256);
        m_blocks = std::move(digests.blocks);
    }
}

std::string Download::sha256()
{
    if (m_sha256.empty() && !m_hash) {  // after a mend
        m_hash = std::make_unique<FrontierHash>(m_part->descriptor(), m_part->path());
        m_hash->advance(m_part->bytes());
    }
    finishHash();
    return m_sha256;
}

uint32_t Download::crc32Of(ByteRange range)
{
    finishHash();
    return m_blocks.value().crcOf(range, reading());
}

// Bytes that two of the copies agree on, that on disk being the first: what comes now may be damaged as well.
std::vector<std::byte> Download::agreedBytes(ByteRange piece)
{
    std::vector<std::vector<std::byte>> copies(1, std::vector<std::byte>(static_cast<size_t>(piece.size())));
    m_part->readAt(piece.begin, copies.front());
    for (size_t tries = 0; tries < mostCopies; ++tries) {
        std::vector<std::byte> bytes = m_reader.read(piece);
        m_part->countAgain(bytes.size());
        if (std::find(copies.begin(), copies.end(), bytes) != copies.end()) {
            return bytes;
        }
        copies.push_back(std::move(bytes));
    }
    return copies.front();
}

uint64_t Download::refetch(ByteRange range)
{
    finishHash();  // its thread must not read bytes that change
    uint64_t mended = 0;
    keeping([&] {
        if (!m_reader.file().ranges) {
            throw noRange(m_reader.file());
        }
        while (range.size() > 0) {
            const uint64_t chunkEnd = (range.begin / PartFile::chunkBytes + 1) * PartFile::chunkBytes;
            const ByteRange piece{range.begin, std::min(range.end, chunkEnd)};
            if (m_part->mend(piece.begin, agreedBytes(piece))) {
                mended += piece.size();
                m_sha256.clear();
                m_blocks.value().changed(piece, reading());
            }
            range.begin = piece.end;
        }
    });
    return mended;
}

void Download::publish()
{
    keeping([this] { m_part->publish(); });
}

void Download::discard()
{
    m_part->discard();
}

}  // namespace wb::net
